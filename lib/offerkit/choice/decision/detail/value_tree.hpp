#pragma once

#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision::detail {

/// The rated factors of priorities with their weights: each the product of its shares from the top of the tree down.
/// Money first, then in the order of the file.
[[nodiscard]] std::vector<DecisionFactor> rated_factors(const model::Priorities& priorities);

}  // namespace offerkit::choice::decision::detail
