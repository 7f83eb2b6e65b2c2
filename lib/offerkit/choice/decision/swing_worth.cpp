#include <offerkit/choice/decision/swing_worth.hpp>

#include <offerkit/contract.hpp>

namespace offerkit::choice {

namespace {

using quantity::Fraction;
using quantity::int128;
using quantity::Money;
using quantity::Number;

std::optional<Fraction> ratio(const Fraction& a, const Fraction& b) {
    return Fraction::of(static_cast<int128>(a.numerator()) * b.denominator(),
                        static_cast<int128>(a.denominator()) * b.numerator());
}

/// Half up to so many decimals.
std::optional<Number> rounded(const Number& number, int decimals) {
    return quantity::parse_decimal(quantity::to_decimal(number, decimals));
}

}  // namespace

std::optional<Money> worth_of_swing(const Number& swing, const PaySwing& pay) {
    expects(pay.best > pay.worst && pay.swing > Number{0});
    const auto share = ratio(swing, pay.swing);
    return share ? quantity::multiply(pay.best - pay.worst, *share) : std::nullopt;
}

std::optional<Number> swing_of_worth(Money worth, const PaySwing& pay) {
    expects(pay.best > pay.worst && pay.swing > Number{0});
    const auto share = Fraction::of(worth.minor(), (pay.best - pay.worst).minor());
    const auto swing = share ? share->times(pay.swing) : std::nullopt;
    return swing ? rounded(*swing, 2) : std::nullopt;
}

std::optional<Number> points_beside(const Number& swing, const Number& largest) {
    expects(largest > Number{0});
    constexpr std::int64_t top = 100;
    if (largest == Number{top}) {
        return swing;
    }
    const auto share = ratio(swing, largest);
    const auto points = share ? share->times(Number{top}) : std::nullopt;
    return points ? rounded(*points, 0) : std::nullopt;
}

}  // namespace offerkit::choice
