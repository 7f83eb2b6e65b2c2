#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/int128.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

namespace offerkit::quantity {

/// How a number goes to a multiple of a step: to the lower one, the higher one, or the nearer one with halves upwards.
enum class RoundingWay { down, up, nearest };
[[nodiscard]] constexpr auto words(RoundingWay) noexcept {
    using enum RoundingWay;
    return std::to_array<Word<RoundingWay>>({{down, "down"}, {up, "up"}, {nearest, "nearest"}});
}

/// An exact rational number of 128 bits, for chains of sums and products in which nothing may be rounded on the way. A
/// result that leaves 128 bits is `overflowed`, and so is everything computed from it: a caller asks once, at the end.
class Exact {
public:
    constexpr Exact() noexcept = default;
    constexpr explicit Exact(std::int64_t whole) noexcept : top_{whole} {}
    constexpr explicit Exact(const Fraction& value) noexcept : top_{value.numerator()}, bottom_{value.denominator()} {}
    /// An amount in major units: 170.25 for 17,025 cents.
    explicit Exact(Money amount) noexcept : Exact{ratio(amount.minor(), amount.currency().minor_per_major())} {}
    /// top / bottom; the bottom is positive.
    [[nodiscard]] static constexpr Exact ratio(int128 top, int128 bottom) noexcept {
        Exact result;
        result.top_ = top;
        result.bottom_ = bottom;
        return result;
    }
    [[nodiscard]] static constexpr Exact overflow() noexcept { return ratio(0, 0); }

    [[nodiscard]] constexpr bool overflowed() const noexcept { return bottom_ == 0; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return top_ == 0 && bottom_ != 0; }
    [[nodiscard]] constexpr int128 top() const noexcept { return top_; }
    [[nodiscard]] constexpr int128 bottom() const noexcept { return bottom_; }

    friend Exact operator+(const Exact& a, const Exact& b) noexcept;
    friend Exact operator-(const Exact& a, const Exact& b) noexcept;
    friend Exact operator*(const Exact& a, const Exact& b) noexcept;
    /// The divisor is above zero.
    friend Exact operator/(const Exact& a, const Exact& b) noexcept;
    Exact& operator+=(const Exact& other) noexcept { return *this = *this + other; }
    Exact& operator-=(const Exact& other) noexcept { return *this = *this - other; }

    /// By value, whatever the terms. An overflowed number is beside every other, neither above nor below.
    friend std::strong_ordering operator<=>(const Exact& a, const Exact& b) noexcept;
    friend bool operator==(const Exact& a, const Exact& b) noexcept { return (a <=> b) == 0; }

private:
    int128 top_ = 0;
    int128 bottom_ = 1;  ///< positive; 0 after an overflow
};

/// The multiple of a step above zero that a value goes to.
[[nodiscard]] Exact round_to(const Exact& value, const Exact& step, RoundingWay way) noexcept;

/// An amount in major units as money, rounded half up to the minor unit; nothing when it overflowed or leaves 64 bits.
[[nodiscard]] std::optional<Money> to_money(const Exact& value, Currency currency) noexcept;

/// The same number as a fraction in lowest terms; nothing when it overflowed or leaves 64 bits.
[[nodiscard]] std::optional<Fraction> to_fraction(const Exact& value) noexcept;

}  // namespace offerkit::quantity
