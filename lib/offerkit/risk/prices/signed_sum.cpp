#include <offerkit/risk/prices/signed_sum.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/detail/backward_grid.hpp>

namespace offerkit::risk {

namespace {

using detail::Grid;
using numeric::exponential;
using numeric::logarithm;

constexpr double negligible = 1e-20;

/// What the later vests may come to, with its weight.
struct Node {
    double value = 0;
    double weight = 1;
};

/// The chance that value x R is above a bound, R lognormal of mean 1.
double last_step_above(double value, double spread, double bound) noexcept {
    if (value == 0 || bound == 0) {
        return value > bound ? 1 : value < bound ? 0 : 0.5;
    }
    if ((value > 0) != (bound > 0)) {
        return value > 0 ? 1 : 0;
    }
    const double score = logarithm(value / bound) / spread;
    return value > 0 ? numeric::normal_below(score - spread / 2) : numeric::normal_below(spread / 2 - score);
}

/// Sums of vests of both signs, on grids of which each step is `fineness` of the widest that suits them.
class SignedSum {
public:
    SignedSum(std::span<const Vest> vests, double volatility, double fineness)
        : vests_{vests},
          volatility_{volatility},
          fineness_{fineness},
          spreads_{detail::spreads_of(vests, volatility)} {}

    [[nodiscard]] double chance_above(double bound) const {
        const double first = vests_[0].amount;
        // Next to a tie the sign of single nodes would count: then the last step but one is taken exactly.
        const bool close = vests_.size() > 1 && std::fabs(bound) < 6 * step_of(1) * std::fabs(first);
        const std::vector<Node> nodes = nodes_of(close ? 2 : 1);
        double mass = 0;
        for (const Node& node : nodes) {
            mass += node.weight;
        }
        if (!close) {
            return above(nodes, 0, bound) / mass;
        }
        if (bound == 0) {
            // The sign of R_1 (a_1 + what follows) does not depend on R_1.
            return above(nodes, 1, -first) / mass;
        }
        double sum = 0;
        double whole = 0;
        // As fine as the grids: else two results agree that are wrong alike.
        const auto scores = static_cast<int>(std::lround(40 / fineness_));
        for (int k = -scores; k <= scores; ++k) {
            const double score = k * fineness_ / 5;
            const double factor = exponential(spreads_[0] * score - spreads_[0] * spreads_[0] / 2);
            const double weight = numeric::normal_density(score);
            sum += weight * above(nodes, 1, bound / factor - first);
            whole += weight;
        }
        return sum / (whole * mass);
    }

private:
    [[nodiscard]] double step_of(std::size_t i) const noexcept {
        return fineness_ * detail::widest_step(spreads_[i], spreads_[i - 1]);
    }

    /// Over the nodes of what follows vest i: R_i (a_i + what follows) above a bound.
    [[nodiscard]] double above(std::span<const Node> nodes, std::size_t i, double bound) const noexcept {
        double sum = 0;
        for (const Node& node : nodes) {
            sum += node.weight * last_step_above(vests_[i].amount + node.value, spreads_[i], bound);
        }
        return sum;
    }

    [[nodiscard]] Grid grid_of(std::size_t i) const {
        const double from = vests_[i - 1].years;
        double top = 0;
        for (const Vest& vest : vests_.subspan(i)) {
            const double q = volatility_ * std::sqrt(vest.years - from);
            top += std::fabs(vest.amount) * exponential((7 + q) * q - q * q / 2);
        }
        const double high = logarithm(top);
        const double depth = 14 + 14 * volatility_ * std::sqrt(vests_.back().years - from);
        return detail::even_grid(high - depth, high, step_of(i));
    }

    /// What vest i and the later ones may come to, seen from just after the vest before.
    [[nodiscard]] std::vector<Node> nodes_of(std::size_t i) const {
        std::vector<Node> nodes{Node{}};
        for (std::size_t at = vests_.size(); at-- > i;) {
            const Grid grid = grid_of(at);
            std::vector<double> gains(grid.size, 0.0);
            std::vector<double> losses(grid.size, 0.0);
            const detail::GaussianSum sum{grid, spreads_[at]};
            for (const Node& node : nodes) {
                const double value = vests_[at].amount + node.value;
                if (value != 0) {
                    sum.add(logarithm(std::fabs(value)) - spreads_[at] * spreads_[at] / 2, node.weight,
                            value > 0 ? gains : losses);
                }
            }
            nodes.clear();
            const std::vector<double> sizes = detail::exponentials_of(grid);
            for (std::size_t n = 0; n < grid.size; ++n) {
                for (const auto& [sign, density] : {std::pair{1.0, gains[n]}, std::pair{-1.0, losses[n]}}) {
                    if (grid.step * density > negligible) {
                        nodes.push_back({sign * sizes[n], grid.step * density});
                    }
                }
            }
        }
        return nodes;
    }

    std::span<const Vest> vests_;
    double volatility_;
    double fineness_;
    std::vector<double> spreads_;
};

}  // namespace

std::optional<double> chance_above(std::span<const Vest> signed_vests, double volatility, double bound) {
    constexpr double agreement = 2e-4;
    constexpr int halvings = 4;
    double before = SignedSum{signed_vests, volatility, 1}.chance_above(bound);
    double fineness = 1;
    for (int i = 0; i < halvings; ++i) {
        fineness /= 2;
        const double finer = SignedSum{signed_vests, volatility, fineness}.chance_above(bound);
        if (std::fabs(finer - before) <= agreement) {
            return finer;
        }
        before = finer;
    }
    return std::nullopt;
}

std::vector<Vest> difference_of(const Exposure& a, const Exposure& b) {
    std::vector<Vest> all = a.vests;
    double size = 0;
    for (const Vest& vest : a.vests) {
        size += vest.amount;
    }
    for (const Vest& vest : b.vests) {
        all.push_back({vest.years, -vest.amount});
        size += vest.amount;
    }
    std::vector<Vest> merged = in_order(std::move(all));
    std::erase_if(merged, [&](const Vest& vest) { return std::fabs(vest.amount) < 1e-12 * size; });
    return merged;
}

}  // namespace offerkit::risk
