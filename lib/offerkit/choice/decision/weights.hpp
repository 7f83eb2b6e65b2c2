#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace offerkit::choice::decision {

/// Swing points as shares of 1 (SMARTS: Edwards & Barron 1994). At least one is above 0.
[[nodiscard]] std::vector<double> swing_weights(std::span<const double> swings);

/// Rank-order-centroid weights, w_(k) = (1/n) sum over l = k..n of 1/l (Barron & Barrett 1996). Rank 1 is the most
/// important; equal ranks share the mean of the places that they take together.
[[nodiscard]] std::vector<double> rank_order_centroid(std::span<const std::int64_t> ranks);

/// The factors from the heaviest to the lightest, in groups of equal weight; factors without weight are left out, as
/// they are from the decision. Each group keeps the order in which its factors were given.
[[nodiscard]] std::vector<std::vector<std::size_t>> weight_order(std::span<const double> weights);

/// The rank of each factor by weight, 1 for the heaviest, equal for equal weights.
[[nodiscard]] std::vector<std::int64_t> ranks_of(std::span<const double> weights);

}  // namespace offerkit::choice::decision
