#pragma once

#include <span>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

/// What leaves of absence do to the days of service (docs/numbers.md, "Leave of absence"), each seeing the days as the
/// earlier ones left them; they do not overlap and stand in the order of their dates. `extend` moves what is dated from
/// the first day of the leave on later by its length: by whole months, counted from the day of the plain schedule so
/// that no clamp at a month's end is carried on, where the leave begins and ends on one day of the month; else by days.
/// `skip_and_append` takes what is dated inside the leave and appends it after the last day, at further steps of the
/// last segment. A schedule that names its dates has no such step, which is reported at the leave; so is a day past the
/// calendar. Then it gives false.
[[nodiscard]] bool take_leaves(Service& service, std::span<const model::LeaveOfAbsence> leaves,
                               const ScheduleTerms& terms, Diagnostics& diagnostics);

/// How much later a leave moves what follows it: whole months, or days.
[[nodiscard]] Period length_of(const model::LeaveOfAbsence& leave) noexcept;

}  // namespace offerkit::timeline
