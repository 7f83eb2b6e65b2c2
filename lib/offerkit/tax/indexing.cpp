#include <offerkit/tax/indexing.hpp>

#include <cstdint>
#include <limits>

#include <boost/multiprecision/cpp_int.hpp>

namespace offerkit::tax {

namespace {

using Whole = boost::multiprecision::cpp_int;

Whole whole_of(quantity::int128 value) {
    constexpr int half = 64;
    return (Whole{static_cast<std::int64_t>(value >> half)} << half) + Whole{static_cast<std::uint64_t>(value)};
}

/// top / bottom to a whole number.
Whole rounded(const Whole& top, const Whole& bottom, quantity::RoundingWay way) {
    Whole quotient;
    Whole rest;
    boost::multiprecision::divide_qr(top, bottom, quotient, rest);
    if (rest < 0) {
        quotient -= 1;
        rest += bottom;
    }
    const bool up =
        way == quantity::RoundingWay::up ? rest > 0 : way == quantity::RoundingWay::nearest && 2 * rest >= bottom;
    return up ? quotient + 1 : quotient;
}

}  // namespace

Exact raised(const Exact& amount, const quantity::Rate& index, int years, const Exact& step,
             quantity::RoundingWay way) {
    if (amount.overflowed()) {
        return amount;
    }
    const auto power = static_cast<unsigned>(years);
    const Whole grown = boost::multiprecision::pow(Whole{index.numerator()} + index.denominator(), power);
    const Whole unit = boost::multiprecision::pow(Whole{index.denominator()}, power);
    const Whole steps = rounded(whole_of(amount.top()) * grown * whole_of(step.bottom()),
                                whole_of(amount.bottom()) * unit * whole_of(step.top()), way);
    if (abs(steps) > std::numeric_limits<std::int64_t>::max()) {
        return Exact::overflow();
    }
    return Exact{static_cast<std::int64_t>(steps)} * step;
}

}  // namespace offerkit::tax
