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
#include <offerkit/timeline/findings.hpp>

namespace offerkit::timeline {

using calendar::DayRule;
using calendar::Period;
using diagnostic::Diagnostics;

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

/// The opening of any one of them, in time for the deadline.
[[nodiscard]] Opening opening_of(std::span<const std::string> gates, std::optional<Date> deadline,
                                 const EventBook& events) noexcept;

/// Nominal length of a schedule in years: months / 12, days / 365.25; of dated portions, from `start` to the last date.
[[nodiscard]] double nominal_years(const model::VestingTerms& vesting, Date start) noexcept;

}  // namespace offerkit::timeline
