#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// The share of all weights (uniform on the simplex) for which a beats b, from the differences d = v_a - v_b: exact, by
/// the recursion of Varsi (1973) and Ali (1973) for a simplex cut by a half space, in O(n^2) steps that only ever add
/// and divide positive numbers. All differences zero: one half.
[[nodiscard]] double winning_index(std::span<const double> differences) noexcept;

/// The share of the weights in a stated order, from the heaviest group on.
struct OrderedIndex {
    double index = 0.5;
    bool sampled = false;  ///< over 720 orders of equal weights: a sample of them was taken
};

/// The same over the weights w1 >= ... >= wn alone: every difference becomes the running mean up to it. Equal weights
/// are unordered among themselves: the mean over their orders.
[[nodiscard]] OrderedIndex winning_index_under_order(std::span<const double> differences,
                                                     const std::vector<std::vector<std::size_t>>& order,
                                                     std::uint64_t seed);

/// Each unordered pair once. Factors without weight are left out.
[[nodiscard]] std::vector<Pairwise> pairwise(const Values& values, std::span<const double> weights, std::uint64_t seed);

}  // namespace offerkit::choice::decision
