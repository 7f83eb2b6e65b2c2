#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/risk/prices/exposure.hpp>

/// The grids and the kernel that the recursion from the last vest to the first is computed on.
namespace offerkit::risk::detail {

/// Beyond this many spreads everything is on one side.
inline constexpr double certain_score = 8.3;

/// Even places of a logarithm.
struct Grid {
    double first = 0;
    double step = 1;
    std::size_t size = 1;

    [[nodiscard]] double at(std::size_t i) const noexcept { return first + step * static_cast<double>(i); }
};

/// A grid from one place to another, its step at most `widest`.
[[nodiscard]] Grid even_grid(double from, double to, double widest);

/// e to the power of each place: every sixteenth computed anew, those between from the one before.
[[nodiscard]] std::vector<double> exponentials_of(const Grid& grid);

/// The widest step between two spreads at which the trapezoid rule, which is exact but for 2 exp(-2 pi^2 / 0.85^2),
/// still sees both.
[[nodiscard]] double widest_step(double spread, double next_spread) noexcept;

/// Spreads of the steps from one vest to the next: volatility x square root of the time between them.
[[nodiscard]] std::vector<double> spreads_of(std::span<const Vest> vests, double volatility);

/// Adds normal densities of one spread to the values on a grid. With x = x_c + l h and d the distance of the centre
/// from x_c, exp(-(l h - d)^2 / 2 s^2) = exp(-d^2 / 2 s^2) x exp(h d / s^2)^l x exp(-l^2 h^2 / 2 s^2): two exponentials
/// a centre and a table that all centres share, then multiplications.
class GaussianSum {
public:
    GaussianSum(const Grid& grid, double spread);

    /// Adds weight x density of the normal distribution around `centre`, from 7.2 spreads below to 7.2 spreads + the
    /// square of one above, which is as far as its own mean of e^x reaches.
    void add(double centre, double weight, std::span<double> values) const noexcept;

private:
    Grid grid_;
    double spread_;
    double step_over_variance_;
    double scale_;
    long below_;
    long above_;
    std::vector<double> table_;  ///< exp(-l^2 h^2 / 2 s^2) for l from -below to above
};

}  // namespace offerkit::risk::detail
