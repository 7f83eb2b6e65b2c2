#include <offerkit/risk/prices/paths.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include <offerkit/numeric/normal.hpp>
#include <offerkit/numeric/philox.hpp>

namespace offerkit::risk {

namespace {

/// FNV-1a of a name: the same on every machine.
std::uint64_t key_of(std::string_view name) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

constexpr std::uint64_t of_a_stock = 0x70617468;
constexpr std::uint64_t of_the_market = 0x6d61726b;

/// One random walk over the steps of a plan: the market's, or what a stock has of its own.
struct Walk {
    numeric::PhiloxKey key;
    std::vector<double> places;

    void take(std::uint64_t future, std::span<const double> roots) noexcept {
        numeric::Draw draw{key, future};
        double place = 0;
        for (std::size_t step = 0; step < roots.size(); ++step) {
            place += roots[step] * numeric::rough_inverse_normal(draw.uniform());
            places[step] = place;
        }
    }
};

/// A vest or a strike: max(0, amount x exp(spread x B + shift) - strike).
struct Item {
    std::size_t step;
    double amount;
    double shift;
    double strike;
};

struct Holding {
    double certain;
    double volatility;
    std::size_t stock;
    std::size_t start;  ///< the step whose end is the day the price is of
    std::vector<Item> items;
};

/// What a simulation of some exposures needs beside the draws.
class Plan {
public:
    explicit Plan(std::span<const Exposure> exposures) {
        for (const Exposure& exposure : exposures) {
            times_.push_back(exposure.as_of);
            for (const Vest& vest : exposure.vests) {
                times_.push_back(exposure.as_of + vest.years);
            }
            for (const Strike& strike : exposure.strikes) {
                times_.push_back(exposure.as_of + strike.years);
            }
        }
        std::sort(times_.begin(), times_.end());
        times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
        roots_.push_back(0);
        for (std::size_t i = 1; i < times_.size(); ++i) {
            roots_.push_back(std::sqrt(times_[i] - times_[i - 1]));
        }
        for (const Exposure& exposure : exposures) {
            add(exposure);
        }
        market_ = {{key_of("market"), of_the_market}, std::vector<double>(times_.size(), 0.0)};
    }

    void run(std::vector<std::vector<double>>& figures) {
        for (std::uint64_t pair = 0; pair < path_count / 2; ++pair) {
            if (stocks_.size() > 1) {
                market_.take(pair, roots_);
            }
            for (Walk& stock : stocks_) {
                stock.take(pair, roots_);
            }
            follow_market();
            for (std::size_t k = 0; k < holdings_.size(); ++k) {
                figures[k][2 * pair] = worth(holdings_[k], 1);
                figures[k][2 * pair + 1] = worth(holdings_[k], -1);
            }
        }
    }

private:
    [[nodiscard]] std::size_t step_of(double time) const noexcept {
        return static_cast<std::size_t>(std::lower_bound(times_.begin(), times_.end(), time) - times_.begin());
    }

    void add(const Exposure& exposure) {
        const auto known = std::find(names_.begin(), names_.end(), exposure.stock);
        const auto stock = static_cast<std::size_t>(known - names_.begin());
        if (known == names_.end()) {
            names_.push_back(exposure.stock);
            stocks_.push_back({{key_of(exposure.stock), of_a_stock}, std::vector<double>(times_.size(), 0.0)});
            in_common_.push_back(exposure.market_correlation);
        }
        const double variance = exposure.volatility * exposure.volatility;
        Holding holding{exposure.certain, exposure.volatility, stock, step_of(exposure.as_of), {}};
        for (const Vest& vest : exposure.vests) {
            holding.items.push_back({step_of(exposure.as_of + vest.years), vest.amount, -variance * vest.years / 2, 0});
        }
        for (const Strike& strike : exposure.strikes) {
            holding.items.push_back(
                {step_of(exposure.as_of + strike.years), strike.amount, -variance * strike.years / 2, strike.strike});
        }
        holdings_.push_back(std::move(holding));
    }

    void follow_market() noexcept {
        if (stocks_.size() < 2) {
            return;
        }
        for (std::size_t k = 0; k < stocks_.size(); ++k) {
            const double shared = in_common_[k];
            const double own = std::sqrt(std::max(0.0, 1 - shared * shared));
            for (std::size_t step = 0; step < roots_.size(); ++step) {
                stocks_[k].places[step] = shared * market_.places[step] + own * stocks_[k].places[step];
            }
        }
    }

    [[nodiscard]] double worth(const Holding& holding, double sign) const noexcept {
        const std::vector<double>& places = stocks_[holding.stock].places;
        double sum = holding.certain;
        for (const Item& item : holding.items) {
            const double moved = sign * (places[item.step] - places[holding.start]);
            const double worth = item.amount * numeric::exponential(holding.volatility * moved + item.shift);
            sum += std::max(0.0, worth - item.strike);
        }
        return sum;
    }

    std::vector<double> times_;
    std::vector<double> roots_;  ///< of the time since the step before
    std::vector<std::string> names_;
    std::vector<Walk> stocks_;
    std::vector<double> in_common_;
    std::vector<Holding> holdings_;
    Walk market_{};
};

}  // namespace

std::vector<std::vector<double>> simulate(std::span<const Exposure> exposures) {
    std::vector<std::vector<double>> figures(exposures.size(), std::vector<double>(path_count, 0.0));
    Plan{exposures}.run(figures);
    return figures;
}

Estimate mean_over_pairs(std::span<const double> values) noexcept {
    const std::size_t pairs = values.size() / 2;
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (std::size_t n = 0; n < pairs; ++n) {
        const double gap = (values[2 * n] + values[2 * n + 1]) / 2 - mean;
        squares += gap * gap;
    }
    const auto count = static_cast<double>(pairs);
    return {mean, 1.96 * std::sqrt(squares / count / std::max(1.0, count - 1))};
}

}  // namespace offerkit::risk
