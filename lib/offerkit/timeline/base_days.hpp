#pragma once

#include <optional>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// The yearly salary in force on a day: round(S (1 + raise)^m), m whole years since `as_of`, or the last change on or
/// before the day. Nothing when it leaves 64 bits; zero without a base.
[[nodiscard]] std::optional<quantity::Money> salary_on(const model::Offer& offer, const Window& window, Date day);

/// The part of it that does not rest on `raise`: the salary as stated, with its dated changes. At most the salary in
/// force.
[[nodiscard]] std::optional<quantity::Money> stated_salary_on(const model::Offer& offer, const Window& window,
                                                              Date day);

/// What a year of the overtime in force on a day pays: by the hourly rate, or of a salary that a dated change states by
/// its hours. Nothing when it leaves 64 bits; zero without overtime.
[[nodiscard]] std::optional<quantity::Money> overtime_on(const model::Offer& offer, const Window& window, Date day);

/// What the first to the last of these days earn of base, both included. Months are counted from the window's first
/// day, both ways; one that is cut is split by its days, cumulatively, so that what is next to each other adds up.
/// Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> base_between(const model::Offer& offer, const Window& window, Date first,
                                                          Date last);

}  // namespace offerkit::timeline
