#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/event_index.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/shares.hpp>

namespace offerkit::timeline {

using calendar::Date;
using calendar::DayRule;
using calendar::Period;
using diagnostic::Diagnostics;
using model::Span;
using quantity::Shares;

/// Whether and when a tranche is released.
enum class Release : std::uint8_t {
    dated,       ///< on its date
    pending,     ///< waits for an event that has no date
    impossible,  ///< its event missed the deadline
    forfeited,   ///< a departure takes it
};

/// Why a departure takes a tranche.
enum class Forfeiture : std::uint8_t {
    none,
    not_earned,   ///< it was to be earned after the last day employed
    still_held,   ///< earned, but a gate was not open yet, and the grant forfeits what is held
    vested_too,   ///< the reason for leaving takes what has vested as well
    not_granted,  ///< the grant was to be made after the last day employed
};

/// What serving up to a day earns, from one segment of a schedule: before any gate holds it or a departure takes it.
struct Earning {
    std::optional<Date> scheduled{};  ///< the day of the plain grid, after its cliff (of several: the last); absent
                                      ///< while the event its segment starts at has no date
    std::optional<Date> earned{};     ///< the day the service is done, after leaves of absence, the evaluation of a
                                      ///< performance measure and acceleration; what a departure goes by
    Shares quantity{};
    std::int32_t segment = 1;          ///< from 1, in the order of the file
    std::int32_t anchor_day = 0;       ///< the day of the month its months are counted on; 0 where it has no months
    std::int32_t absence = -1;         ///< place in the offer's leaves of absence of the last one that moved it
    std::int32_t acceleration = -1;    ///< place in the grant's accelerations of the one that brought it
    Release waiting = Release::dated;  ///< why there is no day: the event its segment starts at
    bool brought_by_leaving = false;   ///< the acceleration is one that the departure itself set off
    bool awaited_evaluation = false;   ///< earned only when the performance measure is evaluated

    [[nodiscard]] bool accelerated() const noexcept { return acceleration >= 0; }
};

/// What vests on one day from one segment of a schedule.
struct Tranche : Earning {
    std::optional<Date> date{};  ///< absent while pending, and when impossible; of what is forfeited, the day it would
                                 ///< have been released, where that is known
    Release release = Release::dated;
    Forfeiture forfeiture = Forfeiture::none;
};

/// A schedule spelled out: tranches by date, those without a date last. Tranches, forfeited ones included, and `lost`
/// add up to the grant.
struct Schedule {
    std::vector<Tranche> tranches{};
    Shares lost{};  ///< shares that `truncate_forfeit` gives to nobody
};

/// What a schedule is spelled out from, beside its terms.
struct ScheduleTerms {
    const model::VestingTerms& vesting;
    std::int64_t quantity = 0;  ///< whole shares, or minor units of money
    Date start;                 ///< after `align`
    Date grant_date;
    model::Allocation allocation = model::Allocation::cumulative_round_down;
    DayRule day_of_month{};
    std::span<const model::VestDay> named_days{};  ///< on which tranches fall in their months, before the day rule
    model::BeforeGrant before_grant = model::BeforeGrant::fold;
    std::span<const std::string> gates{};  ///< any one of them opens the grant
    std::optional<Date> gate_deadline{};   ///< when a gated grant expires
};

/// What is known of the events that gates and starts name, as of a day.
struct EventBook {
    model::EventIndex events{};
    Date as_of;
};

/// What a schedule earns by service alone: by day, one row a day and segment, what has no day last. The rows and `lost`
/// add up to the grant; a row may be of no shares.
struct Service {
    std::vector<Earning> earnings{};
    Shares lost{};  ///< see Schedule
};

/// The first half of `expand`: grid, allocation and cliff, with no gate and no fold onto the grant date.
[[nodiscard]] std::optional<Service> serve(const ScheduleTerms& terms, const EventBook& events,
                                           Diagnostics& diagnostics);

/// By the day of service, what has none last.
[[nodiscard]] bool earned_before(const Earning& a, const Earning& b) noexcept;

/// Spells a schedule out by docs/numbers.md, "Vesting": grid, allocation, cliff, grant date, gates.
/// Gives nothing, and says why with the place in the file, when the quantity is negative, portions do not add up to 1,
/// `over` is not a whole number of `every`, a cliff leaves its schedule, there are too many tranches, a date leaves the
/// calendar, or portions are too fine to be kept.
[[nodiscard]] std::optional<Schedule> expand(const ScheduleTerms& terms, const EventBook& events,
                                             Diagnostics& diagnostics);

/// When the gate that any one of `gates` opens is open: the earliest of their dates in time, or why there is none.
struct Opening {
    Release release = Release::dated;
    std::optional<Date> date{};  ///< of a dated opening; absent for no gate at all
};
[[nodiscard]] Opening opening_of(std::span<const std::string> gates, std::optional<Date> deadline,
                                 const EventBook& events) noexcept;

/// Nominal length of a schedule in years: months / 12, days / 365.25; of dated portions, from `start` to the last date.
[[nodiscard]] double nominal_years(const model::VestingTerms& vesting, Date start) noexcept;

}  // namespace offerkit::timeline
