#include <offerkit/choice/decision/weight_interval.hpp>

#include <algorithm>
#include <cmath>

namespace offerkit::choice::decision {

namespace {

// What is left of two equal values computed in two ways.
constexpr double snaps_below = 1e-13;

// The advantage of one offer over another as the weight goes from 0 to 1: a straight line between two ends.
struct Line {
    double at_zero = 0;
    double at_one = 0;
};

double snapped(double value) noexcept { return std::fabs(value) < snaps_below ? 0.0 : value; }

// Cuts from the interval, which holds `now`, what lies beyond the place where the line falls below 0. Gives whether the
// lower and the upper end moved.
struct Cut {
    bool low = false;
    bool high = false;
};
Cut keep_above(Interval& interval, const Line& line, double now) noexcept {
    const double slope = line.at_one - line.at_zero;
    if ((line.at_zero >= 0 && line.at_one >= 0) || slope == 0) {
        return {};
    }
    const double crossing = std::clamp(line.at_zero / (line.at_zero - line.at_one), 0.0, 1.0);
    if (slope < 0 && crossing < interval.high) {
        interval.high = std::max(crossing, now);
        return {.high = true};
    }
    if (slope > 0 && crossing > interval.low) {
        interval.low = std::min(crossing, now);
        return {.low = true};
    }
    return {};
}

// Offers at the weight t of one factor.
class Moving {
public:
    Moving(const Values& values, std::span<const double> weights, std::size_t factor)
        : values_{values}, factor_{factor} {
        for (const auto& row : values) {
            double rest = 0;
            double sum = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                if (k != factor) {
                    rest += weights[k] * row[k];
                    sum += weights[k];
                }
            }
            // Divided by the weights themselves rather than by 1 - w, which rounds.
            rests_.push_back(rest / sum);
        }
    }

    [[nodiscard]] Line advantage(std::size_t a, std::size_t b) const noexcept {
        return {snapped(rests_[a] - rests_[b]), snapped(values_[a][factor_] - values_[b][factor_])};
    }

private:
    const Values& values_;
    std::size_t factor_;
    std::vector<double> rests_{};
};

}  // namespace

std::vector<WeightInterval> weight_intervals(const Values& values, std::span<const double> weights,
                                             std::span<const std::size_t> ranking) {
    std::vector<WeightInterval> result;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        WeightInterval& own = result.emplace_back();
        own.factor = j;
        double others = 0;
        for (std::size_t k = 0; k < weights.size(); ++k) {
            others += k == j ? 0.0 : weights[k];
        }
        if (others <= 0) {
            continue;
        }
        const Moving moving{values, weights, j};
        Interval winner;
        Interval order;
        for (std::size_t place = 1; place < ranking.size(); ++place) {
            const Cut cut = keep_above(winner, moving.advantage(ranking[0], ranking[place]), weights[j]);
            if (cut.low) {
                own.next_below = ranking[place];
            }
            if (cut.high) {
                own.next_above = ranking[place];
            }
            keep_above(order, moving.advantage(ranking[place - 1], ranking[place]), weights[j]);
        }
        own.winner = winner;
        own.order = order;
    }
    return result;
}

}  // namespace offerkit::choice::decision
