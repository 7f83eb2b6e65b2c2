#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// Draws `samples` weights uniformly from the simplex and ranks the offers for each. The same numbers on every machine
/// and for any number of callers. `samples` is at least 1, and there is one factor at least.
[[nodiscard]] std::vector<Acceptability> acceptability(const Values& values, std::uint64_t samples, std::uint64_t seed);

/// The same over the weights in a stated order: groups of factors from the heaviest on, equal ones unordered among
/// themselves. Factors in no group have no weight; one factor at least is in a group.
[[nodiscard]] std::vector<Acceptability> acceptability_under_order(const Values& values,
                                                                   const std::vector<std::vector<std::size_t>>& order,
                                                                   std::uint64_t samples, std::uint64_t seed);

/// Both from the same draws, for the price of little more than one; by factor, those without weight at 0.
struct Acceptabilities {
    std::vector<Acceptability> any_weights{};
    std::vector<Acceptability> under_order{};
};
[[nodiscard]] Acceptabilities acceptabilities(const Values& values, std::span<const double> weights,
                                              std::uint64_t samples, std::uint64_t seed);

}  // namespace offerkit::choice::decision
