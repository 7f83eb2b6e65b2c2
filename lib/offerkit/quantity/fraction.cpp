#include <offerkit/quantity/fraction.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

#include <offerkit/quantity/detail/plain_number.hpp>
#include <offerkit/quantity/detail/uint128.hpp>

namespace offerkit::quantity {

namespace {

using detail::greatest_common_divisor;
using detail::magnitude;
using detail::uint128;

constexpr std::uint64_t most_64_bits = std::numeric_limits<std::uint64_t>::max();

std::string digits_of(int128 value) {
    std::string digits;
    do {
        digits.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

// numerator / denominator rounded half up to so many decimals. The numerator times 10^decimals fits.
std::string decimal_text(int128 numerator, std::int64_t denominator, int most_decimals) {
    int128 scale = 1;
    for (int i = 0; i < most_decimals; ++i) {
        scale *= 10;
    }
    const int128 scaled = round_half_up(numerator * scale, denominator);
    std::string digits = digits_of(scaled < 0 ? -scaled : scaled);
    const auto decimals = static_cast<std::size_t>(most_decimals);
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    const std::size_t whole = digits.size() - decimals;
    while (digits.size() > whole && digits.back() == '0') {
        digits.pop_back();
    }
    if (digits.size() > whole) {
        digits.insert(whole, 1, '.');
    }
    return scaled < 0 ? "-" + digits : digits;
}

}  // namespace

std::optional<Fraction> Fraction::of(int128 numerator, int128 denominator) noexcept {
    expects(denominator != 0);
    const bool negative = (numerator < 0) != (denominator < 0);
    uint128 top = magnitude(numerator);
    uint128 bottom = magnitude(denominator);
    const uint128 divisor = greatest_common_divisor(top, bottom);
    if (divisor != 1) {
        top /= divisor;
        bottom /= divisor;
    }
    constexpr uint128 most = std::numeric_limits<std::int64_t>::max();
    if (bottom > most || top > most + (negative ? 1 : 0)) {
        return std::nullopt;
    }
    Fraction result;
    result.numerator_ = static_cast<std::int64_t>(negative ? -static_cast<int128>(top) : static_cast<int128>(top));
    result.denominator_ = static_cast<std::int64_t>(bottom);
    return result;
}

// Neither product below can leave 128 bits: each is of two 64-bit numbers, one of them positive, so a sum of two fits
// too.
std::optional<Fraction> Fraction::plus(const Fraction& other) const noexcept {
    // Most sums are of much that is nothing.
    if (numerator_ == 0 || other.numerator_ == 0) {
        return numerator_ == 0 ? other : *this;
    }
    if (denominator_ == 1 && other.denominator_ == 1) {
        std::int64_t sum = 0;
        return __builtin_add_overflow(numerator_, other.numerator_, &sum) ? std::nullopt : std::optional{Fraction{sum}};
    }
    if (denominator_ == other.denominator_) {
        return of(static_cast<int128>(numerator_) + other.numerator_, denominator_);
    }
    const int128 left = static_cast<int128>(numerator_) * other.denominator_;
    const int128 right = static_cast<int128>(other.numerator_) * denominator_;
    return of(left + right, static_cast<int128>(denominator_) * other.denominator_);
}

std::optional<Fraction> Fraction::minus(const Fraction& other) const noexcept {
    const int128 left = static_cast<int128>(numerator_) * other.denominator_;
    const int128 right = static_cast<int128>(other.numerator_) * denominator_;
    return of(left - right, static_cast<int128>(denominator_) * other.denominator_);
}

std::optional<Fraction> Fraction::times(const Fraction& other) const noexcept {
    return of(static_cast<int128>(numerator_) * other.numerator_,
              static_cast<int128>(denominator_) * other.denominator_);
}

std::optional<Fraction> Fraction::over(const Fraction& other) const noexcept {
    return of(static_cast<int128>(numerator_) * other.denominator_,
              static_cast<int128>(denominator_) * other.numerator_);
}

std::string to_decimal(const Fraction& value, int most_decimals) {
    expects(most_decimals >= 0 && most_decimals <= 18);
    if (value.is_whole()) {
        return std::to_string(value.numerator());
    }
    return decimal_text(value.numerator(), value.denominator(), most_decimals);
}

std::string to_ratio(const Fraction& value) {
    const std::string top = std::to_string(value.numerator());
    return value.is_whole() ? top : top + "/" + std::to_string(value.denominator());
}

std::string to_percent(const Fraction& value, int most_decimals) {
    expects(most_decimals >= 0 && most_decimals <= 16);
    return decimal_text(static_cast<int128>(value.numerator()) * 100, value.denominator(), most_decimals) + "%";
}

std::optional<Fraction> parse_decimal(std::string_view text) noexcept {
    constexpr int most_digits = 18;
    const auto number = detail::split_plain_number(text);
    if (!number || detail::count_digits(number->whole) + detail::count_digits(number->decimals) > most_digits) {
        return std::nullopt;
    }
    const int128 digits = detail::read_digits(number->decimals, detail::read_digits(number->whole));
    int128 scale = 1;
    for (int i = detail::count_digits(number->decimals); i > 0; --i) {
        scale *= 10;
    }
    return Fraction::of(number->negative ? -digits : digits, scale);
}

}  // namespace offerkit::quantity
