#include <offerkit/risk/options/option_value.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <offerkit/numeric/gauss_legendre.hpp>
#include <offerkit/numeric/normal.hpp>

namespace offerkit::risk {

namespace {

using numeric::exponential;
using numeric::logarithm;
using numeric::normal_below;

/// An integral from one place to another by panels of eight nodes each.
template <class Function>
double integral(const std::vector<numeric::Node>& nodes, double from, double to, int panels, const Function& function) {
    const double half = (to - from) / (2 * panels);
    double sum = 0;
    for (int panel = 0; panel < panels; ++panel) {
        const double centre = from + half * (2 * panel + 1);
        for (const numeric::Node& node : nodes) {
            sum += node.weight * function(centre + half * node.at);
        }
    }
    return sum * half;
}

/// An option that is exercised at H = multiple x strike, once vested.
class Vested {
public:
    Vested(const Call& call, const Habit& habit, const std::vector<numeric::Node>& nodes) noexcept
        : call_{call},
          leaving_{habit.leaving_rate},
          barrier_{habit.exercise_multiple * call.strike},
          years_{call.years - habit.vest_years},
          variance_{call.volatility * call.volatility},
          drift_{call.rate - call.dividend_yield - variance_ / 2},
          nodes_{nodes} {}

    [[nodiscard]] double barrier() const noexcept { return barrier_; }

    /// Its value at a price below the barrier.
    [[nodiscard]] double at(double price) const {
        const double a = logarithm(barrier_ / price);
        const double held = exponential(-leaving_ * years_) * ending_at(years_, price, a);
        double left = 0;
        if (leaving_ > 0) {
            // u = tau w^2 takes the square root out of the beginning.
            left = integral(nodes_, 0, 1, 3, [&](double w) {
                const double u = years_ * w * w;
                return 2 * years_ * w * leaving_ * exponential(-leaving_ * u) * ending_at(u, price, a);
            });
        }
        return (barrier_ - call_.strike) * one_touch(a) + held + left;
    }

private:
    /// What 1.00 paid when the barrier is first reached is worth, leaving included.
    [[nodiscard]] double one_touch(double a) const noexcept {
        const double f = std::sqrt(drift_ * drift_ + 2 * (call_.rate + leaving_) * variance_);
        const double root = call_.volatility * std::sqrt(years_);
        return exponential(a * (drift_ - f) / variance_) * normal_below((f * years_ - a) / root) +
               exponential(a * (drift_ + f) / variance_) * normal_below((-f * years_ - a) / root);
    }

    /// The mean of (price e^x - strike) between the strike and the barrier, x normal.
    [[nodiscard]] double between(double mean, double spread, double price, double a) const noexcept {
        const double k = logarithm(call_.strike / price);
        const double shares = exponential(mean + spread * spread / 2) *
                              (normal_below((a - mean) / spread - spread) - normal_below((k - mean) / spread - spread));
        const double money = normal_below((a - mean) / spread) - normal_below((k - mean) / spread);
        return price * shares - call_.strike * money;
    }

    /// A call that ends after u years, and before that when the price reaches the barrier.
    [[nodiscard]] double ending_at(double u, double price, double a) const noexcept {
        const double spread = call_.volatility * std::sqrt(u);
        if (!(spread > 0)) {
            return std::max(0.0, price - call_.strike);
        }
        const double mirrored = exponential(2 * drift_ * a / variance_) * between(2 * a + drift_ * u, spread, price, a);
        return exponential(-call_.rate * u) * (between(drift_ * u, spread, price, a) - mirrored);
    }

    const Call& call_;
    double leaving_;
    double barrier_;
    double years_;
    double variance_;
    double drift_;
    const std::vector<numeric::Node>& nodes_;
};

}  // namespace

double black_scholes_merton(const Call& call) noexcept {
    const double root = call.volatility * std::sqrt(call.years);
    const double d = (logarithm(call.price / call.strike) +
                      (call.rate - call.dividend_yield + call.volatility * call.volatility / 2) * call.years) /
                     root;
    return call.price * exponential(-call.dividend_yield * call.years) * normal_below(d) -
           call.strike * exponential(-call.rate * call.years) * normal_below(d - root);
}

double hull_white(const Call& call, const Habit& habit) {
    const std::vector<numeric::Node> nodes = numeric::gauss_legendre(8);
    const Vested vested{call, habit, nodes};
    if (habit.vest_years <= 0) {
        return call.price >= vested.barrier() ? call.price - call.strike : vested.at(call.price);
    }
    const double v = habit.vest_years;
    const double root = call.volatility * std::sqrt(v);
    const double mean = (call.rate - call.dividend_yield - call.volatility * call.volatility / 2) * v;
    const double at_barrier = (logarithm(vested.barrier() / call.price) - mean) / root;
    // At or above the barrier it is exercised on the day it vests.
    const double above = call.price * exponential(mean + root * root / 2) * numeric::normal_above(at_barrier - root) -
                         call.strike * numeric::normal_above(at_barrier);
    constexpr double lowest = -6.5;
    double below = 0;
    if (at_barrier > lowest) {
        // The value bends in a thin layer below the barrier, and at the strike when little time is left: four panels
        // are off by up to 3e-5 there, ten by 1e-6.
        below = integral(nodes, lowest, std::min(at_barrier, 8.0), 10, [&](double score) {
            return numeric::normal_density(score) * vested.at(call.price * exponential(mean + root * score));
        });
    }
    return exponential(-(call.rate + habit.leaving_rate) * v) * (above + below);
}

double no_market_discount(double volatility, double years, double dividend_yield) noexcept {
    const double x = volatility * volatility * years;
    // x + ln(2 (e^x - x - 1)) - 2 ln(e^x - 1): as series where the differences would lose their digits, and without
    // e^x where that would be too large.
    double w2 = 0;
    if (x < 0.02) {
        w2 = x + logarithm(1 + x / 3 + x * x / 12 + x * x * x / 60) -
             2 * logarithm(1 + x / 2 + x * x / 6 + x * x * x / 24);
    } else {
        const double inverse = exponential(-x);
        w2 = logarithm(2 * (1 - (x + 1) * inverse)) - 2 * logarithm(1 - inverse);
    }
    const double w = std::sqrt(std::max(0.0, w2));
    return exponential(-dividend_yield * years) * (normal_below(w / 2) - normal_below(-w / 2));
}

}  // namespace offerkit::risk
