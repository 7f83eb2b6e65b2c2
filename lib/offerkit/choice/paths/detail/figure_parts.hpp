#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/choice/paths/figures.hpp>

/// The parts that the figures of a plan are made of, one room each.
namespace offerkit::choice::paths::detail {

/// Mean present values through the horizon, by path.
[[nodiscard]] std::vector<double> means_of(const Worlds& worlds);
/// The path of the largest mean, but for one; the first of several.
[[nodiscard]] std::size_t best_of(std::span<const double> means, std::size_t but = nowhere);
/// The paths whose rules a path comes to by `then`, itself left out.
[[nodiscard]] std::vector<std::size_t> followed_by(const Terms& terms, std::size_t path);

[[nodiscard]] PairFigures pair_figures(const Terms& terms, const Worlds& worlds, const PairWorlds& pair);
[[nodiscard]] BreakEven break_even(const Terms& terms, const Worlds& worlds, std::span<const double> means,
                                   std::size_t path);
[[nodiscard]] TurnFigures turn_figures(const Terms& terms, const Worlds& worlds, std::span<const double> means,
                                       std::size_t turn);
[[nodiscard]] std::vector<Move> moves(const Terms& terms, const Worlds& worlds, std::span<const double> means);

}  // namespace offerkit::choice::paths::detail
