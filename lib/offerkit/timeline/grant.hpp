#pragma once

#include <optional>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/timeline/findings.hpp>

namespace offerkit::timeline {

using diagnostic::Diagnostics;

struct EventBook;

/// The grant's vesting start after `align` has moved it to the first such day on or after it.
[[nodiscard]] Date aligned_start(const model::Grant& grant) noexcept;

/// A grant of the offer resolved as of a day; nothing when its terms cannot be spelled out, which is reported at their
/// lines. Of many grants the events are looked at once, in a book of the offer's.
[[nodiscard]] std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant, Date as_of,
                                                   Diagnostics& diagnostics);
[[nodiscard]] std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant,
                                                   const EventBook& events, Diagnostics& diagnostics);

/// The departure that the offer itself states, by its `end`: voluntary, as no reason is written.
[[nodiscard]] std::optional<Departure> departure_of(const model::Offer& offer) noexcept;

/// The tranches of a grant when its holder leaves on that day for that reason; without a departure, when they stay
/// (docs/numbers.md, "Leaving"). What is earned by the day, inclusive, stays; accelerations that the departure sets off
/// are earned on it; the rest is forfeited, and so is what a gate still holds unless the grant keeps it. The tranches
/// and `lost` add up to the grant for every day and reason. One pass over what is served, no grid is laid anew: cheap
/// enough to be asked for every month of ten years.
[[nodiscard]] Schedule settle(const ResolvedGrant& grant, const std::optional<Departure>& departure);

/// The refreshers given from after `from_day` up to and including `last_day`, named "refresher-1" and so on by their
/// place since the start of employment. Each is converted at the price of its day, rounded down, its value times its
/// probability. Needs a stock; none are given by an offer without one.
[[nodiscard]] std::vector<ResolvedGrant> resolve_refreshers(const model::Offer& offer, Date from_day,
                                                            bool including_from_day, Date last_day, Date as_of,
                                                            Diagnostics& diagnostics);

}  // namespace offerkit::timeline
