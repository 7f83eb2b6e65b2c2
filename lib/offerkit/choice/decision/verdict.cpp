#include <offerkit/choice/decision/verdict.hpp>

#include <offerkit/choice/decision/detail/drawn_values.hpp>
#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/philox.hpp>

namespace offerkit::choice::decision {

namespace {

constexpr double clear_share = 0.90;
constexpr double leaning_share = 0.65;
constexpr double least_factor = 0.8;  // by which a weight is multiplied
constexpr double factor_range = 0.4;
constexpr double same_value = 1e-12;

}  // namespace

std::vector<double> wins_of(std::size_t leader, const Judgement& judgement, std::uint64_t samples, std::uint64_t seed) {
    expects(samples > 0);
    detail::DrawnValues values{judgement.ratings, judgement.weights()};
    const std::size_t offers = judgement.offers();
    const std::size_t columns = values.columns();
    // Halves, so that a tie counts as one and a win as two.
    std::vector<std::uint64_t> halves(offers);
    std::vector<double> drawn_weights(columns);
    std::vector<double> sums(offers);
    const auto key = detail::key_of(seed, detail::Purpose::verdict);
    for (std::uint64_t sample = 0; sample < samples; ++sample) {
        numeric::Draw draw{key, sample};
        for (std::size_t j = 0; j < columns; ++j) {
            drawn_weights[j] = values.weights()[j] * (least_factor + factor_range * draw.uniform());
        }
        values.draw(draw);
        for (std::size_t i = 0; i < offers; ++i) {
            sums[i] = values.sum_of(i, drawn_weights);
        }
        for (std::size_t i = 0; i < offers; ++i) {
            const double ahead = sums[leader] - sums[i];
            halves[i] += ahead > same_value ? 2U : ahead < -same_value ? 0U : 1U;
        }
    }
    std::vector<double> wins;
    for (std::size_t i = 0; i < offers; ++i) {
        wins.push_back(i == leader ? 1.0 : static_cast<double>(halves[i]) / (2 * static_cast<double>(samples)));
    }
    return wins;
}

VerdictClass verdict_of(bool dominant, double steadiness, double most_valuable_question, double margin) noexcept {
    if (dominant || steadiness >= clear_share) {
        return VerdictClass::clear;
    }
    if (most_valuable_question > margin + same_value) {
        return VerdictClass::ask_first;
    }
    return steadiness >= leaning_share ? VerdictClass::leaning : VerdictClass::toss_up;
}

}  // namespace offerkit::choice::decision
