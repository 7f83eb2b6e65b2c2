#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>

namespace offerkit::choice::decision {

/// Exact: an offer's ranges and conditions are a list of values with their chances, and an unknown adds a uniform
/// amount, so that its distribution function is a polynomial between neighbouring corners, which Gauss-Legendre
/// integrates without error. Each unknown counts as two combinations. There is one offer at least. With pay to draw, or
/// with too many combinations, it comes from so many draws, one at least.
[[nodiscard]] Prospects prospects(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights,
                                  std::uint64_t draws, std::uint64_t seed, const DrawnPay* pay = nullptr);

/// The same from draws, one at least. Neither the order of the offers nor a number of threads changes anything.
[[nodiscard]] Prospects sampled_prospects(const std::vector<std::vector<Rating>>& ratings,
                                          std::span<const double> weights, std::uint64_t samples, std::uint64_t seed,
                                          const DrawnPay* pay = nullptr);

}  // namespace offerkit::choice::decision
