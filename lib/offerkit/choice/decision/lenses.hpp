#pragma once

#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// For each goal that a factor with weight serves, in the order of model::Goal. Its factors keep their ratios, and so
/// do the others with what is left. At 0.6 only where there are others.
[[nodiscard]] std::vector<GoalLens> goal_lenses(const Judgement& judgement);

}  // namespace offerkit::choice::decision
