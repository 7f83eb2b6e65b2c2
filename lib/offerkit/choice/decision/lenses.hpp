#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>

namespace offerkit::choice::decision {

/// Who wins when one goal is all that counts, or most of it.
struct GoalLens {
    model::Goal goal = model::Goal::none;
    double share = 1;  ///< the weight of the goal's factors together: 1, then 0.6
    std::size_t winner = 0;
    std::vector<std::size_t> tied_with{};  ///< others that do as well
    std::vector<double> values{};          ///< by offer
};

/// For each goal that a factor with weight serves, in the order of model::Goal. Its factors keep their ratios, and so
/// do the others with what is left. At 0.6 only where there are others.
[[nodiscard]] std::vector<GoalLens> goal_lenses(const Judgement& judgement);

}  // namespace offerkit::choice::decision
