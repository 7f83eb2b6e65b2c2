#include <offerkit/choice/decision/lenses.hpp>

#include <algorithm>
#include <array>
#include <numeric>

#include <offerkit/choice/decision/detail/same_value.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::same_value;

constexpr double most_of_it = 0.6;

GoalLens look(const Values& values, const std::vector<double>& weights) {
    GoalLens lens;
    for (const auto& row : values) {
        lens.values.push_back(std::inner_product(row.begin(), row.end(), weights.begin(), 0.0));
    }
    const double best = *std::max_element(lens.values.begin(), lens.values.end());
    bool found = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (lens.values[i] < best - same_value) {
            continue;
        }
        if (found) {
            lens.tied_with.push_back(i);
        } else {
            lens.winner = i;
            found = true;
        }
    }
    return lens;
}

}  // namespace

std::vector<GoalLens> goal_lenses(const Judgement& judgement) {
    using model::Goal;
    constexpr std::array goals{Goal::money_now,  Goal::money_later, Goal::impact,
                               Goal::experience, Goal::brand,       Goal::personal_growth};
    const Values values = judgement.values();
    std::vector<GoalLens> lenses;
    for (const Goal goal : goals) {
        double own = 0;
        double others = 0;
        for (const DecisionFactor& factor : judgement.factors) {
            (factor.goal == goal ? own : others) += factor.weight;
        }
        if (own <= 0) {
            continue;
        }
        for (const double share : {1.0, most_of_it}) {
            if (share < 1 && others <= 0) {
                continue;
            }
            std::vector<double> weights;
            for (const DecisionFactor& factor : judgement.factors) {
                const double part = factor.goal == goal ? share / own : share < 1 ? (1 - share) / others : 0.0;
                weights.push_back(part * factor.weight);
            }
            GoalLens& lens = lenses.emplace_back(look(values, weights));
            lens.goal = goal;
            lens.share = share;
        }
    }
    return lenses;
}

}  // namespace offerkit::choice::decision
