#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/risk/prices/exposure.hpp>

namespace offerkit::risk {

/// Simulated futures: so many, in pairs whose prices mirror each other.
inline constexpr std::size_t path_count = 65'536;

/// What each exposure comes to in each future, path by path; futures 2n and 2n + 1 mirror each other. One market moves
/// all stocks, and equal names follow one path. A draw belongs to a stock's name and the number of the future, so that
/// neither the order of exposures nor a number of threads changes anything.
[[nodiscard]] std::vector<std::vector<double>> simulate(std::span<const Exposure> exposures);

/// The mean of a number over futures, with half the width of its 95% interval: the spread between mirrored pairs.
struct Estimate {
    double mean = 0;
    double half_width = 0;
};
[[nodiscard]] Estimate mean_over_pairs(std::span<const double> values) noexcept;

}  // namespace offerkit::risk
