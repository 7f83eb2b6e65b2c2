#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
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
enum class Release {
    dated,       ///< on its date
    pending,     ///< waits for an event that has no date
    impossible,  ///< its event missed the deadline
};

/// What vests on one day from one segment of a schedule.
struct Tranche {
    std::optional<Date> date{};  ///< absent while pending, and when impossible
    std::optional<Date>
        scheduled{};  ///< the day of the grid, before any gate or grant date moved it (of several: the last)
    Shares quantity{};
    std::int32_t segment = 1;  ///< from 1, in the order of the file
    Release release = Release::dated;
};

/// A schedule spelled out: tranches by date, those without a date last. Tranches and `lost` add up to the grant.
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
    model::BeforeGrant before_grant = model::BeforeGrant::fold;
    std::span<const std::string> gates{};  ///< any one of them opens the grant
    std::optional<Date> gate_deadline{};   ///< when a gated grant expires
};

/// What is known of the events that gates and starts name, as of a day.
struct EventBook {
    std::span<const model::Event> events{};
    Date as_of;
};

/// Spells a schedule out by docs/numbers.md, "Vesting": grid, allocation, cliff, grant date, gates.
/// Gives nothing, and says why with the place in the file, when portions do not add up to 1, `over` is not a whole
/// number of `every`, a cliff leaves its schedule, there are too many tranches, a date leaves the calendar, or a
/// product leaves 128 bits.
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
