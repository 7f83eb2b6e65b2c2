#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/assumption.hpp>
#include <offerkit/model/band.hpp>
#include <offerkit/model/cash_pay.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/stock.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

using quantity::Currency;

enum class OfferKind { offer, current, search };
[[nodiscard]] constexpr auto words(OfferKind) noexcept {
    using enum OfferKind;
    return std::to_array<Word<OfferKind>>({{offer, "offer"}, {current, "current"}, {search, "search"}});
}
enum class Evidence { written, verbal, process };
[[nodiscard]] constexpr auto words(Evidence) noexcept {
    using enum Evidence;
    return std::to_array<Word<Evidence>>({{written, "written"}, {verbal, "verbal"}, {process, "process"}});
}
/// How far a process has come: applied, answered, or to be decided after the last interviews.
enum class Stage { sent, reply, onsite };
[[nodiscard]] constexpr auto words(Stage) noexcept {
    using enum Stage;
    return std::to_array<Word<Stage>>({{sent, "sent"}, {reply, "reply"}, {onsite, "onsite"}});
}
/// A contract ends at will: nothing of its pay is fixed.
enum class Employment { employee, contract };
[[nodiscard]] constexpr auto words(Employment) noexcept {
    using enum Employment;
    return std::to_array<Word<Employment>>({{employee, "employee"}, {contract, "contract"}});
}

/// Who bears the employer's contributions on shares, where an agreement can move them to the holder (United Kingdom).
enum class ContributionBearer { employer, employee };
[[nodiscard]] constexpr auto words(ContributionBearer) noexcept {
    using enum ContributionBearer;
    return std::to_array<Word<ContributionBearer>>({{employer, "employer"}, {employee, "employee"}});
}

/// Kinds of employers that differ in what they usually move in a negotiation.
enum class Employer { large, startup, finance, public_sector };
[[nodiscard]] constexpr auto words(Employer) noexcept {
    using enum Employer;
    return std::to_array<Word<Employer>>(
        {{large, "large"}, {startup, "startup"}, {finance, "finance"}, {public_sector, "public"}});
}

/// Definitions of total compensation that people and letters use (docs/numbers.md, "Definitions").
enum class Definition { present_value, average, first_year, annualized, target, guaranteed, survival_weighted };
[[nodiscard]] constexpr auto words(Definition) noexcept {
    using enum Definition;
    return std::to_array<Word<Definition>>({{present_value, "present_value"},
                                            {average, "average"},
                                            {first_year, "first_year"},
                                            {annualized, "annualized"},
                                            {target, "target"},
                                            {guaranteed, "guaranteed"},
                                            {survival_weighted, "survival_weighted"}});
}

/// What the letter says it all adds up to, and by which definition.
struct LetterTotal {
    Money amount;
    std::optional<Definition> means{};  ///< absent: everything once (docs/numbers.md, "Definitions")
    Span span{};
};

/// A rung of a company's ladder.
struct Level {
    std::string ladder;
    std::string name;
    Span span{};
};

/// Grants given every year to somebody who stays; counted only when asked for.
struct Refresher {
    Stated<Money> value;  ///< in the stock's currency
    Period first_after = Period::months(12);
    Period every = Period::months(12);
    std::optional<DayOfYear> on{};
    VestingTerms vesting{};
    DayRule day_of_month{};
    Rate probability{1};
    Span span{};
};

/// An event that comes some time after another.
struct EventAfter {
    std::string event;
    Period plus = Period::months(0);
    Span span{};
};

/// Something that may happen and that vesting depends on. Without a date it is pending.
struct Event {
    std::string id;
    std::optional<Date> date{};  ///< of one that comes after another, see `date_events`
    std::optional<Rate> chance{};
    std::optional<Date> deadline{};
    std::optional<EventAfter> after{};
    Span span{};
};

enum class LeaveTreatment { none, extend, skip_and_append };
[[nodiscard]] constexpr auto words(LeaveTreatment) noexcept {
    using enum LeaveTreatment;
    return std::to_array<Word<LeaveTreatment>>(
        {{none, "none"}, {extend, "extend"}, {skip_and_append, "skip_and_append"}});
}

struct LeaveOfAbsence {
    Date from;
    Date to;  ///< the first day back
    LeaveTreatment treatment = LeaveTreatment::none;
    Span span{};
};

/// A time for which pay goes on, or stops. A month is a twelfth of a year's pay, a week 1/52 and a day 1/365, so it
/// matters in which of them it is written.
struct PaidTime {
    Period period = Period::months(0);
    bool in_weeks = false;
};
/// The part of a year's pay that is meant.
[[nodiscard]] Rate years_of(const PaidTime& time) noexcept;
/// "3 months", "2 weeks": as it is written.
[[nodiscard]] std::string to_string(const PaidTime& time);

/// What leaving this job takes and brings: notice, a ban on competing, severance, holidays paid out.
struct Leaving {
    std::optional<Period> notice{};
    std::optional<Stated<PaidTime>> non_compete{};
    Rate non_compete_pay{};
    std::optional<Stated<PaidTime>> severance{};  ///< of base
    std::vector<LeavingReason> severance_for{};
    std::optional<Stated<Number>> unused_holiday_days{};
    Span span{};
};

struct MatchTier {
    Rate rate{};
    Rate up_to{};  ///< of base, the width of this tier
};

/// The employer's part of a retirement plan that follows the employee's.
struct RetirementMatch {
    std::vector<MatchTier> tiers{};
    std::optional<Money> limit{};           ///< caps the employer's amount a year
    Period after = Period::months(0);       ///< from this much service on
    std::optional<VestingTerms> vesting{};  ///< by service; absent: yours at once
    Span span{};
};

/// An employee stock purchase plan. The lookback is in no total: what it adds is told beside it.
struct StockPurchasePlan {
    Rate discount{};
    Rate contribution{};
    bool lookback = false;
    Period period = Period::months(6);  ///< from the first price to the purchase; counts for the lookback alone
    std::optional<Money> limit{};       ///< of stock a year at its price before the discount
    Span span{};
};

struct OtherBenefit {
    std::string name;
    Money amount;                           ///< a year
    Period after = Period::months(0);       ///< from this much service on
    std::optional<VestingTerms> vesting{};  ///< by service; absent: yours at once
    Span span{};
};

/// Yearly worth to the person, in money.
struct Benefits {
    std::optional<Stated<Money>> health{};
    std::optional<Stated<Rate>> retirement{};  ///< of base, unconditional
    std::optional<RetirementMatch> retirement_match{};
    std::optional<Number> pto_days{};  ///< shown; salary pays it already
    std::optional<StockPurchasePlan> espp{};
    std::vector<OtherBenefit> others{};
    Span span{};
};

/// What taking the job costs: once on the first day, or every year.
struct Cost {
    std::string name;
    Money amount;
    bool once = false;
    Span span{};
};

/// 1 `base` = `rate` `quote`.
struct FxRate {
    Currency base;
    Currency quote;
    Number rate{1};
    Span span{};
};

/// Exchange rates, with the day they are of.
struct FxTable {
    std::vector<FxRate> rates{};
    std::optional<Date> as_of{};
};

/// A factor not known yet: the whole scale.
struct UnknownRating {};
/// P10, P50 and P90.
struct RangeRating {
    Number low{};
    Number likely{};
    Number high{};
};
/// Met with that chance. Without levels of its own: the best and the worst end of the scale.
struct ConditionRating {
    Rate chance{};
    std::optional<Number> met{};
    std::optional<Number> unmet{};
};

/// How this offer does on one of the person's own factors.
struct FactorRating {
    std::string factor;
    std::variant<Number, RangeRating, ConditionRating, UnknownRating> rating;
    Span span{};
    bool askable = true;  ///< somebody at the company could tell
};

/// A profile that a file named, with its facts' source and date.
struct ProfileUse {
    std::string kind;
    std::string id;
    std::string source;
    Date as_of;
    Span span{};
};

/// One offer, or the job held now, as its papers say it. Immutable once read; every date, amount and share follows from
/// it by the rules of the storeys above.
struct Offer {
    std::string file;  ///< the name the file was given by
    std::string company;
    std::string role{};
    std::string location{};
    std::string place{};  ///< id of the profile of its taxes and prices; empty: none named
    Span place_span{};
    Currency currency;
    OfferKind kind = OfferKind::offer;
    Employment employment = Employment::employee;
    ContributionBearer employer_ni = ContributionBearer::employer;
    std::optional<Employer> employer{};  ///< whose usual room a negotiation assumes; absent: none
    Stated<Date> start;
    std::optional<Stated<Date>> end{};  ///< last day employed
    std::optional<Stated<Date>> received{};
    std::optional<Stated<Date>> decide_by{};
    Evidence evidence = Evidence::written;
    std::optional<Rate> chance{};
    std::optional<Date> expected{};
    std::optional<Stage> stage{};                     ///< of a process
    std::optional<Stated<std::int64_t>> open_days{};  ///< of a process: how long its offer would stay open
    std::optional<LetterTotal> letter_total{};
    std::optional<Level> level{};
    std::optional<Base> base{};
    std::vector<Bonus> bonuses{};
    std::vector<SignOn> sign_ons{};
    std::optional<Stock> stock{};
    std::vector<Grant> grants{};
    std::optional<Refresher> refresher{};
    std::vector<Event> events{};
    std::vector<LeaveOfAbsence> leaves_of_absence{};
    std::optional<Leaving> leaving{};
    Benefits benefits{};
    std::vector<Cost> costs{};
    FxTable fx{};
    std::vector<FactorRating> factors{};
    std::optional<OfferBand> band{};
    std::optional<OfferMarket> market{};
    std::vector<Assumption> assumptions{};  ///< the defaults that reading it used
    std::vector<ProfileUse> profiles{};
    Span span{};  ///< line 1
};

/// The event of that id; nothing when the file names none.
[[nodiscard]] const Event* find_event(const Offer& offer, std::string_view id) noexcept;

/// Gives an offer that states no raise this one, and lists it among its assumptions.
void assume_raise(Offer& offer, const Stated<Rate>& raise);

/// Dates the events that come after others: the other's date and what is added to it; without a chance of its own, at
/// the other's chance; and no later than its deadline allows. To be called again when the date of an event changes.
/// Events that come after each other in a circle, or past the calendar, are reported; then it gives false.
[[nodiscard]] bool date_events(Offer& offer, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::model
