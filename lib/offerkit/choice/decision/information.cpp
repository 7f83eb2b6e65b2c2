#include <offerkit/choice/decision/information.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace offerkit::choice::decision {

namespace {

// What is left of equal sums added in two ways; a question is worth nothing rather than that.
constexpr double least_gain = 1e-14;

// E[max(rest, low + width U)] for U uniform between 0 and 1.
double expected_max_of_uniform(double rest, double low, double width) noexcept {
    const double from = std::clamp((rest - low) / width, 0.0, 1.0);  // below it the rest is better
    return rest * from + low * (1 - from) + width * (1 - from * from) / 2;
}

}  // namespace

std::vector<Question> questions(const Judgement& judgement) {
    const auto weights = judgement.weights();
    std::vector<double> expected;
    for (const auto& row : judgement.values()) {
        expected.push_back(std::inner_product(row.begin(), row.end(), weights.begin(), 0.0));
    }
    std::optional<double> per_unit;
    if (judgement.money && weights[*judgement.money] > 0) {
        const DecisionFactor& money = judgement.factors[*judgement.money];
        per_unit = (money.best - money.worst) / weights[*judgement.money];
    }
    std::vector<Question> result;
    for (std::size_t i = 0; i < judgement.offers(); ++i) {
        double rest = -std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < expected.size(); ++k) {
            rest = k == i ? rest : std::max(rest, expected[k]);
        }
        for (std::size_t j = 0; j < weights.size(); ++j) {
            const Rating& rating = judgement.ratings[i][j];
            // A range says how sure its writer is already; what can be asked is whether a condition holds, and what an
            // unknown is.
            if (!rating.uncertain() || rating.kind == RatingKind::range) {
                continue;
            }
            Question question{.offer = i, .factor = j};
            if (expected.size() > 1 && weights[j] > 0) {
                const double without = expected[i] - weights[j] * rating.value;
                double knowing = 0;
                if (rating.continuous()) {
                    knowing = expected_max_of_uniform(rest, without, weights[j]);
                }
                for (const Outcome& outcome : rating.outcomes) {
                    knowing += outcome.chance * std::max(rest, without + weights[j] * outcome.value);
                }
                const double gain = knowing - std::max(rest, expected[i]);
                question.value = gain > least_gain ? gain : 0.0;
            }
            if (per_unit) {
                question.money = question.value * *per_unit;
            }
            result.push_back(question);
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Question& a, const Question& b) { return a.value > b.value; });
    return result;
}

}  // namespace offerkit::choice::decision
