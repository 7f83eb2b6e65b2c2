#include <offerkit/choice/decision/dominance.hpp>

#include <algorithm>

#include <offerkit/choice/decision/detail/same_value.hpp>
#include <offerkit/choice/decision/weights.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::same_value;

}  // namespace

bool dominates(std::span<const double> a, std::span<const double> b) noexcept {
    bool better = false;
    for (std::size_t j = 0; j < a.size(); ++j) {
        if (a[j] < b[j] - same_value) {
            return false;
        }
        better = better || a[j] > b[j] + same_value;
    }
    return better;
}

bool dominates_under_order(std::span<const double> a, std::span<const double> b,
                           const std::vector<std::vector<std::size_t>>& order) {
    double sum = 0;
    bool better = false;
    std::vector<double> advantages;
    for (const auto& group : order) {
        advantages.clear();
        for (const std::size_t factor : group) {
            advantages.push_back(a[factor] - b[factor]);
        }
        // Where the order is open, the worst one counts: disadvantages first.
        std::sort(advantages.begin(), advantages.end());
        for (const double advantage : advantages) {
            sum += advantage;
            if (sum < -same_value) {
                return false;
            }
            better = better || sum > same_value;
        }
    }
    return better;
}

std::vector<Dominance> dominances(const Values& values, std::span<const double> weights) {
    const auto order = weight_order(weights);
    Values counted(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            counted[i].push_back(weights[j] > 0 ? values[i][j] : 0.0);
        }
    }
    std::vector<Dominance> result;
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = 0; b < values.size(); ++b) {
            if (a == b) {
                continue;
            }
            if (dominates(counted[a], counted[b])) {
                result.push_back({a, b, DominanceKind::plain});
            } else if (dominates_under_order(counted[a], counted[b], order)) {
                result.push_back({a, b, DominanceKind::ordered});
            }
        }
    }
    return result;
}

}  // namespace offerkit::choice::decision
