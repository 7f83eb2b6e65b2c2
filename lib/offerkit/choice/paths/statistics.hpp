#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

/// What many worlds say together, and how sure it is: docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// Worlds are added up in blocks of this many, so that no order of threads changes a bit.
inline constexpr std::size_t block_size = 1024;

/// Amounts that are the same but for what binary fractions lose: within 1e-9 of each other.
[[nodiscard]] inline bool tie(double a, double b) noexcept {
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

/// Whether the first is the larger, and no tie.
[[nodiscard]] inline bool leads(double a, double b) noexcept {
    return a - b > 1e-9 * std::max(std::abs(a), std::abs(b));
}

/// A figure with its standard error.
struct Estimated {
    double value = 0;
    double error = 0;
};

/// The mean of what `value_of` gives for each of `count` worlds, in order.
template <class ValueOf>
[[nodiscard]] Estimated mean_of(std::size_t count, ValueOf value_of);

/// The chance of what happened in `happened` of `count` worlds.
[[nodiscard]] Estimated chance_of(double happened, std::size_t count) noexcept;

/// How a figure of many worlds lies: its mean, three quantiles, and the mean of the worst twentieth.
struct Distribution {
    Estimated mean{};
    Estimated p10{};
    Estimated p50{};
    Estimated p90{};
    Estimated worst_20th{};
};
/// `room` is worked in: one for many calls saves its pages.
[[nodiscard]] Distribution distribution_of(std::span<const double> values, std::vector<double>& room);

/// The certain amount that is as good as uncertain ones to a person with `wealth` and constant relative risk aversion.
/// Every wealth + amount is above 0.
[[nodiscard]] Estimated certainty_equivalent(std::span<const double> values, double wealth, double risk_aversion);

namespace detail {
[[nodiscard]] Estimated mean_from(double sum, double squares, std::size_t count) noexcept;
}

template <class ValueOf>
Estimated mean_of(std::size_t count, ValueOf value_of) {
    if (count == 0) {
        return {};
    }
    // Squares are taken around the first value, which lies near the others.
    const double origin = value_of(0);
    double sum = 0;
    double squares = 0;
    for (std::size_t begin = 0; begin < count; begin += block_size) {
        double block = 0;
        double block_squares = 0;
        for (std::size_t i = begin; i < count && i < begin + block_size; ++i) {
            const double value = value_of(i) - origin;
            block += value;
            block_squares += value * value;
        }
        sum += block;
        squares += block_squares;
    }
    Estimated result = detail::mean_from(sum, squares, count);
    result.value += origin;
    return result;
}

}  // namespace offerkit::choice::paths
