#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/detail/backward_grid.hpp>
#include <offerkit/risk/prices/law.hpp>

namespace offerkit::risk {

namespace {

using detail::certain_score;
using detail::Grid;
using numeric::exponential;
using numeric::logarithm;
using numeric::Normal;
using numeric::normal;

constexpr double tails = 7;               // how far the grids reach, in spreads
constexpr double dropped_weight = 1e-18;  // weight of a component that is dropped
constexpr double unseen = 1e-20;          // weight of a node on the way that is passed over
constexpr double widest_score = 8;        // of the last step, where a mean is taken over it

/// Where the logarithm of what vest i and the later ones pay lies, seen from just after the vest before.
Grid grid_of(std::span<const Vest> vests, std::size_t i, double volatility, double widest) {
    const double from = vests[i - 1].years;
    double low = 0;
    double high = 0;
    for (const Vest& vest : vests.subspan(i)) {
        const double q = volatility * std::sqrt(vest.years - from);
        // The exponents are -7 q - q^2 / 2 and (7 + q) q - q^2 / 2, which is the other one's opposite.
        const double lowest = exponential(-tails * q - q * q / 2);
        low += vest.amount * lowest;
        high += vest.amount / lowest;
    }
    return detail::even_grid(logarithm(low), logarithm(high), widest);
}

/// The density of log Z_2 on a grid, Z_i = R_i (a_i + Z_(i+1)) and the last Z = R a.
struct Tail {
    Grid grid;
    std::vector<double> density;
};

Tail tail_of(std::span<const Vest> vests, std::span<const double> spreads, double volatility) {
    std::size_t i = vests.size() - 1;
    Tail tail{grid_of(vests, i, volatility, detail::widest_step(spreads[i], spreads[i - 1])), {}};
    tail.density.resize(tail.grid.size);
    const double centre = logarithm(vests[i].amount) - spreads[i] * spreads[i] / 2;
    for (std::size_t node = 0; node < tail.grid.size; ++node) {
        tail.density[node] = numeric::normal_density((tail.grid.at(node) - centre) / spreads[i]) / spreads[i];
    }
    while (--i >= 1) {
        Tail next{grid_of(vests, i, volatility, detail::widest_step(spreads[i], spreads[i - 1])), {}};
        next.density.assign(next.grid.size, 0.0);
        const detail::GaussianSum sum{next.grid, spreads[i]};
        const double shift = spreads[i] * spreads[i] / 2;
        const std::vector<double> later = detail::exponentials_of(tail.grid);
        for (std::size_t node = 0; node < tail.grid.size; ++node) {
            const double weight = tail.grid.step * tail.density[node];
            if (weight > unseen) {
                sum.add(logarithm(vests[i].amount + later[node]) - shift, weight, next.density);
            }
        }
        tail = std::move(next);
    }
    return tail;
}

}  // namespace

Law::Law(std::vector<Component> components, double spread) noexcept
    : components_{std::move(components)}, spread_{spread} {
    weight_before_.reserve(components_.size() + 1);
    double sum = 0;
    weight_before_.push_back(0);
    for (const Component& component : components_) {
        sum += component.weight;
        weight_before_.push_back(sum);
    }
}

std::optional<Law> Law::of(std::span<const Vest> vests, double volatility) {
    expects(!vests.empty() && vests.size() <= most_dates && volatility > 0);
    const std::vector<double> spreads = detail::spreads_of(vests, volatility);
    const double half = spreads[0] * spreads[0] / 2;
    std::vector<Component> components;
    if (vests.size() == 1) {
        components.push_back({1, logarithm(vests[0].amount) - half});
        return Law{std::move(components), spreads[0]};
    }
    const Tail tail = tail_of(vests, spreads, volatility);
    components.reserve(tail.grid.size);
    for (std::size_t node = 0; node < tail.grid.size; ++node) {
        const double weight = tail.grid.step * tail.density[node];
        if (weight >= dropped_weight) {
            components.push_back({weight, logarithm(vests[0].amount + exponential(tail.grid.at(node))) - half});
        }
    }
    Law law{std::move(components), spreads[0]};
    double mean = 0;
    for (const Vest& vest : vests) {
        mean += vest.amount;
    }
    const double mass = law.weight_before_.back();
    const bool whole = mass > 1 - 1e-9 && mass < 1 + 1e-9;
    const bool centred = volatility * std::sqrt(vests.back().years) > 4 || std::fabs(law.mean() - mean) <= 1e-6 * mean;
    return whole && centred ? std::optional{std::move(law)} : std::nullopt;
}

Law::Place Law::at_log(double log_x) const noexcept {
    const auto first =
        std::lower_bound(components_.begin(), components_.end(), log_x - certain_score * spread_,
                         [](const Component& component, double value) { return component.centre < value; });
    const auto last =
        std::upper_bound(first, components_.end(), log_x + certain_score * spread_,
                         [](double value, const Component& component) { return value < component.centre; });
    Place place;
    const double inverse = 1 / spread_;
    for (auto at = first; at != last; ++at) {
        const Normal here = normal((log_x - at->centre) * inverse);
        place.density += at->weight * here.density;
        place.below += at->weight * here.below;
        place.above += at->weight * here.above;
    }
    place.density *= inverse;
    place.below += weight_before_[static_cast<std::size_t>(first - components_.begin())];
    place.above += weight_before_.back() - weight_before_[static_cast<std::size_t>(last - components_.begin())];
    return place;
}

double Law::below(double x) const noexcept { return x <= 0 ? 0 : at_log(logarithm(x)).below; }

double Law::above(double x) const noexcept { return x <= 0 ? 1 : at_log(logarithm(x)).above; }

double Law::mean() const noexcept {
    double sum = 0;
    for (const Component& component : components_) {
        sum += component.weight * exponential(component.centre + spread_ * spread_ / 2);
    }
    return sum;
}

double Law::mean_below(double x) const noexcept {
    if (x <= 0) {
        return 0;
    }
    const double log_x = logarithm(x);
    double sum = 0;
    for (const Component& component : components_) {
        sum += component.weight * exponential(component.centre + spread_ * spread_ / 2) *
               numeric::normal_below((log_x - component.centre) / spread_ - spread_);
    }
    return sum;
}

double Law::log_laplace(double tolerance) const noexcept {
    // Around the smallest place of the sum, so that a tolerance far below the pay underflows nowhere.
    const double smallest = exponential(components_.front().centre - widest_score * spread_);
    const double mean = mean_of([&](double x) { return exponential((smallest - x) / tolerance); });
    return logarithm(mean) - smallest / tolerance;
}

}  // namespace offerkit::risk
