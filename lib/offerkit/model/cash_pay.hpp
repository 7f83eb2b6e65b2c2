#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/words.hpp>

/// Pay in money as the papers state it: base, bonuses, and what is paid once.
namespace offerkit::model {

struct SalaryChange {
    Date on;
    Stated<Money> salary;
};

/// Pay beyond twelve months a year, such as a 13th month, in equal parts at the end of the months named.
struct ExtraMonths {
    Rate of_salary{};              ///< (months - 12) / 12
    std::vector<int> paid_in{12};  ///< months of the calendar, in order, each once; never empty
    Span span{};
};

/// Hours beyond the paid week.
struct Overtime {
    Number units_per_year{};  ///< hours a year x what of the hourly rate each is paid
    Number of_base{};         ///< the same as a part of base, for a salary that a dated change states
    Span span{};
};

/// Base pay. A year is `rate` x `units_per_year` exactly: a salary once, an hourly rate as often as hours are worked,
/// monthly pay twelve times.
struct Base {
    enum class Basis { salary, monthly, hourly, daily };

    Basis basis = Basis::salary;
    Stated<Money> rate;
    Number units_per_year{1};
    std::optional<Stated<Date>>
        as_of{};  ///< the day the salary is of; absent: the start (for the job held now: the window's first day)
    Stated<Rate> raise{};                 ///< from each anniversary of as_of
    bool raise_stated = false;            ///< somebody wrote it, be it 0
    std::vector<SalaryChange> changes{};  ///< by date; from the first of them no raise applies
    std::optional<ExtraMonths> extra{};
    std::optional<Overtime> overtime{};
    Span span{};
};

/// A part of a bonus that is paid later, on a schedule of its own from the payment date.
struct DeferredBonus {
    Rate portion{};
    VestingTerms vesting{};
    Span span{};
};

/// What the bonus year that the first day of employment cuts pays.
enum class FirstYear { prorated, full, none };
[[nodiscard]] constexpr auto words(FirstYear) noexcept {
    using enum FirstYear;
    return std::to_array<Word<FirstYear>>({{prorated, "prorated"}, {full, "full"}, {none, "none"}});
}
/// What leaving pays of the running bonus year.
enum class BonusOnLeaving { lost, pro_rata };
[[nodiscard]] constexpr auto words(BonusOnLeaving) noexcept {
    using enum BonusOnLeaving;
    return std::to_array<Word<BonusOnLeaving>>({{lost, "lost"}, {pro_rata, "pro_rata"}});
}

/// A yearly bonus, as a share of the base earned or as an amount.
struct Bonus {
    std::string name;
    std::variant<Rate, Money> target;
    Rate payout{1};                     ///< expected payout as a share of the target
    std::int64_t guaranteed_years = 0;  ///< bonus years in which the whole target is paid to who is employed
    std::optional<DayOfYear> year{};    ///< first day of the bonus year; absent: years of employment
    FirstYear first_year = FirstYear::prorated;
    std::optional<DayOfYear> paid_on{};     ///< the first such day on or after the year's end (of a year of employment:
                                            ///< the anniversary); absent: on the year's end itself
    int parts = 1;                          ///< equal stretches of the bonus year, each earned and paid by itself
    Period paid_after = Period::months(0);  ///< how long after its end a stretch is paid
    BonusOnLeaving on_leaving = BonusOnLeaving::lost;
    std::optional<DeferredBonus> deferred{};
    bool year_stated = false;  ///< the papers say which year it is of
    Span paid_span{};          ///< of `paid`
    Span span{};               ///< of the target
};

enum class ClawbackFrom { payment, start };
[[nodiscard]] constexpr auto words(ClawbackFrom) noexcept {
    using enum ClawbackFrom;
    return std::to_array<Word<ClawbackFrom>>({{payment, "payment"}, {start, "start"}});
}
enum class ClawbackRule { prorated, full, steps };
[[nodiscard]] constexpr auto words(ClawbackRule) noexcept {
    using enum ClawbackRule;
    return std::to_array<Word<ClawbackRule>>({{prorated, "prorated"}, {full, "full"}, {steps, "steps"}});
}

/// What is owed back until so much has been served.
struct ClawbackStep {
    Period until = Period::months(0);
    Rate owed{};
};

/// The denominators of all rates of a clawback together, so that what is owed is exact in 128 bits.
inline constexpr std::int64_t most_clawback_parts = 1'000'000'000'000;

/// What is to be paid back on leaving early.
struct Clawback {
    Period within = Period::months(12);  ///< of steps: the last of them
    ClawbackFrom from = ClawbackFrom::payment;
    ClawbackRule rule = ClawbackRule::prorated;
    std::optional<Period> full_for{};   ///< prorated: all of it until then; in the unit of `within`, at most as long
    std::vector<ClawbackStep> steps{};  ///< by time, in one unit; what is owed never rises
    Rate share{1};                      ///< of what is owed, to be paid
    std::vector<LeavingReason> waived{};
    Span span{};
};

/// Money paid once for joining or staying: sign-on, relocation, retention.
struct SignOn {
    std::string name;
    Stated<Money> amount;
    std::variant<Period, Date> when = Period::months(0);  ///< after the start, or on a date
    std::optional<Period> over{};                         ///< equal monthly parts; whole months
    std::optional<Clawback> clawback{};
    Span span{};
};

}  // namespace offerkit::model
