#include <offerkit/quantity/growth.hpp>

#include <limits>

#include <boost/multiprecision/cpp_int.hpp>

namespace offerkit::quantity {

namespace {

using BigInt = boost::multiprecision::cpp_int;

std::optional<Money> rounded(const BigInt& numerator, const BigInt& denominator, Currency currency) {
    const BigInt doubled = numerator * 2 + denominator;
    const BigInt result = doubled / (denominator * 2);
    if (result > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return Money{result.convert_to<std::int64_t>(), currency};
}

}  // namespace

std::optional<Money> raised(Money rate, const Number& units, const Rate& raise, int years) {
    expects(years >= 0 && rate.minor() >= 0 && units.numerator() >= 0);
    if (raise.is_zero() || years == 0) {
        return multiply(rate, units);
    }
    // A raise of 3% for three years fits 128 bits; longer or finer ones take exact integers of any size.
    int128 numerator = static_cast<int128>(rate.minor()) * units.numerator();
    int128 denominator = units.denominator();
    const int128 grown = static_cast<int128>(raise.denominator()) + raise.numerator();
    bool fits = numerator < (static_cast<int128>(1) << 125);
    for (int year = 0; year < years && fits; ++year) {
        fits = !__builtin_mul_overflow(numerator, grown, &numerator) &&
               !__builtin_mul_overflow(denominator, static_cast<int128>(raise.denominator()), &denominator) &&
               denominator < (static_cast<int128>(1) << 125);
    }
    if (fits) {
        const int128 result = round_half_up(numerator, denominator);
        return fits_int64(result) ? std::optional{Money{static_cast<std::int64_t>(result), rate.currency()}}
                                  : std::nullopt;
    }
    const BigInt top =
        boost::multiprecision::pow(BigInt{raise.denominator()} + raise.numerator(), static_cast<unsigned>(years)) *
        rate.minor() * units.numerator();
    const BigInt bottom =
        boost::multiprecision::pow(BigInt{raise.denominator()}, static_cast<unsigned>(years)) * units.denominator();
    return rounded(top, bottom, rate.currency());
}

}  // namespace offerkit::quantity
