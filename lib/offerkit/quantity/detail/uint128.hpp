#pragma once

#include <cstdint>
#include <limits>
#include <numeric>

#include <offerkit/quantity/int128.hpp>

namespace offerkit::quantity::detail {

__extension__ typedef unsigned __int128 uint128;

/// The distance of `value` from 0, which fits also for the smallest.
[[nodiscard]] constexpr uint128 magnitude(int128 value) noexcept {
    return value < 0 ? -static_cast<uint128>(value) : static_cast<uint128>(value);
}

/// The largest number that divides both, of which at least one is not 0.
[[nodiscard]] constexpr uint128 greatest_common_divisor(uint128 a, uint128 b) noexcept {
    constexpr uint128 most = std::numeric_limits<std::uint64_t>::max();
    // Dividing 128 bits takes a library call, so only the first steps of large numbers pay for it.
    while (a > most || b > most) {
        if (b == 0) {
            return a;
        }
        const uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

}  // namespace offerkit::quantity::detail
