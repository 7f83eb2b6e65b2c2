#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>

namespace offerkit::choice::decision {

/// How sure a choice is at the stated weights, over the ratings that are not certain.
struct Prospects {
    std::vector<double> probability_best{};  ///< by offer; ties split; sum to 1
    std::vector<double> expected_regret{};   ///< E[max V - V_i]
    double expected_best = 0;                ///< E[max V]
    bool sampled = false;   ///< over 2^16 combinations for an offer, or 100 unknowns in all: from draws instead
    double half_width = 0;  ///< of the probabilities when sampled: 1.96 sqrt(p (1 - p) / N), the largest
};

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
