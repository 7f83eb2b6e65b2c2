#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>

namespace offerkit::choice::decision {

struct Interval {
    double low = 0;
    double high = 1;
};

/// How far the weight of one factor can go, the others keeping their ratios, before another offer leads, and before any
/// two offers change places. Absent where there are no others to keep ratios: a single factor, or one with all weight.
struct WeightInterval {
    std::size_t factor = 0;
    std::optional<Interval> winner{};
    std::optional<Interval> order{};
    std::optional<std::size_t> next_below{};  ///< who leads below the winner's interval; absent where it begins at 0
    std::optional<std::size_t> next_above{};  ///< who leads above it; absent where it ends at 1
};

/// For every factor, exactly: V_i(t) = t v_ij + (1 - t) R_i crosses V_b(t) at
/// t = (R_b - R_a) / ((v_aj - v_bj) - (R_a - R_b)). `ranking` holds the offers from the best on.
[[nodiscard]] std::vector<WeightInterval> weight_intervals(const Values& values, std::span<const double> weights,
                                                           std::span<const std::size_t> ranking);

}  // namespace offerkit::choice::decision
