#include <offerkit/choice/decision/verdict.hpp>

#include <offerkit/choice/decision/detail/drawn_values.hpp>
#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/philox.hpp>

namespace offerkit::choice::decision {

namespace {

constexpr double clear_share = 0.90;
constexpr double clear_share_when_wide = 0.80;
constexpr double leaning_share = 0.65;
constexpr double least_factor = 0.8;  // by which a weight is multiplied
constexpr double factor_range = 0.4;
constexpr double same_value = 1e-12;

// 2^u for u between -1 and 1, by a sum of fixed order: the same bits on every machine.
double power_of_two(double u) noexcept {
    constexpr double ln_2 = 0.69314718055994530942;
    constexpr int terms = 18;
    const double x = u * ln_2;
    double sum = 1;
    for (int n = terms; n > 0; --n) {
        sum = 1 + sum * x / n;
    }
    return sum;
}

double factor_of(Spread spread, double uniform) noexcept {
    return spread == Spread::narrow ? least_factor + factor_range * uniform : power_of_two(2 * uniform - 1);
}

}  // namespace

std::vector<double> wins_of(std::size_t leader, const Judgement& judgement, Spread spread, std::uint64_t samples,
                            std::uint64_t seed) {
    expects(samples > 0);
    detail::DrawnValues values{judgement.ratings, judgement.weights()};
    const std::size_t offers = judgement.offers();
    const std::size_t columns = values.columns();
    // Halves, so that a tie counts as one and a win as two.
    std::vector<std::uint64_t> halves(offers);
    std::vector<double> drawn_weights(columns);
    std::vector<double> sums(offers);
    const auto key =
        detail::key_of(seed, spread == Spread::narrow ? detail::Purpose::verdict : detail::Purpose::wide_verdict);
    for (std::uint64_t sample = 0; sample < samples; ++sample) {
        numeric::Draw draw{key, sample};
        for (std::size_t j = 0; j < columns; ++j) {
            drawn_weights[j] = values.weights()[j] * factor_of(spread, draw.uniform());
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

bool dominates_for_sure(std::size_t leader, const Judgement& judgement) {
    const auto& own = judgement.ratings[leader];
    for (std::size_t i = 0; i < judgement.offers(); ++i) {
        if (i == leader) {
            continue;
        }
        bool better = false;
        for (std::size_t j = 0; j < own.size(); ++j) {
            if (judgement.factors[j].weight <= 0) {
                continue;
            }
            const double ahead = own[j].least() - judgement.ratings[i][j].most();
            if (ahead < -same_value) {
                return false;
            }
            better = better || ahead > same_value;
        }
        if (!better) {
            return false;
        }
    }
    return true;
}

VerdictClass class_of(const Verdict& verdict, double most_valuable_question) noexcept {
    if (verdict.hangs_on) {
        return VerdictClass::hangs_on;
    }
    const bool steady = verdict.steadiness >= clear_share && verdict.wide_steadiness >= clear_share_when_wide;
    if ((verdict.dominant_for_sure || steady) && !verdict.not_in_writing && !verdict.open_dates) {
        return VerdictClass::clear;
    }
    if (most_valuable_question > verdict.margin.value_or(0) + same_value) {
        return VerdictClass::ask_first;
    }
    return verdict.steadiness >= leaning_share ? VerdictClass::leaning : VerdictClass::toss_up;
}

}  // namespace offerkit::choice::decision
