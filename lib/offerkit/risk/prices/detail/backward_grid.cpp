#include <algorithm>
#include <cmath>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/risk/prices/detail/backward_grid.hpp>

namespace offerkit::risk::detail {

namespace {

constexpr double reach = 7.2;

}  // namespace

Grid even_grid(double from, double to, double widest) {
    const auto steps = static_cast<std::size_t>(std::max(1.0, std::ceil((to - from) / widest)));
    return {from, (to - from) / static_cast<double>(steps), steps + 1};
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
    const long longest = std::max(below_, above_) + 1;
    table_.reserve(static_cast<std::size_t>(longest) + 1);
    for (long l = 0; l <= longest; ++l) {
        const double distance = static_cast<double>(l) * grid.step / spread;
        table_.push_back(numeric::exponential(-distance * distance / 2));
    }
}

void GaussianSum::add(double centre, double weight, std::span<double> values) const noexcept {
    const double place = (centre - grid_.first) / grid_.step;
    const double nearest = std::floor(place + 0.5);
    const auto last = static_cast<double>(grid_.size - 1);
    if (!(nearest + static_cast<double>(above_) >= 0 && nearest - static_cast<double>(below_) <= last)) {
        return;
    }
    const double d = (place - nearest) * grid_.step;
    const double rate = numeric::exponential(step_over_variance_ * d);
    const double inverse = 1 / rate;
    const double peak = weight * scale_ * numeric::exponential(-d * d / (2 * spread_ * spread_));
    const long c = static_cast<long>(nearest);
    const long end = static_cast<long>(grid_.size);
    double up = peak;
    // Those before the grid's first place are passed over, factor by factor, so that all centres are treated alike.
    const long first_up = std::max(0L, -c);
    for (long l = 0; l < first_up; ++l) {
        up *= rate;
    }
    const long last_up = std::min(above_, end - 1 - c);
    for (long l = first_up; l <= last_up; ++l) {
        values[static_cast<std::size_t>(c + l)] += up * table_[static_cast<std::size_t>(l)];
        up *= rate;
    }
    double down = peak * inverse;
    const long first_down = std::max(1L, c - (end - 1));
    for (long l = 1; l < first_down; ++l) {
        down *= inverse;
    }
    const long last_down = std::min(below_, c);
    for (long l = first_down; l <= last_down; ++l) {
        values[static_cast<std::size_t>(c - l)] += down * table_[static_cast<std::size_t>(l)];
        down *= inverse;
    }
}

}  // namespace offerkit::risk::detail
