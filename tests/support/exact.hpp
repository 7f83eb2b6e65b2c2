#pragma once

#include <cstdint>

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <offerkit/quantity/fraction.hpp>

/// Arithmetic of unlimited size, to check ours against: slow, and written by others.
namespace support {

using BigInt = boost::multiprecision::cpp_int;
using BigRational = boost::multiprecision::cpp_rational;
using BigDecimal = boost::multiprecision::cpp_dec_float_100;

inline BigInt big(offerkit::quantity::int128 value) {
    const auto high = static_cast<std::int64_t>(value >> 64);
    const auto low = static_cast<std::uint64_t>(value);
    return (BigInt{high} << 64) + BigInt{low};
}

inline BigRational big(const offerkit::quantity::Fraction& value) {
    return BigRational{BigInt{value.numerator()}, BigInt{value.denominator()}};
}

/// The largest whole number not above the value.
inline BigInt floor_of(const BigRational& value) {
    const BigInt top = numerator(value);
    const BigInt bottom = denominator(value);
    BigInt quotient = top / bottom;
    if (quotient * bottom > top) {
        quotient -= 1;
    }
    return quotient;
}

/// The nearest whole number, halves upwards.
inline BigInt nearest(const BigRational& value) { return floor_of(value + BigRational{1, 2}); }

}  // namespace support
