#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/model/band.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/model/stock.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

/// What every profile carries: a fact without a source and a date is hearsay.
struct ProfileHeader {
    std::string kind;
    std::string id;
    std::string name;
    std::string source;
    calendar::Date as_of;
    std::string note{};  ///< where the fact is contested
    bool built_in = true;
};

/// A vesting schedule by name.
struct VestingProfile {
    ProfileHeader header;
    VestingTerms vesting{};
};

/// One level of a ladder: an interval of the common scale, and the standard rung it stands on.
struct LadderLevel {
    std::string name;
    std::string title{};
    std::string rung{};
    std::optional<std::int64_t> from{};
    std::optional<std::int64_t> to{};
};

/// A company's levels, lowest first. Without intervals it is placed by its rungs, and `approximate`.
struct Ladder {
    ProfileHeader header;
    std::int64_t scale_max = 0;
    bool approximate = false;
    std::vector<LadderLevel> levels{};
};

/// Medians of total pay and of its parts; separate medians, so the parts do not add up to the total.
struct MarketMedian {
    std::string rung{};
    std::string ladder{};
    std::string level{};
    std::string title{};
    quantity::Money total;
    std::optional<quantity::Money> base{};
    std::optional<quantity::Money> stock{};
    std::optional<quantity::Money> bonus{};
};

struct MarketProfile {
    ProfileHeader header;
    quantity::Currency currency;
    std::vector<MarketMedian> medians{};
};

/// A published pay range of a posting.
struct PostedBand {
    std::string title{};
    std::string ladder{};
    std::string level{};
    PayRange base{};
    PayRange total{};
    std::optional<quantity::Rate> bonus{};
};

struct BandProfile {
    ProfileHeader header;
    std::string company;
    quantity::Currency currency;
    std::vector<PostedBand> bands{};
};

/// What practitioners or published figures say about one topic. Nobody can prove it, so each claim carries its own
/// source and date, and is shown with both.
struct Claim {
    std::string text;
    std::string source;
    calendar::Date as_of;
    std::string contested{};  ///< what other sources say instead; empty where none is known to differ
};

/// What is said about one topic: asking for a level, for example.
struct ClaimsProfile {
    ProfileHeader header;
    std::vector<Claim> claims{};
};

/// How share prices move where an offer does not say.
struct StocksProfile {
    ProfileHeader header;
    quantity::Rate volatility{};          ///< a year
    quantity::Rate market_correlation{};  ///< of a price with the market
};

/// A company's usual terms: the skeleton of an offer file.
struct CompanyProfile {
    ProfileHeader header;
    std::string company;
    std::string ladder{};
    std::string vesting{};  ///< id of a vesting profile
    std::vector<VestDay> align{};
    std::string day_of_month{};
    std::string instrument{};
    StockKind stock_kind = StockKind::public_market;
    std::optional<Employer> employer{};
    std::string bonus{};
    std::string conversion_note{};
};

/// How easily a part of an offer moves: easily, a little, not at all (fixed by policy), or seldom.
enum class Flexibility { high, low, none, rare };
[[nodiscard]] constexpr auto words(Flexibility) noexcept {
    using enum Flexibility;
    return std::to_array<Word<Flexibility>>({{high, "high"}, {low, "low"}, {none, "none"}, {rare, "rare"}});
}

/// How many onsite interviews end in an offer.
struct InterviewOdds {
    quantity::Rate low{};  ///< the lowest of the companies surveyed
    quantity::Rate high{};
    struct OfCompany {
        std::string company;
        quantity::Rate onsite_to_offer{};
    };
    std::vector<OfCompany> companies{};
    std::string source{};
    std::optional<calendar::Date> as_of{};
};

/// How far employers of a kind usually go, as new totals. What is absent is not known.
struct UsualRoom {
    std::optional<quantity::Rate> base{};     ///< of the base that is offered
    std::optional<quantity::Rate> equity{};   ///< of the grant that is offered
    std::optional<quantity::Rate> sign_on{};  ///< of a year's base that is offered
    bool guaranteed_bonus = false;            ///< a first bonus, at its target
    std::string source{};
    calendar::Date as_of;
};

/// What practitioners claim about negotiating: defaults for a person to change, never facts about one company.
struct NegotiationProfile {
    ProfileHeader header;
    quantity::Rate ask_low{};     ///< of the target: the lower end of the range to name first
    quantity::Rate ask_high{};    ///< of the target
    quantity::Rate settlement{};  ///< how far towards an ask the other side moves, above 0
    std::string settlement_source{};
    quantity::Rate rescind{};  ///< share of offers withdrawn after negotiating: the highest that was measured
    std::optional<quantity::Rate> rescind_low{};  ///< the lowest
    std::string rescind_source{};
    quantity::Rate success{};  ///< chance that asking brings half of what the target is above the offer
    std::string success_source{};
    Flexibility equity = Flexibility::high;
    Flexibility sign_on = Flexibility::high;
    Flexibility base = Flexibility::low;
    Flexibility bonus = Flexibility::none;
    Flexibility level = Flexibility::rare;
    std::vector<std::string> non_cash{};  ///< what to ask for when a number comes down
    InterviewOdds odds{};
    std::optional<UsualRoom> room{};  ///< of the kind of employer; absent: none is assumed
    std::vector<Claim> claims{};      ///< what is said about employers of that kind
};

/// Where one may live: the tax forms that count there, and what living costs.
struct PlaceProfile {
    ProfileHeader header;
    std::vector<std::string> taxes{};               ///< ids of forms without years, each after those it uses
    std::optional<quantity::Number> price_level{};  ///< with the United States as 100
    std::optional<std::int64_t> level_year{};
    std::string level_source{};
};

/// One way in which companies ended, and how often.
struct ExitOutcome {
    std::string name;
    quantity::Rate chance{};
    std::optional<quantity::Number> multiple{};  ///< of the value at the last round
};

/// How companies ended, as somebody counted it: of investments, not of employees. The chances add up to 1.
struct ExitsProfile {
    ProfileHeader header;
    calendar::Period horizon = calendar::Period::months(84);  ///< from the first day to the end, of all outcomes
    std::vector<ExitOutcome> outcomes{};                      ///< all with a multiple, or none
};

/// Priorities to begin from: somebody's swings and anchors, to be replaced by one's own.
struct PrioritiesProfile {
    ProfileHeader header;
    Priorities priorities;
};

}  // namespace offerkit::model
