// The joint law of two sums of vests of two stocks, by the recursion on a grid of two dimensions: an oracle for the
// copula that the library joins them with (docs/numbers.md, "Two offers and more").

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <offerkit/numeric/philox.hpp>
#include <offerkit/risk/prices/chances.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

/// One of the two sums on the dates of both: 0 where it has no vest.
struct Side {
    double volatility;
    double certain;
    std::vector<double> amounts{};
};

double below(double score) { return 0.5 * std::erfc(-score / std::sqrt(2.0)); }

/// An even grid of the logarithm of what is still to come.
struct Grid {
    double first = 0;
    double step = 0;
    std::size_t count = 0;
    [[nodiscard]] double at(std::size_t i) const { return first + step * static_cast<double>(i); }
};

/// Two sums with one last date, of stocks whose returns are correlated.
class JointLaw {
public:
    JointLaw(std::vector<double> times, Side a, Side b, double correlation)
        : times_{std::move(times)}, a_{std::move(a)}, b_{std::move(b)}, r_{correlation} {}

    /// P(certain A + X_A > certain B + X_B).
    [[nodiscard]] double a_beats_b() {
        start();
        for (std::size_t i = times_.size() - 1; i-- > 1;) {
            step(i);
        }
        return last();
    }

private:
    [[nodiscard]] double years(std::size_t i) const { return times_[i] - (i == 0 ? 0.0 : times_[i - 1]); }
    [[nodiscard]] double spread(const Side& side, std::size_t i) const { return side.volatility * std::sqrt(years(i)); }
    [[nodiscard]] double drift(const Side& side, std::size_t i) const {
        return -side.volatility * side.volatility * years(i) / 2;
    }

    /// Where ln Z of date i lies, seven standard deviations either way.
    [[nodiscard]] Grid grid(const Side& side, std::size_t i) const {
        double low = 0;
        double high = 0;
        for (std::size_t j = i; j < times_.size(); ++j) {
            const double q = side.volatility * std::sqrt(times_[j] - (i == 0 ? 0.0 : times_[i - 1]));
            low += side.amounts[j] * std::exp(-7 * q - q * q / 2);
            high += side.amounts[j] * std::exp((7 + q) * q - q * q / 2);
        }
        const double here = spread(side, i);
        const double before = i == 0 ? here : spread(side, i - 1);
        const double finest = std::sqrt(1 - r_ * r_) * here * before / std::sqrt(here * here + before * before);
        const double range = std::log(high) - std::log(low);
        const auto steps = static_cast<std::size_t>(std::ceil(range / finest));
        return {std::log(low), range / static_cast<double>(steps), steps + 1};
    }

    void start() {
        const std::size_t i = times_.size() - 1;
        x_ = grid(a_, i);
        y_ = grid(b_, i);
        density_.assign(x_.count * y_.count, 0.0);
        scatter(i, 1, std::log(a_.amounts[i]), std::log(b_.amounts[i]));
    }

    /// From the density of what follows date i to that of what comes from it on.
    void step(std::size_t i) {
        const Grid x = x_;
        const Grid y = y_;
        const std::vector<double> density = std::move(density_);
        x_ = grid(a_, i);
        y_ = grid(b_, i);
        density_.assign(x_.count * y_.count, 0.0);
        for (std::size_t m = 0; m < x.count; ++m) {
            for (std::size_t n = 0; n < y.count; ++n) {
                const double weight = density[m * y.count + n] * x.step * y.step;
                if (weight > 1e-16) {
                    scatter(i, weight, std::log(a_.amounts[i] + std::exp(x.at(m))),
                            std::log(b_.amounts[i] + std::exp(y.at(n))));
                }
            }
        }
    }

    /// Adds a weight, spread as the prices of date i move, around the logarithms of two amounts.
    void scatter(std::size_t i, double weight, double log_a, double log_b) {
        const double spread_a = spread(a_, i);
        const double spread_b = spread(b_, i) * std::sqrt(1 - r_ * r_);
        const double centre_a = log_a + drift(a_, i);
        const double scale = weight / (2 * M_PI * spread_a * spread_b);
        for (std::size_t m = near(x_, centre_a - 7 * spread_a); m < x_.count; ++m) {
            const double score = (x_.at(m) - centre_a) / spread_a;
            if (score > 7) {
                break;
            }
            const double row = scale * std::exp(-score * score / 2);
            const double centre_b = log_b + drift(b_, i) + r_ * spread(b_, i) * score;
            // exp(-(d + l h)^2 / 2 s^2) for l = 0, 1, ...: each from the one before by two products.
            std::size_t n = near(y_, centre_b - 7 * spread_b);
            const double d = (y_.at(n) - centre_b) / spread_b;
            const double h = y_.step / spread_b;
            double value = row * std::exp(-d * d / 2);
            double ratio = std::exp(-d * h - h * h / 2);
            const double fall = std::exp(-h * h);
            for (double at = d; n < y_.count && at <= 7; ++n, at += h) {
                density_[m * y_.count + n] += value;
                value *= ratio;
                ratio *= fall;
            }
        }
    }

    [[nodiscard]] static std::size_t near(const Grid& grid, double value) {
        const double place = std::ceil((value - grid.first) / grid.step);
        return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(grid.count - 1)));
    }

    /// The first date in closed form for B, and over 65 scores for A.
    [[nodiscard]] double last() const {
        const double spread_b = spread(b_, 0);
        const double root = std::sqrt(1 - r_ * r_);
        double chance = 0;
        for (std::size_t m = 0; m < x_.count; ++m) {
            const double a = a_.amounts[0] + std::exp(x_.at(m));
            for (std::size_t n = 0; n < y_.count; ++n) {
                const double weight = density_[m * y_.count + n] * x_.step * y_.step;
                if (weight < 1e-13) {
                    continue;
                }
                const double log_b = std::log(b_.amounts[0] + std::exp(y_.at(n))) + drift(b_, 0);
                double wins = 0;
                for (int k = -32; k <= 32; ++k) {
                    const double z = k / 4.0;
                    const double tie = a_.certain - b_.certain + a * std::exp(drift(a_, 0) + spread(a_, 0) * z);
                    if (tie > 0) {
                        wins += std::exp(-z * z / 2) *
                                below((std::log(tie) - log_b - r_ * spread_b * z) / (spread_b * root));
                    }
                }
                chance += weight * wins / (4 * std::sqrt(2 * M_PI));
            }
        }
        return chance;
    }

    std::vector<double> times_;
    Side a_;
    Side b_;
    double r_;
    Grid x_{};
    Grid y_{};
    std::vector<double> density_{};
};

double number(const std::string& text) {
    const auto slash = text.find('/');
    return slash == std::string::npos ? std::stod(text)
                                      : std::stod(text.substr(0, slash)) / std::stod(text.substr(slash + 1));
}

/// The amounts of a known case on 16 quarters.
Side on_quarters(const json& input) {
    Side side{input["volatility"], input["certain"], std::vector<double>(16, 0.0)};
    for (const json& row : input["vests"]) {
        for (int k = 0; k < row[2].get<int>(); ++k) {
            const double quarter = 4 * (number(row[0]) + k * number(row[1]));
            side.amounts[static_cast<std::size_t>(std::lround(quarter)) - 1] += row[3].get<double>();
        }
    }
    return side;
}

risk::Exposure exposure_of(const Side& side, const std::vector<double>& times, const std::string& stock,
                           double shared) {
    risk::Exposure exposure{
        .stock = stock, .volatility = side.volatility, .market_correlation = shared, .certain = side.certain};
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (side.amounts[i] > 0) {
            exposure.vests.push_back({times[i], side.amounts[i]});
        }
    }
    return exposure;
}

}  // namespace

TEST_CASE("the recursion in two dimensions gives the known chances of two stocks") {
    const json all = json::parse(support::read_file(support::source_path("tests/data/uncertainty.json")));
    std::vector<double> quarters;
    for (int k = 1; k <= 16; ++k) {
        quarters.push_back(k / 4.0);
    }
    std::size_t checked = 0;
    for (const json& example : all["cases"]) {
        const std::string id = example["id"];
        if (id != "pair-independent" && id != "pair-quarters" && id != "pair-back-loaded-quarters") {
            continue;
        }
        CAPTURE(id);
        const json& input = example["input"];
        JointLaw law{quarters, on_quarters(input["a"]), on_quarters(input["b"]), input["correlation"]};
        CHECK(std::fabs(law.a_beats_b() - example["expected"]["a_beats_b"].get<double>()) <
              example["tolerance"].get<double>());
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("the copula is within 0.7 of 100 of the joint law of random pairs") {
    numeric::Draw draw{{2026, 11}, 0};
    const auto between = [&](double low, double high) { return low + (high - low) * draw.uniform(); };
    const std::vector<double> times{1, 2, 3, 4};
    for (int run = 0; run < 12; ++run) {
        const auto side = [&] {
            Side one{between(0.15, 0.75), between(0, 600'000), {}};
            for (std::size_t i = 0; i < times.size(); ++i) {
                one.amounts.push_back(between(10'000, 200'000));
            }
            return one;
        };
        const Side a = side();
        const Side b = side();
        const double shared = std::sqrt(between(0.1, 0.8));
        const double joint = JointLaw{times, a, b, shared * shared}.a_beats_b();
        const risk::Prospect first{exposure_of(a, times, "a", shared)};
        const risk::Prospect second{exposure_of(b, times, "b", shared)};
        CAPTURE(run, a.volatility, b.volatility, shared, joint);
        CHECK(std::fabs(chance_beats(first, second).value - joint) < 0.007);
    }
}
