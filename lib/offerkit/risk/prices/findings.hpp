#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// What uncertain share prices make of figures, without the laws behind it.
namespace offerkit::risk {

/// How a band was computed: from the law itself, or from simulated futures.
enum class Method : std::uint8_t { exact, simulated };

/// The quantiles that a band shows.
inline constexpr std::array<double, 5> shown_chances{0.1, 0.25, 0.5, 0.75, 0.9};
using Quantiles = std::array<double, shown_chances.size()>;

/// A chance, how it was found, and half the width of its 95% interval where it was simulated.
struct Chance {
    double value = 0;
    Method method = Method::exact;
    double half_width = 0;
};

/// The most offers whose chances of being the best of all are found.
inline constexpr std::size_t most_compared = 8;

}  // namespace offerkit::risk
