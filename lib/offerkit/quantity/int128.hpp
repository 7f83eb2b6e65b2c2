#pragma once

#include <cstdint>
#include <limits>

namespace offerkit::quantity {

/// Room for products of two 64-bit numbers. Only ever a step on the way; nothing stores money in it.
__extension__ typedef __int128 int128;

[[nodiscard]] constexpr bool fits_int64(int128 value) noexcept {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

/// The largest whole number not above numerator / denominator. The denominator is positive.
[[nodiscard]] constexpr int128 floor_divide(int128 numerator, int128 denominator) noexcept {
    const int128 quotient = numerator / denominator;
    return (numerator % denominator != 0 && numerator < 0) ? quotient - 1 : quotient;
}

/// The smallest whole number not below numerator / denominator. The denominator is positive.
[[nodiscard]] constexpr int128 ceiling_divide(int128 numerator, int128 denominator) noexcept {
    const int128 quotient = numerator / denominator;
    return (numerator % denominator != 0 && numerator > 0) ? quotient + 1 : quotient;
}

/// numerator / denominator to the nearest whole number, an exact half upwards: the one rounding of money.
/// The denominator is positive and below 2^126.
[[nodiscard]] constexpr int128 round_half_up(int128 numerator, int128 denominator) noexcept {
    const int128 quotient = floor_divide(numerator, denominator);
    const int128 rest = numerator - quotient * denominator;
    return rest >= denominator - rest ? quotient + 1 : quotient;
}

}  // namespace offerkit::quantity
