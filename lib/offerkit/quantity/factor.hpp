#pragma once

#include <cstdint>

#include <offerkit/quantity/fraction.hpp>

namespace offerkit::quantity {

/// A real number held as the unevaluated sum of two doubles, about 31 significant digits: what powers of growth and
/// discount are computed in, so that every machine reaches the same cent. Uses only +, -, x and /, which IEEE 754 fixes
/// to the last bit. After T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
struct Factor {
    double high = 1.0;
    double low = 0.0;

    /// A whole number, below 2^126 either way; exact up to 2^106.
    [[nodiscard]] static Factor of(int128 whole) noexcept;
    [[nodiscard]] static Factor of(const Fraction& value) noexcept;

    [[nodiscard]] constexpr bool is_one() const noexcept { return high == 1.0 && low == 0.0; }
    [[nodiscard]] double approximate() const noexcept { return high + low; }

    friend Factor operator+(Factor a, Factor b) noexcept;
    friend Factor operator-(Factor a, Factor b) noexcept;
    friend Factor operator*(Factor a, Factor b) noexcept;
    friend Factor operator/(Factor a, Factor b) noexcept;
};

/// e^x to a relative error below 10^-29, the same on every machine. Beyond e^500 or below e^-500 it stops at about
/// those.
[[nodiscard]] Factor exponential(Factor x) noexcept;
/// The natural logarithm of a number above 0, to an absolute error below 10^-28, the same on every machine.
[[nodiscard]] Factor logarithm(Factor x) noexcept;

/// Days in the mean Julian year of the money rules: a year of discounting or growth is 365.25 days.
inline constexpr double days_per_year = 365.25;

/// (1 + rate)^(days / 365.25), to a relative error below 10^-29. The rate is above -100%. Zero days, or a zero rate,
/// give exactly one; 1461 days are exactly four years. Beyond e^500 or below e^-500 it stops at about those.
[[nodiscard]] Factor compound(const Fraction& rate, std::int64_t days) noexcept;
/// The same for a rate that a solver tries, which need not be a short fraction.
[[nodiscard]] Factor compound(double rate, std::int64_t days) noexcept;

/// The nearest whole number, halves upwards; what lies within the last digits of a half counts as the half it stands
/// for. Saturates beyond 64 bits: check `fits` first.
[[nodiscard]] std::int64_t round_half_up(Factor value) noexcept;
/// True when rounding the value stays well within 64 bits.
[[nodiscard]] bool fits(Factor value) noexcept;

}  // namespace offerkit::quantity
