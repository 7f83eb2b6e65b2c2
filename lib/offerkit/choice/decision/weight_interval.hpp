#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// For every factor, exactly: V_i(t) = t v_ij + (1 - t) R_i crosses V_b(t) at
/// t = (R_b - R_a) / ((v_aj - v_bj) - (R_a - R_b)). `ranking` holds the offers from the best on.
[[nodiscard]] std::vector<WeightInterval> weight_intervals(const Values& values, std::span<const double> weights,
                                                           std::span<const std::size_t> ranking);

}  // namespace offerkit::choice::decision
