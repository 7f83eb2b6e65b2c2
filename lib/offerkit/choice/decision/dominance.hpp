#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

[[nodiscard]] bool dominates(std::span<const double> a, std::span<const double> b) noexcept;

/// Whether every partial sum of a's advantages, from the heaviest factor on, is at least 0 and one is above. Factors of
/// one group are unordered among themselves: it must hold in whichever order they are taken.
[[nodiscard]] bool dominates_under_order(std::span<const double> a, std::span<const double> b,
                                         const std::vector<std::vector<std::size_t>>& order);

/// Every pair in which one dominates the other, by the strongest kind. Factors without weight count for nothing.
[[nodiscard]] std::vector<Dominance> dominances(const Values& values, std::span<const double> weights);

}  // namespace offerkit::choice::decision
