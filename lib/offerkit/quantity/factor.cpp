#include <offerkit/quantity/factor.hpp>

#include <array>
#include <cmath>
#include <cstdlib>

#include <offerkit/contract.hpp>

namespace offerkit::quantity {

namespace {

// a + b = high + low exactly, for any two doubles (Knuth).
constexpr Factor exact_sum(double a, double b) noexcept {
    const double sum = a + b;
    const double shadow = sum - a;
    return {sum, (a - (sum - shadow)) + (b - shadow)};
}

// The same when |a| >= |b|.
constexpr Factor ordered_sum(double a, double b) noexcept {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

// Cuts a double into two halves of at most 26 bits, whose products are exact (Veltkamp).
constexpr void cut(double a, double& top, double& bottom) noexcept {
    constexpr double splitter = 134217729.0;  // 2^27 + 1
    const double scaled = splitter * a;
    top = scaled - (scaled - a);
    bottom = a - top;
}

// a x b = high + low exactly (Dekker), without a fused multiply-add, which not every machine has.
constexpr Factor exact_product(double a, double b) noexcept {
    double a_top = 0;
    double a_bottom = 0;
    double b_top = 0;
    double b_bottom = 0;
    cut(a, a_top, a_bottom);
    cut(b, b_top, b_bottom);
    const double product = a * b;
    return {product, ((a_top * b_top - product) + a_top * b_bottom + a_bottom * b_top) + a_bottom * b_bottom};
}

constexpr Factor sum(Factor a, Factor b) noexcept {
    const Factor top = exact_sum(a.high, b.high);
    const Factor bottom = exact_sum(a.low, b.low);
    const Factor first = ordered_sum(top.high, top.low + bottom.high);
    return ordered_sum(first.high, first.low + bottom.low);
}

constexpr Factor difference(Factor a, Factor b) noexcept { return sum(a, Factor{-b.high, -b.low}); }

constexpr Factor product(Factor a, Factor b) noexcept {
    const Factor top = exact_product(a.high, b.high);
    return ordered_sum(top.high, top.low + (a.high * b.low + a.low * b.high));
}

constexpr Factor quotient(Factor a, Factor b) noexcept {
    const double first = a.high / b.high;
    const Factor rest = difference(a, product(b, Factor{first, 0.0}));
    const double second = rest.high / b.high;
    const Factor rest_of_rest = difference(rest, product(b, Factor{second, 0.0}));
    const double third = rest_of_rest.high / b.high;
    return sum(ordered_sum(first, second), Factor{third, 0.0});
}

constexpr Factor one{1.0, 0.0};
constexpr Factor natural_log_of_two{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};

// Powers beyond e^500 or below e^-500 stop there: no sum of money comes near, and nothing turns into "not a number".
constexpr double largest_exponent = 500.0;

Factor scale_by_power_of_two(Factor value, int exponent) noexcept {
    return {std::ldexp(value.high, exponent), std::ldexp(value.low, exponent)};
}

// 1/k! for k = 0..6 to all digits, and for k = 7..12 as doubles: multiplied by so high a power of a small argument,
// they need no more.
constexpr auto inverse_factorials = [] {
    std::array<Factor, 7> table{};
    double factorial = 1.0;
    for (std::size_t k = 0; k < table.size(); ++k) {
        factorial *= k == 0 ? 1.0 : static_cast<double>(k);
        table[k] = quotient(one, Factor{factorial, 0.0});
    }
    return table;
}();
constexpr std::array<double, 6> small_inverse_factorials{1.0 / 5040,    1.0 / 40320,    1.0 / 362880,
                                                         1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600};

}  // namespace

// e^x: the argument is taken modulo ln 2 and halved until its series is short, then squared back.
Factor exponential(Factor x) noexcept {
    if (!(std::fabs(x.high) <= largest_exponent)) {
        x = Factor{std::copysign(largest_exponent, x.high), 0.0};
    }
    const double turns = std::nearbyint(x.high / natural_log_of_two.high);
    constexpr int halvings = 6;
    const Factor r = scale_by_power_of_two(difference(x, product(Factor{turns, 0.0}, natural_log_of_two)), -halvings);
    double tail = 0.0;
    for (std::size_t k = small_inverse_factorials.size(); k-- > 0;) {
        tail = tail * r.high + small_inverse_factorials[k];
    }
    Factor series{tail, 0.0};
    for (std::size_t k = inverse_factorials.size(); k-- > 1;) {
        series = sum(product(series, r), inverse_factorials[k]);
    }
    // e^r - 1, so that the squarings below lose nothing: (1 + s)^2 - 1 = 2s + s^2.
    Factor less_one = product(series, r);
    for (int i = 0; i < halvings; ++i) {
        less_one = sum(Factor{2 * less_one.high, 2 * less_one.low}, product(less_one, less_one));
    }
    return scale_by_power_of_two(sum(less_one, one), static_cast<int>(turns));
}

namespace {

// 1/(2k+1), what the series of the logarithm is made of.
constexpr auto inverse_odds = [] {
    std::array<Factor, 30> table{};
    for (std::size_t k = 0; k < table.size(); ++k) {
        table[k] = quotient(one, Factor{2.0 * static_cast<double>(k) + 1.0, 0.0});
    }
    return table;
}();

// 2 artanh(ratio) = ln((1 + ratio) / (1 - ratio)): the first terms of its series to all digits, then the tail given.
constexpr Factor twice_artanh(Factor ratio, Factor square, std::size_t terms, double tail) noexcept {
    Factor series{tail, 0.0};
    for (std::size_t k = terms; k-- > 0;) {
        series = sum(product(series, square), inverse_odds[k]);
    }
    const Factor half = product(ratio, series);
    return {2 * half.high, 2 * half.low};
}

// ln(j/16) for the sixteenths that lie between 1/sqrt(2) and sqrt(2).
constexpr int first_sixteenth = 11;
constexpr auto logarithms_of_sixteenths = [] {
    std::array<Factor, 13> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double c = (first_sixteenth + static_cast<double>(i)) / 16;
        const Factor ratio = quotient(Factor{c - 1, 0.0}, Factor{c + 1, 0.0});
        table[i] = twice_artanh(ratio, product(ratio, ratio), inverse_odds.size(), 0.0);
    }
    return table;
}();

}  // namespace

// ln(x) = k ln 2 + ln(c) + 2 artanh((m-c)/(m+c)), with x = m 2^k, m near one and c the sixteenth nearest to m.
Factor logarithm(Factor x) noexcept {
    int exponent = 0;
    const double mantissa = std::frexp(x.high, &exponent);
    if (mantissa < 0.70710678118654752) {
        --exponent;
    }
    const Factor m = scale_by_power_of_two(x, -exponent);
    const double sixteenths = std::nearbyint(m.high * 16);
    const Factor c{sixteenths / 16, 0.0};
    const Factor ratio = quotient(difference(m, c), sum(m, c));
    // |ratio| < 0.0224, so the square gains eleven bits a term and ten terms reach beyond 2^-106.
    const Factor square = product(ratio, ratio);
    double tail = 0.0;
    for (std::size_t k = 10; k >= 5; --k) {
        tail = tail * square.high + inverse_odds[k].high;
    }
    const auto index = static_cast<std::size_t>(static_cast<int>(sixteenths) - first_sixteenth);
    const Factor near = sum(logarithms_of_sixteenths[index], twice_artanh(ratio, square, 5, tail));
    return sum(product(Factor{static_cast<double>(exponent), 0.0}, natural_log_of_two), near);
}

namespace {

// base^n by squaring, n above zero.
Factor whole_power(Factor base, std::int64_t n) noexcept {
    Factor result = one;
    for (;; base = product(base, base)) {
        if (n % 2 != 0) {
            result = product(result, base);
        }
        n /= 2;
        if (n == 0) {
            return result;
        }
    }
}

// base^(days / 365.25). Four years are 1461 days exactly, so whole multiples are powers of multiplication alone: 1.5^4
// is 5.0625 to the last digit, and a half of a cent stays a half. Only what is left over needs a logarithm.
Factor power(Factor base, std::int64_t days) noexcept {
    constexpr std::int64_t days_in_four_years = 1461;
    expects(base.high > 0.0 && std::isfinite(base.high));
    const std::int64_t length = days < 0 ? -days : days;
    const std::int64_t years = length / days_in_four_years * 4;
    const std::int64_t left_over = length % days_in_four_years;
    Factor result = one;
    // The exponent of two bounds the logarithm from both sides, so this tells whether the power comes near the ends.
    if ((std::abs(std::ilogb(base.high)) + 1.0) * static_cast<double>(years + 4) > largest_exponent) {
        result = exponential(
            product(logarithm(base), quotient(Factor{4.0 * static_cast<double>(length), 0.0}, Factor{1461.0, 0.0})));
    } else {
        if (years != 0) {
            result = whole_power(base, years);
        }
        if (left_over != 0) {
            const Factor time = quotient(Factor{4.0 * static_cast<double>(left_over), 0.0}, Factor{1461.0, 0.0});
            result = product(result, exponential(product(logarithm(base), time)));
        }
    }
    return days < 0 ? quotient(one, result) : result;
}

}  // namespace

Factor Factor::of(int128 whole) noexcept {
    const auto high = static_cast<double>(whole);
    return ordered_sum(high, static_cast<double>(whole - static_cast<int128>(high)));
}

Factor Factor::of(const Fraction& value) noexcept {
    return of(static_cast<int128>(value.numerator())) / of(static_cast<int128>(value.denominator()));
}

Factor operator+(Factor a, Factor b) noexcept { return sum(a, b); }
Factor operator-(Factor a, Factor b) noexcept { return difference(a, b); }
Factor operator*(Factor a, Factor b) noexcept { return product(a, b); }
Factor operator/(Factor a, Factor b) noexcept { return quotient(a, b); }

Factor compound(const Fraction& rate, std::int64_t days) noexcept {
    if (days == 0 || rate.is_zero()) {
        return {};
    }
    return power(one + Factor::of(rate), days);
}

Factor compound(double rate, std::int64_t days) noexcept {
    if (days == 0 || rate == 0.0) {
        return {};
    }
    return power(exact_sum(1.0, rate), days);
}

bool fits(Factor value) noexcept { return std::fabs(value.high) < 4.6e18; }

std::int64_t round_half_up(Factor value) noexcept {
    if (!fits(value)) {
        return value.high < 0 ? -4'600'000'000'000'000'000 : 4'600'000'000'000'000'000;
    }
    // A half that the last bits of the computation left just below counts as the half it stands for.
    constexpr double last_digits = 0x1p-98;
    const Factor lifted = value + Factor{0.5, 0.0} + Factor{std::fabs(value.high) * last_digits, 0.0};
    const double floor_high = std::floor(lifted.high);
    if (floor_high != lifted.high) {
        return static_cast<std::int64_t>(floor_high);
    }
    return static_cast<std::int64_t>(floor_high) + static_cast<std::int64_t>(std::floor(lifted.low));
}

}  // namespace offerkit::quantity
