#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <offerkit/numeric/detail/lanes.hpp>
#include <offerkit/numeric/elementary.hpp>
#include <offerkit/risk/prices/detail/backward_grid.hpp>

namespace offerkit::risk::detail {

namespace {

constexpr double reach = 7.2;

using numeric::detail::Lanes;
using numeric::detail::lanes;
using numeric::detail::load;
using numeric::detail::store;

/// values[l] += factor x rate^l x table[l], four at a time.
void add_products(double factor, double rate, std::span<const double> table, double* values) noexcept {
    const double square = rate * rate;
    const double fourth = square * square;
    Lanes one{factor, factor * rate};
    Lanes two = one * square;
    std::size_t l = 0;
    for (; l + 2 * lanes <= table.size(); l += 2 * lanes) {
        store(values + l, load(values + l) + one * load(&table[l]));
        store(values + l + lanes, load(values + l + lanes) + two * load(&table[l + lanes]));
        one *= fourth;
        two *= fourth;
    }
    double rest = one[0];
    for (; l < table.size(); ++l) {
        values[l] += rest * table[l];
        rest *= rate;
    }
}

}  // namespace

Grid even_grid(double from, double to, double widest) {
    const auto steps = static_cast<std::size_t>(std::max(1.0, std::ceil((to - from) / widest)));
    return {from, (to - from) / static_cast<double>(steps), steps + 1};
}

std::vector<double> exponentials_of(const Grid& grid) {
    constexpr std::size_t anew = 16;
    const double growth = numeric::exponential(grid.step);
    std::vector<double> all(grid.size);
    for (std::size_t i = 0; i < grid.size; ++i) {
        all[i] = i % anew == 0 ? numeric::exponential(grid.at(i)) : all[i - 1] * growth;
    }
    return all;
}

double widest_step(double spread, double next_spread) noexcept {
    return 0.85 * spread * next_spread / std::sqrt(spread * spread + next_spread * next_spread);
}

std::vector<double> spreads_of(std::span<const Vest> vests, double volatility) {
    std::vector<double> spreads;
    spreads.reserve(vests.size());
    double before = 0;
    for (const Vest& vest : vests) {
        spreads.push_back(volatility * std::sqrt(vest.years - before));
        before = vest.years;
    }
    return spreads;
}

GaussianSum::GaussianSum(const Grid& grid, double spread)
    : grid_{grid},
      spread_{spread},
      step_over_variance_{grid.step / (spread * spread)},
      scale_{0.39894228040143267794 / spread},
      below_{static_cast<long>(std::ceil(reach * spread / grid.step))},
      above_{static_cast<long>(std::ceil((reach * spread + spread * spread) / grid.step))} {
    const long longest = std::max(below_, above_);
    std::vector<double> half;
    half.reserve(static_cast<std::size_t>(longest) + 1);
    for (long l = 0; l <= longest; ++l) {
        const double distance = static_cast<double>(l) * grid.step / spread;
        half.push_back(numeric::exponential(-distance * distance / 2));
    }
    table_.reserve(static_cast<std::size_t>(below_ + above_) + 1);
    for (long l = -below_; l <= above_; ++l) {
        table_.push_back(half[static_cast<std::size_t>(std::abs(l))]);
    }
}

void GaussianSum::add(double centre, double weight, std::span<double> values) const noexcept {
    const double place = (centre - grid_.first) / grid_.step;
    const auto last = static_cast<double>(grid_.size - 1);
    if (!(place + static_cast<double>(above_) >= 0 && place - static_cast<double>(below_) <= last)) {
        return;
    }
    // Rounded down by way of a number above 0, which is quicker than the library's way.
    const long c = static_cast<long>(place + static_cast<double>(above_) + 0.5) - above_;
    const double d = (place - static_cast<double>(c)) * grid_.step;
    const double log_rate = step_over_variance_ * d;
    const long first = std::max(-below_, -c);
    const long count = std::min(above_, static_cast<long>(grid_.size) - 1 - c) - first + 1;
    const double at_first = log_rate * static_cast<double>(first) - d * d / (2 * spread_ * spread_);
    add_products(weight * scale_ * numeric::exponential(at_first), numeric::exponential(log_rate),
                 {&table_[static_cast<std::size_t>(first + below_)], static_cast<std::size_t>(count)},
                 &values[static_cast<std::size_t>(c + first)]);
}

}  // namespace offerkit::risk::detail
