#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/timeline/findings.hpp>

namespace offerkit::timeline {

/// The day on which it brings shares: of a single trigger its event's, unless the person has left before; of a double
/// trigger the last day employed, when one is let go (or leaves for good reason) within its time of the event, and the
/// event's own day where that is still to come and the trigger looks back so far; of what a reason for leaving sets off
/// by itself the last day too. Nothing when it brings none.
[[nodiscard]] std::optional<Date> day_of(const ArmedAcceleration& acceleration,
                                         const std::optional<Departure>& departure) noexcept;

/// True when at least one of them brings shares.
[[nodiscard]] bool any_set_off(std::span<const ArmedAcceleration> accelerations,
                               const std::optional<Departure>& departure) noexcept;

/// What is served once they have brought what they bring (docs/numbers.md, "Acceleration"): in the order of their days,
/// on one day in the order of the file, each of what the earlier ones left unearned after its day. Shares taken are
/// earned on that day, the rest keeps its days; the sum stays. An event that is looked back from brings what was
/// unearned on the last day employed.
[[nodiscard]] std::vector<Earning> accelerated(std::vector<Earning> served,
                                               std::span<const ArmedAcceleration> accelerations,
                                               const std::optional<Departure>& departure);

/// True when shares and parts of shares, counted in the finest part among them, fit 64 bits: then every sum of some of
/// them does, whatever leaves, accelerations and departures make of their order.
[[nodiscard]] bool any_sum_fits(std::span<const Earning> served) noexcept;

}  // namespace offerkit::timeline
