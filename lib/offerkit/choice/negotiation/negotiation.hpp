#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/negotiation/findings.hpp>

namespace offerkit::choice {

/// What a negotiation is asked for, beside the offers.
struct NegotiationTerms {
    negotiation::Metric metric = negotiation::Metric::annualized;
    std::optional<Money> target{};                       ///< in the currency of the results
    std::optional<int> target_percentile{};              ///< of the offer's [market], instead: 25, 50, 75 or 90
    std::optional<negotiation::LevelStep> level_step{};  ///< what one level up is worth
    std::vector<negotiation::PublishedPay> published{};  ///< what is said to be paid at the offer's level
    const model::Priorities* priorities = nullptr;       ///< the caller's: with factors, what else counts
    negotiation::MetricTaxes taxes{};                    ///< the caller's: counts what stays after tax
    /// The caller's: how prices of public stock move where a file does not say. With a risk tolerance pay then counts
    /// as the certain pay that is as good; null: as it is.
    const model::StocksProfile* price_moves = nullptr;
    std::uint64_t draws = 100'000;  ///< of uncertain pay, where priorities have factors; of the verdict at most as many
};

/// Something that can justify a number to the other side.
struct Justification {
    enum class Kind { competing_offer, band, market };
    Kind kind = Kind::market;
    Money amount;        ///< up to which, in the metric
    std::string source;  ///< a company, or who published it
    std::optional<calendar::Date> as_of{};
};
[[nodiscard]] std::string_view to_string(Justification::Kind kind) noexcept;

/// What the files do not say and a negotiation would be better for.
enum class Missing { alternatives, band, market, level, grant_price };

/// Everything `negotiate` finds. Amounts are of the metric, in the currency of the comparison, unless they say
/// otherwise.
struct Negotiation {
    const model::Offer* offer = nullptr;  ///< the caller's
    Comparison comparison;                ///< of the offer, first, and the others
    NegotiationTerms terms{};             ///< without taxes and price moves, which only solving needs
    model::NegotiationProfile practice;
    Money current;  ///< the offer as it stands
    negotiation::Position position;
    negotiation::Alternatives alternatives{};
    std::optional<Decision> decision{};  ///< with priorities that hold factors: the ranking without pay is in it
    bool counts_other_factors = false;   ///< whether the reservation does
    bool counts_taxes = false;           ///< whether amounts are of what stays after tax
    std::optional<Money> reservation{};  ///< walk away below; absent without an alternative, or where no pay ties
    negotiation::Target target;
    negotiation::Stage stage = negotiation::Stage::offer;
    std::vector<negotiation::Ceiling> ceilings{};
    negotiation::Ask ask{};
    negotiation::OnePiece in_one_piece;  ///< what comes to the counter
    std::optional<Money>
        closing_sign_on{};               ///< more of it that closes what is left when they meet the counter half-way
    std::optional<Money> level_worth{};  ///< one level up, more a year
    std::optional<quantity::Rate> break_even_loss{};  ///< asking pays unless losing the offer is likelier
    bool keep_looking = false;          ///< the market's 25th percentile is above what one would walk away for
    std::optional<Money> settles_at{};  ///< where the counter, as it is said, ends by the settlement model
    std::vector<Justification> justifications{};
    std::vector<negotiation::CompanyBreakEven> company_ties{};  ///< of offers with shares of a private company
    std::vector<negotiation::LeverAnswer> levers{};  ///< those that reach the best alternative, then the target
    std::optional<negotiation::Exchange> exchange{};
    std::vector<negotiation::Package> packages{};
    negotiation::Deadline deadline{};
    std::optional<negotiation::Waiting> waiting{};
    std::vector<negotiation::RedFlag> red_flags{};
    std::vector<Missing> missing{};

    /// Whether amounts are of what stays after tax; those of levers are always as the employer pays them.
    [[nodiscard]] bool after_tax() const noexcept { return counts_taxes; }
    [[nodiscard]] const value::ValuedOffer& valued() const noexcept { return comparison.offers.front(); }
    /// The most that something in the files justifies; nothing where nothing does.
    [[nodiscard]] const Justification* strongest() const noexcept;
};

/// Solves the numbers of a negotiation over the first of some offers, the others being the ways to go without it
/// (docs/numbers.md, "Negotiating"). The offers must outlive the result; they and the practice are as the reader
/// accepts them, and taxes, if any, hold a law for every offer. Nothing when there is none, one cannot be valued, or
/// the target is in another currency than the results, which is reported.
[[nodiscard]] std::optional<Negotiation> negotiate(std::span<const model::Offer> offers,
                                                   const model::Valuation& valuation, NegotiationTerms terms,
                                                   const model::NegotiationProfile& practice, Diagnostics& diagnostics);

}  // namespace offerkit::choice
