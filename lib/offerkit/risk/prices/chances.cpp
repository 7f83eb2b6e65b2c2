#include <offerkit/risk/prices/chances.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

#include <offerkit/contract.hpp>
#include <offerkit/numeric/cholesky.hpp>
#include <offerkit/numeric/normal.hpp>
#include <offerkit/numeric/sobol.hpp>
#include <offerkit/risk/prices/paths.hpp>
#include <offerkit/risk/prices/signed_sum.hpp>

namespace offerkit::risk {

namespace {

/// An order that belongs to the prospects themselves, so that the order in which they are given changes no bit.
bool comes_before(const Prospect& a, const Prospect& b) {
    const Exposure& x = a.exposure();
    const Exposure& y = b.exposure();
    const auto key = [](const Exposure& e) {
        return std::tie(e.stock, e.certain, e.volatility, e.market_correlation, e.as_of);
    };
    if (key(x) != key(y)) {
        return key(x) < key(y);
    }
    return std::lexicographical_compare(
        x.vests.begin(), x.vests.end(), y.vests.begin(), y.vests.end(),
        [](const Vest& p, const Vest& q) { return std::tie(p.years, p.amount) < std::tie(q.years, q.amount); });
}

Chance simulated_pair(const Prospect& a, const Prospect& b) {
    const std::array exposures{a.exposure(), b.exposure()};
    const auto figures = simulate(exposures);
    std::vector<double> wins(path_count, 0.0);
    for (std::size_t i = 0; i < path_count; ++i) {
        wins[i] = figures[0][i] > figures[1][i] ? 1 : figures[0][i] < figures[1][i] ? 0 : 0.5;
    }
    const Estimate estimate = mean_over_pairs(wins);
    return {estimate.mean, Method::simulated, estimate.half_width};
}

/// P(C_A + X_A > C_B + X_B) for C_A >= C_B: over the score of A, the chance that B's score stays below what ties.
double by_copula(const Prospect& a, const Prospect& b) {
    const double correlation = correlation_of_sums(a.exposure(), b.exposure());
    const double root = std::sqrt(1 - correlation * correlation);
    const double ahead = a.exposure().certain - b.exposure().certain;
    double sum = 0;
    double whole = 0;
    for (std::size_t i = 4; i + 4 < ScoreTable::points; ++i) {
        const double score = ScoreTable::first + ScoreTable::step * static_cast<double>(i);
        const double tie = numeric::exponential(a.scores()->point(i)) + ahead;
        const double other = b.scores()->score_of(numeric::logarithm(tie));
        const double weight = numeric::normal_density(score);
        sum += weight * numeric::normal_below((other - correlation * score) / root);
        whole += weight;
    }
    return sum / whole;
}

Chance exact_or_simulated(const Prospect& a, const Prospect& b) {
    if (a.method() == Method::simulated || b.method() == Method::simulated) {
        return simulated_pair(a, b);
    }
    if (!a.is_uncertain() || !b.is_uncertain()) {
        return {b.is_uncertain() ? b.below(a.mean()) : 1 - a.below(b.mean())};
    }
    const double ahead = a.exposure().certain - b.exposure().certain;
    if (!same_path(a.exposure(), b.exposure())) {
        return {ahead >= 0 ? by_copula(a, b) : 1 - by_copula(b, a)};
    }
    const std::vector<Vest> difference = difference_of(a.exposure(), b.exposure());
    if (difference.empty()) {
        return {ahead > 0 ? 1.0 : ahead < 0 ? 0.0 : 0.5};
    }
    const auto chance = chance_above(difference, a.exposure().volatility, -ahead);
    return chance ? Chance{*chance} : simulated_pair(a, b);
}

/// Adds a win to the largest of some figures; those that tie share it. Counted in parts of 840, which every number of
/// prospects up to eight divides.
constexpr std::uint32_t whole_win = 840;
void count_win(std::span<const double> figures, std::span<std::uint32_t> wins) noexcept {
    std::size_t best = 0;
    std::uint32_t winners = 1;
    for (std::size_t k = 1; k < figures.size(); ++k) {
        if (figures[k] > figures[best]) {
            best = k;
            winners = 1;
        } else if (figures[k] == figures[best]) {
            ++winners;
        }
    }
    if (winners == 1) {
        wins[best] += whole_win;
        return;
    }
    for (std::size_t k = 0; k < figures.size(); ++k) {
        wins[k] += figures[k] == figures[best] ? whole_win / winners : 0;
    }
}

std::vector<Chance> best_by_paths(std::span<const Prospect* const> prospects) {
    std::vector<Exposure> exposures;
    for (const Prospect* prospect : prospects) {
        exposures.push_back(prospect->exposure());
    }
    const auto figures = simulate(exposures);
    std::vector<std::vector<double>> wins(prospects.size(), std::vector<double>(path_count, 0.0));
    std::vector<double> row(prospects.size());
    std::vector<std::uint32_t> won(prospects.size());
    for (std::size_t i = 0; i < path_count; ++i) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            row[k] = figures[k][i];
        }
        std::fill(won.begin(), won.end(), 0);
        count_win(row, won);
        for (std::size_t k = 0; k < row.size(); ++k) {
            wins[k][i] = static_cast<double>(won[k]) / whole_win;
        }
    }
    std::vector<Chance> chances;
    for (const auto& won_by : wins) {
        const Estimate estimate = mean_over_pairs(won_by);
        chances.push_back({estimate.mean, Method::simulated, estimate.half_width});
    }
    return chances;
}

constexpr std::size_t points = 4'096;

/// Normal scores of the 4,096 slices that Sobol points fall into, one in each in every dimension.
std::vector<double> scores_of_slices() {
    std::vector<double> scores(points);
    for (std::size_t i = 0; i < points / 2; ++i) {
        scores[i] = numeric::inverse_normal((static_cast<double>(i) + 0.5) / points);
        scores[points - 1 - i] = -scores[i];
    }
    return scores;
}

/// An offer that moves: its place among all, and what its draws are read from.
struct Moving {
    std::size_t place;
    double certain;
    const ScoreTable* scores;
};

std::vector<Chance> best_by_points(std::span<const Prospect* const> prospects) {
    std::vector<Moving> moving;
    std::vector<double> figures;
    for (std::size_t k = 0; k < prospects.size(); ++k) {
        figures.push_back(prospects[k]->mean());
        if (prospects[k]->is_uncertain()) {
            moving.push_back({k, prospects[k]->exposure().certain, prospects[k]->scores()});
        }
    }
    const std::size_t count = moving.size();
    numeric::Matrix correlations(count, std::vector<double>(count, 1.0));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            correlations[i][j] =
                correlation_of_sums(prospects[moving[i].place]->exposure(), prospects[moving[j].place]->exposure());
            correlations[j][i] = correlations[i][j];
        }
    }
    const numeric::Matrix lower = numeric::cholesky(correlations);
    const std::vector<double> scores = scores_of_slices();
    const numeric::Sobol sobol;
    std::vector<std::uint32_t> wins(prospects.size(), 0);
    std::array<std::uint32_t, numeric::sobol_dimensions> point{};
    std::array<double, numeric::sobol_dimensions> normals{};
    for (std::uint32_t n = 0; n < points; ++n) {
        for (std::size_t d = 0; d < count; ++d) {
            if (n > 0) {
                sobol.advance(point[d], n, d);
            }
            normals[d] = scores[point[d] >> 20U];
        }
        for (std::size_t row = 0; row < count; ++row) {
            const double* const weights = lower[row].data();
            double score = 0;
            for (std::size_t d = 0; d <= row; ++d) {
                score += weights[d] * normals[d];
            }
            const Moving& own = moving[row];
            figures[own.place] = own.certain + numeric::exponential(own.scores->log_at(score));
        }
        count_win(figures, wins);
    }
    std::vector<Chance> chances;
    for (const std::uint32_t won : wins) {
        chances.push_back({static_cast<double>(won) / (static_cast<double>(points) * whole_win)});
    }
    return chances;
}

/// Chances of prospects in their own order.
std::vector<Chance> in_own_order(std::span<const Prospect* const> sorted) {
    if (sorted.size() == 2) {
        const Chance first = exact_or_simulated(*sorted[0], *sorted[1]);
        return {first, {1 - first.value, first.method, first.half_width}};
    }
    bool simulated = false;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        simulated = simulated || sorted[i]->method() == Method::simulated;
        for (std::size_t j = 0; j < i; ++j) {
            simulated = simulated || (sorted[i]->is_uncertain() && sorted[j]->is_uncertain() &&
                                      sorted[i]->exposure().stock == sorted[j]->exposure().stock);
        }
    }
    return simulated ? best_by_paths(sorted) : best_by_points(sorted);
}

}  // namespace

Chance chance_beats(const Prospect& a, const Prospect& b) {
    if (comes_before(b, a)) {
        const Chance other = exact_or_simulated(b, a);
        return {1 - other.value, other.method, other.half_width};
    }
    return exact_or_simulated(a, b);
}

std::vector<Chance> chances_best(std::span<const Prospect* const> prospects) {
    expects(!prospects.empty() && prospects.size() <= most_compared);
    if (prospects.size() == 1) {
        return {{1}};
    }
    std::vector<std::size_t> order(prospects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return comes_before(*prospects[i], *prospects[j]) || (!comes_before(*prospects[j], *prospects[i]) && i < j);
    });
    std::vector<const Prospect*> sorted;
    for (const std::size_t i : order) {
        sorted.push_back(prospects[i]);
    }
    const std::vector<Chance> chances = in_own_order(sorted);
    std::vector<Chance> result(prospects.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        result[order[i]] = chances[i];
    }
    return result;
}

}  // namespace offerkit::risk
