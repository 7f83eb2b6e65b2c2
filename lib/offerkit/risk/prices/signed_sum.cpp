#include <offerkit/risk/prices/signed_sum.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/detail/backward_grid.hpp>

namespace offerkit::risk {

namespace {

using detail::certain_score;
using detail::Grid;
using numeric::exponential;
using numeric::logarithm;

constexpr double negligible = 1e-20;

/// What the later vests may come to, with its weight.
struct Node {
    double value = 0;
    double weight = 1;
};

/// What a node comes to with the vest before it: its size as a logarithm, since many bounds are held against it.
struct Before {
    double value = 0;
    double log_size = 0;
    double weight = 1;
};

/// The chance that value x R is above a bound, R lognormal of mean 1; `log_bound` is of the bound's size.
double last_step_above(const Before& before, double spread, double bound, double log_bound) noexcept {
    if (before.value == 0 || bound == 0) {
        return before.value > bound ? 1 : before.value < bound ? 0 : 0.5;
    }
    const bool gain = before.value > 0;
    if (gain != (bound > 0)) {
        return gain ? 1 : 0;
    }
    const double score = (before.log_size - log_bound) / spread - spread / 2;
    const double upwards = gain ? score : -score;
    return upwards > certain_score ? 1 : upwards < -certain_score ? 0 : numeric::normal_below(upwards);
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
            return above(with_vest(nodes, 0), 0, bound) / mass;
        }
        const std::vector<Before> before = with_vest(nodes, 1);
        if (bound == 0) {
            // The sign of R_1 (a_1 + what follows) does not depend on R_1.
            return above(before, 1, -first) / mass;
        }
        double sum = 0;
        double whole = 0;
        // As fine as the grids: else two results agree that are wrong alike.
        const auto scores = static_cast<int>(std::lround(40 / fineness_));
        for (int k = -scores; k <= scores; ++k) {
            const double score = k * fineness_ / 5;
            const double factor = exponential(spreads_[0] * score - spreads_[0] * spreads_[0] / 2);
            const double weight = numeric::normal_density(score);
            sum += weight * above(before, 1, bound / factor - first);
            whole += weight;
        }
        return sum / (whole * mass);
    }

private:
    [[nodiscard]] double step_of(std::size_t i) const noexcept {
        return fineness_ * detail::widest_step(spreads_[i], spreads_[i - 1]);
    }

    /// The nodes of what follows vest i, with the vest.
    [[nodiscard]] std::vector<Before> with_vest(std::span<const Node> nodes, std::size_t i) const {
        std::vector<Before> all;
        all.reserve(nodes.size());
        for (const Node& node : nodes) {
            const double value = vests_[i].amount + node.value;
            all.push_back({value, value == 0 ? 0 : logarithm(std::fabs(value)), node.weight});
        }
        return all;
    }

    /// Over such nodes: R_i (a_i + what follows) above a bound.
    [[nodiscard]] double above(std::span<const Before> nodes, std::size_t i, double bound) const noexcept {
        const double log_bound = bound == 0 ? 0 : logarithm(std::fabs(bound));
        double sum = 0;
        for (const Before& node : nodes) {
            sum += node.weight * last_step_above(node, spreads_[i], bound, log_bound);
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
