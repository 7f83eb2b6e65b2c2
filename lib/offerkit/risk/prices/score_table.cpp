#include <algorithm>
#include <cmath>

#include <offerkit/contract.hpp>
#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/law.hpp>

namespace offerkit::risk {

namespace {

constexpr std::size_t middle = ScoreTable::middle;

/// How far F(e^l) is from N(z), in l: a Newton step on the smaller of the two chances.
double newton_step(const Law::Place& place, const numeric::Normal& wanted, bool upper) noexcept {
    if (!(place.density > 0)) {
        return 0;
    }
    return upper ? (place.above - wanted.above) / place.density : (wanted.below - place.below) / place.density;
}

/// The median of log x: between the ends of the mixture, by halving until Newton can be trusted.
double median(const Law& law) noexcept {
    double low = law.components().front().centre - law.spread();
    double high = law.components().back().centre + law.spread();
    const numeric::Normal wanted = numeric::normal(0);
    for (int i = 0; i < 7; ++i) {
        const double centre = (low + high) / 2;
        (law.at_log(centre).below < 0.5 ? low : high) = centre;
    }
    double at = (low + high) / 2;
    for (int i = 0; i < 4; ++i) {
        at += newton_step(law.at_log(at), wanted, false);
    }
    return at;
}

/// The cubic through four points at 0, 1, 2 and 3, and its slope.
struct Cubic {
    double value;
    double slope;
};
Cubic cubic(const double* y, double t) noexcept {
    const double d1 = y[1] - y[0];
    const double d2 = y[2] - 2 * y[1] + y[0];
    const double d3 = y[3] - 3 * y[2] + 3 * y[1] - y[0];
    // Newton's forward differences.
    return {y[0] + t * (d1 + (t - 1) / 2 * (d2 + (t - 2) / 3 * d3)),
            d1 + (2 * t - 1) / 2 * d2 + (3 * t * t - 6 * t + 2) / 6 * d3};
}

/// The first of the four points around an interval of the table.
std::size_t first_of_four(std::size_t interval) noexcept {
    return std::min(interval == 0 ? 0 : interval - 1, ScoreTable::points - 4);
}

/// Walks from the middle of the table to one side. Each point is guessed from the slopes at the last two, dl/dz =
/// phi(z) / f, and then moved by Newton steps; one is enough nearly everywhere.
void walk(const Law& law, std::array<double, ScoreTable::points>& logs, bool upper, std::size_t reach) noexcept {
    constexpr double settled = 2e-5;  // the next step would be smaller than its square
    const double dz = upper ? ScoreTable::step : -ScoreTable::step;
    double at = logs[middle];
    double slope = numeric::normal_density(0) / law.at_log(at).density;
    double slope_before = slope;
    const auto place = [&](std::size_t i) { return upper ? middle + i : middle - i; };
    for (std::size_t i = 1; i <= reach; ++i) {
        const numeric::Normal wanted = numeric::normal(dz * static_cast<double>(i));
        at += dz * (1.5 * slope - 0.5 * slope_before);
        slope_before = slope;
        for (int steps = 0; steps < 3; ++steps) {
            const Law::Place here = law.at_log(at);
            const double change = newton_step(here, wanted, upper);
            at += change;
            if (here.density > 0) {
                slope = wanted.density / here.density;
            }
            if (std::fabs(change) < settled) {
                break;
            }
        }
        logs[place(i)] = at;
    }
    for (std::size_t i = reach + 1; i <= middle; ++i) {
        logs[place(i)] = 2 * logs[place(i - 1)] - logs[place(i - 2)];
    }
}

}  // namespace

ScoreTable::ScoreTable(const Law& law, std::size_t reach) noexcept {
    expects(reach >= 1 && reach <= middle);
    logs_[middle] = median(law);
    walk(law, logs_, true, reach);
    walk(law, logs_, false, reach);
}

double ScoreTable::log_at(double score) const noexcept {
    const double place = (score - first) / step;
    if (place <= 0) {
        return logs_[0] + place * (logs_[1] - logs_[0]);
    }
    if (place >= points - 1) {
        return logs_[points - 1] + (place - (points - 1)) * (logs_[points - 1] - logs_[points - 2]);
    }
    const auto from = first_of_four(static_cast<std::size_t>(place));
    return cubic(&logs_[from], place - static_cast<double>(from)).value;
}

double ScoreTable::score_of(double log_x) const noexcept {
    if (log_x <= logs_[0]) {
        return first + step * (log_x - logs_[0]) / (logs_[1] - logs_[0]);
    }
    if (log_x >= logs_[points - 1]) {
        return -first + step * (log_x - logs_[points - 1]) / (logs_[points - 1] - logs_[points - 2]);
    }
    const auto after = std::upper_bound(logs_.begin(), logs_.end(), log_x);
    const auto interval = static_cast<std::size_t>(after - logs_.begin()) - 1;
    const auto from = first_of_four(interval);
    double t =
        static_cast<double>(interval - from) + (log_x - logs_[interval]) / (logs_[interval + 1] - logs_[interval]);
    for (int i = 0; i < 2; ++i) {
        const Cubic here = cubic(&logs_[from], t);
        t -= (here.value - log_x) / here.slope;
    }
    return first + step * (static_cast<double>(from) + t);
}

double quantile(const Law& law, const ScoreTable& table, double chance) noexcept {
    const double score = numeric::inverse_normal(chance);
    double at = table.log_at(score);
    at += newton_step(law.at_log(at), numeric::normal(score), score > 0);
    return numeric::exponential(at);
}

}  // namespace offerkit::risk
