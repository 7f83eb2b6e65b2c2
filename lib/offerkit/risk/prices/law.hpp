#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/exposure.hpp>

namespace offerkit::risk {

/// The law of a sum of vests, certain pay left out: log X is a mixture of normal distributions of one spread, which is
/// that of the last step of a recursion over the vests (docs/numbers.md, "The law of a sum of vests"). No simulation:
/// the distribution function is right to about 1e-11, for any number of vests.
class Law {
public:
    /// One normal distribution of the mixture: its weight, and the mean of log X.
    struct Component {
        double weight = 0;
        double centre = 0;
    };

    /// Nothing if the law fails its own check: weights that do not add to 1 within 1e-9, or a mean off by more than
    /// 1e-6 while volatility x square root of time is at most 4. Vests as `in_order` gives them, at least one, at most
    /// `most_dates`; volatility above 0.
    [[nodiscard]] static std::optional<Law> of(std::span<const Vest> vests, double volatility);

    /// The chance of a sum below x, and above it. Each is as good as a small number as the other.
    [[nodiscard]] double below(double x) const noexcept;
    [[nodiscard]] double above(double x) const noexcept;
    /// The same for the logarithm of the sum, with the density there.
    struct Place {
        double density = 0;
        double below = 0;
        double above = 0;
    };
    [[nodiscard]] Place at_log(double log_x) const noexcept;

    [[nodiscard]] double mean() const noexcept;
    /// The mean of X where X is below x: the integral, not divided by the chance of being there.
    [[nodiscard]] double mean_below(double x) const noexcept;
    /// ln of the mean of e^(-X / tolerance), tolerance above 0.
    [[nodiscard]] double log_laplace(double tolerance) const noexcept;

    /// The mean of a smooth function of X: each component by 65 points of its normal score, from -8 by quarters to 8.
    template <class Function>
    [[nodiscard]] double mean_of(const Function& function) const noexcept {
        double sum = 0;
        double whole = 0;
        for (int k = -32; k <= 32; ++k) {
            const double score = k / 4.0;
            double inner = 0;
            for (const Component& component : components_) {
                inner += component.weight * function(numeric::exponential(component.centre + spread_ * score));
            }
            const double weight = numeric::normal_density(score);
            sum += weight * inner;
            whole += weight;
        }
        return sum / (whole * weight_before_.back());
    }

    [[nodiscard]] std::span<const Component> components() const noexcept { return components_; }
    [[nodiscard]] double spread() const noexcept { return spread_; }

private:
    Law(std::vector<Component> components, double spread) noexcept;

    std::vector<Component> components_;  ///< by centre
    std::vector<double> weight_before_;  ///< of the components before each, one more than there are components
    double spread_ = 0;
};

/// Where the chances of a law lie, as a table of log x over the normal score z: F(x) = N(z), z from -6.5 to 6.5 by
/// eighths. Quantiles, draws and pairs read it; between its points it is a cubic, beyond them a line.
class ScoreTable {
public:
    static constexpr std::size_t points = 105;
    static constexpr double first = -6.5;
    static constexpr double step = 0.125;

    static constexpr std::size_t middle = (points - 1) / 2;
    /// As many points from the middle as the quantiles of `shown_chances` are read from.
    static constexpr std::size_t for_quantiles = 14;

    /// Looks at so many points from the middle; past them the table goes on in a line.
    explicit ScoreTable(const Law& law, std::size_t reach = middle) noexcept;

    /// log x at a score.
    [[nodiscard]] double log_at(double score) const noexcept;
    /// The score of log x: what `log_at` is the inverse of.
    [[nodiscard]] double score_of(double log_x) const noexcept;
    /// log x at point i of the table.
    [[nodiscard]] double point(std::size_t i) const noexcept { return logs_[i]; }

private:
    std::array<double, points> logs_{};
};

/// The x that the sum stays below with this chance: read off the table, then one Newton step on the law. 2e-10.
[[nodiscard]] double quantile(const Law& law, const ScoreTable& table, double chance) noexcept;

}  // namespace offerkit::risk
