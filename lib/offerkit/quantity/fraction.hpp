#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <offerkit/contract.hpp>
#include <offerkit/quantity/int128.hpp>

namespace offerkit::quantity {

/// An exact rational number in lowest terms with a positive denominator. Arithmetic that would leave 64 bits
/// gives nothing instead of a wrong number.
class Fraction {
public:
    constexpr Fraction() noexcept = default;
    constexpr explicit Fraction(std::int64_t whole) noexcept : numerator_{whole} {}
    /// A binary fraction is not what a person wrote: read the text with parse_decimal.
    template <std::floating_point Binary>
    explicit Fraction(Binary) = delete;

    /// numerator / denominator in lowest terms; nothing when that does not fit. The denominator is not zero.
    [[nodiscard]] static std::optional<Fraction> of(int128 numerator, int128 denominator) noexcept;

    [[nodiscard]] constexpr std::int64_t numerator() const noexcept { return numerator_; }
    [[nodiscard]] constexpr std::int64_t denominator() const noexcept { return denominator_; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return numerator_ == 0; }
    [[nodiscard]] constexpr bool is_whole() const noexcept { return denominator_ == 1; }

    [[nodiscard]] std::optional<Fraction> plus(const Fraction& other) const noexcept;
    [[nodiscard]] std::optional<Fraction> minus(const Fraction& other) const noexcept;
    [[nodiscard]] std::optional<Fraction> times(const Fraction& other) const noexcept;
    /// Divided by what is not zero.
    [[nodiscard]] std::optional<Fraction> over(const Fraction& other) const noexcept;

    /// The nearest double: for estimates and pictures, never for money.
    [[nodiscard]] constexpr double approximate() const noexcept {
        return static_cast<double>(numerator_) / static_cast<double>(denominator_);
    }

    friend constexpr bool operator==(const Fraction&, const Fraction&) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) noexcept {
        const int128 left = static_cast<int128>(a.numerator_) * b.denominator_;
        const int128 right = static_cast<int128>(b.numerator_) * a.denominator_;
        return left < right   ? std::strong_ordering::less
               : left > right ? std::strong_ordering::greater
                              : std::strong_ordering::equal;
    }

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// A share of something, or a rate a year: 15% is 3/20.
using Rate = Fraction;
/// A plain exact number: a rating, a swing, an exchange rate.
using Number = Fraction;

/// The fraction as a decimal: exact when it terminates within `most_decimals`, else rounded half up to them. No
/// exponent, no trailing zeros: "0.132", "-4.5", "0.3333333333". From 0 to 18 decimals.
[[nodiscard]] std::string to_decimal(const Fraction& value, int most_decimals = 10);
/// The fraction as people write shares: "9/2", or "4" when it is whole.
[[nodiscard]] std::string to_ratio(const Fraction& value);
/// The fraction as a percentage with up to `most_decimals` decimals, from 0 to 16: "13.2%".
[[nodiscard]] std::string to_percent(const Fraction& value, int most_decimals = 2);

/// Reads a plain decimal ("8", "-0.15", "1_000.5") exactly: digits, an optional sign, one optional point and single
/// underscores between digits; nothing else. Nothing when the text is another thing or has over 18 digits that count.
[[nodiscard]] std::optional<Fraction> parse_decimal(std::string_view text) noexcept;

}  // namespace offerkit::quantity
