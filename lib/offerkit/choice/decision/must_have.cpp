#include <offerkit/choice/decision/must_have.hpp>

#include <algorithm>

namespace offerkit::choice::decision {

namespace {

// Chances are sums such as .3 + .4; what they miss a round number by is no shortfall.
constexpr double no_shortfall = 1e-12;

// The chance that a rating is at least as good as the bar.
double chance_of_reaching(const Rating& rating, const DecisionFactor& factor, double bar) {
    const bool costs = factor.best < factor.worst;
    if (rating.continuous()) {
        return std::clamp((factor.best - bar) / (factor.best - factor.worst), 0.0, 1.0);
    }
    double chance = 0;
    for (const Outcome& outcome : rating.outcomes) {
        if (costs ? outcome.rating <= bar : outcome.rating >= bar) {
            chance += outcome.chance;
        }
    }
    return std::min(chance, 1.0);
}

}  // namespace

std::vector<MustHaveResult> must_haves(const Judgement& judgement) {
    std::vector<MustHaveResult> results;
    for (std::size_t j = 0; j < judgement.factors.size(); ++j) {
        const DecisionFactor& factor = judgement.factors[j];
        if (factor.stated == nullptr || !factor.stated->must) {
            continue;
        }
        const double bar = factor.stated->must->at_least.approximate();
        const auto& asked = factor.stated->must->chance;
        for (std::size_t i = 0; i < judgement.offers(); ++i) {
            const Rating& rating = judgement.ratings[i][j];
            MustHaveResult result{.offer = i, .factor = j, .at_least = bar, .rating = rating.rating};
            result.chance = chance_of_reaching(rating, factor, bar);
            if (asked) {
                result.required = asked->approximate();
            }
            result.shortfall = std::max(0.0, factor.best < factor.worst ? rating.rating - bar : bar - rating.rating);
            result.met = result.chance >= result.required.value_or(1.0) - no_shortfall;
            if (rating.continuous() && !result.met) {
                result.met = true;
                result.known = false;
                result.shortfall = 0;
            }
            results.push_back(result);
        }
    }
    return results;
}

}  // namespace offerkit::choice::decision
