#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include <offerkit/choice/comparison/comparison.hpp>

/// Whether who leads hangs on events without a date.
namespace offerkit::choice {

/// Where a lead turns as a chance grows from 0 to 1.
struct Turn {
    std::size_t before = 0;  ///< the leader at 0
    std::size_t after = 0;   ///< the leader at 1
    double chance = 0;       ///< the one from which on another than `before` leads, found by halving
};

/// `leader_at` gives the leader at a chance and should change it once. `nullopt` if both ends have the same leader.
[[nodiscard]] std::optional<Turn> turn_of(const std::function<std::size_t(double)>& leader_at);

/// The figure of an offer that decides who leads.
using FigureOf = std::function<double(const value::Definitions&)>;
/// Who leads when each offer has the figure at its place.
using LeaderOf = std::function<std::size_t(std::span<const double>)>;

/// Of more events than this in one offer none is looked at alone: each takes a valuation of its own.
inline constexpr std::size_t most_events_alone = 100;

/// The figures of an offer of the comparison with all that waits for one of its events, and nothing else that waits.
[[nodiscard]] value::Definitions definitions_with(const Comparison& comparison, std::size_t offer,
                                                  const std::string& event);

/// The first single event, by offer (unless it waits for more than `most_events_alone`) and then in the order of its
/// file, that puts another offer first on the chosen figure when all that waits for it counts; else all of them
/// together. `nullopt` if the leader stays. Of a comparison after tax, what waits for the events of one offer counts
/// together.
[[nodiscard]] std::optional<HangingLead> hanging_lead(const Comparison& comparison);
/// The same for whoever leads by another figure, or by more than one.
[[nodiscard]] std::optional<HangingLead> hanging_lead(const Comparison& comparison, const FigureOf& figure,
                                                      const LeaderOf& leader);

}  // namespace offerkit::choice
