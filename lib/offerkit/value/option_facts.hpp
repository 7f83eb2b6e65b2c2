#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/grant.hpp>

/// Dates and limits of United States tax law that stand beside what a plan says of its options and shares
/// (docs/numbers.md, "Options in the United States"). No tax is computed.
namespace offerkit::value {

using quantity::Money;

enum class OptionRule {
    iso_holding,     ///< sold sooner, an ISO is taxed as an NSO
    iso_window,      ///< exercised later after leaving, an ISO is taxed as an NSO
    iso_limit,       ///< what is above 100,000 in a year is an NSO
    nso_exercise,    ///< the gain at exercise is pay
    election_grant,  ///< 83(b), of restricted stock
    election_early,  ///< 83(b), of options exercised before they vest
};
/// "iso_holding", ...: the words of the JSON.
[[nodiscard]] std::string_view to_string(OptionRule rule) noexcept;
/// "IRC 422(a)(1)": where the rule stands.
[[nodiscard]] std::string_view source_of(OptionRule rule) noexcept;

/// A rule and the day that it gives for a grant.
struct OptionFact {
    std::string grant;
    OptionRule rule = OptionRule::iso_holding;
    std::optional<calendar::Date> from{};  ///< the day it is counted from: granted, left, transferred
    std::optional<calendar::Date> day{};   ///< the last day, or of `iso_holding` the last day that is too soon
    bool supposed = false;                 ///< nobody stated `from`: it is an example
};

/// ISOs that can be exercised for the first time in one calendar year, at what their shares were worth when they were
/// granted.
struct IsoYear {
    struct Part {
        std::string grant;
        Money exercisable;
        Money over;  ///< of it, above the limit: an NSO
    };
    int year = 0;
    Money exercisable;
    Money over;
    std::vector<Part> parts{};  ///< in the order in which they were granted, which is that of the limit
};

/// IRC 422(d): 100,000 a calendar year.
inline constexpr std::int64_t iso_limit_usd = 100'000;

/// The last day on which an ISO is still taxed as one after leaving: three months after the last day employed, a year
/// after it for the disabled; on death the limit does not apply.
[[nodiscard]] std::optional<calendar::Date> last_iso_day(calendar::Date left, model::LeavingReason reason) noexcept;

struct OptionFacts {
    std::vector<OptionFact> facts{};  ///< grant by grant; `iso_limit` is told once a year, below
    std::vector<IsoYear> years{};     ///< of ISOs whose strike is in USD: each year in which some become exercisable
    bool unknown_strike = false;      ///< ISOs whose strike nobody has said yet were left out of the years
    bool other_currency = false;      ///< ISOs in another currency were left out of the years
    bool awaits_events = false;       ///< so were those that wait for an event without a date
};

/// What holds for the iso, nso and rsa grants of an offer. An ISO's fair market value when granted is taken to be its
/// strike, which the law makes the least that it may be. Options that may be exercised early count in the year of their
/// grant, all others when they vest. `leaving` is the day taken for the last one employed where the offer states none.
[[nodiscard]] OptionFacts option_facts(const model::Offer& offer, std::span<const timeline::ResolvedGrant> grants,
                                       calendar::Date leaving);

}  // namespace offerkit::value
