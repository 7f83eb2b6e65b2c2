#include <offerkit/quantity/detail/wide_fraction.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace offerkit::quantity::detail {

namespace {

using Integer = WideFraction::Integer;

constexpr std::size_t most_bits = 4'096;
constexpr std::size_t limb_bits = std::numeric_limits<boost::multiprecision::limb_type>::digits;

}  // namespace

bool is_kept(const Integer& number) { return number.backend().size() * limb_bits <= most_bits; }

std::optional<WideFraction> WideFraction::of(Integer numerator, Integer denominator) {
    const Integer divisor = gcd(numerator, denominator);
    WideFraction result;
    result.numerator_ = numerator / divisor;
    result.denominator_ = denominator / divisor;
    const bool kept = is_kept(result.numerator_) && is_kept(result.denominator_);
    return kept ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<WideFraction> WideFraction::plus(const WideFraction& other) const {
    return of(numerator_ * other.denominator_ + other.numerator_ * denominator_, denominator_ * other.denominator_);
}

std::optional<WideFraction> WideFraction::minus(const WideFraction& other) const {
    return of(numerator_ * other.denominator_ - other.numerator_ * denominator_, denominator_ * other.denominator_);
}

std::optional<WideFraction> WideFraction::times(const WideFraction& other) const {
    return of(numerator_ * other.numerator_, denominator_ * other.denominator_);
}

std::optional<WideFraction> WideFraction::over(const WideFraction& other) const {
    expects(!other.is_zero());
    const bool negative = other.numerator_ < 0;
    return of(negative ? Integer{-numerator_ * other.denominator_} : Integer{numerator_ * other.denominator_},
              Integer{denominator_ * abs(other.numerator_)});
}

std::optional<Fraction> WideFraction::exact() const {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (abs(numerator_) > most || denominator_ > most) {
        return std::nullopt;
    }
    return Fraction::of(numerator_.convert_to<std::int64_t>(), denominator_.convert_to<std::int64_t>());
}

std::optional<Fraction> WideFraction::rounded(int decimals) const {
    expects(decimals >= 0 && decimals <= 16);
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const Integer doubled = abs(numerator_) * scale * 2 + denominator_;
    const auto whole = whole_part(doubled, denominator_ * 2);
    return whole ? Fraction::of(numerator_ < 0 ? -*whole : *whole, scale) : std::nullopt;
}

std::optional<std::int64_t> whole_part(const Integer& numerator, const Integer& denominator) {
    const Integer quotient = numerator / denominator;
    return quotient <= std::numeric_limits<std::int64_t>::max() ? std::optional{quotient.convert_to<std::int64_t>()}
                                                                : std::nullopt;
}

}  // namespace offerkit::quantity::detail
