#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace offerkit::numeric {

/// How many dimensions Sobol points have at most here.
inline constexpr std::size_t sobol_dimensions = 8;

/// Points of the unit cube that fill it more evenly than chance does (Sobol 1967; first direction numbers of Joe and
/// Kuo, "Constructing Sobol sequences with better two-dimensional projections", 2008). Point number n is the same
/// however many are taken. Of the first 2^k points, one lies in each of the 2^k equal slices of every dimension.
class Sobol {
public:
    Sobol() noexcept;

    /// A coordinate of point n as 32 bits after the binary point; `dimension` is below `sobol_dimensions`.
    [[nodiscard]] std::uint32_t at(std::uint32_t n, std::size_t dimension) const noexcept;
    /// Turns a coordinate of point n - 1 into that of point n, which is above 0.
    void advance(std::uint32_t& coordinate, std::uint32_t n, std::size_t dimension) const noexcept {
        coordinate ^= changes_[dimension][static_cast<std::size_t>(std::countr_zero(n))];
    }

private:
    using Words = std::array<std::array<std::uint32_t, 32>, sobol_dimensions>;
    Words directions_{};
    Words changes_{};  ///< all directions up to each: what a number with so many zeros at its end changes
};

}  // namespace offerkit::numeric
