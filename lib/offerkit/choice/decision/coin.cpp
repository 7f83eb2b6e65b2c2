#include <offerkit/choice/decision/coin.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice::decision {

namespace {

using quantity::major_of;
using quantity::money_of;

Money whole(double major, quantity::Currency currency) noexcept { return money_of(std::round(major), currency); }

/// Around the tails, so that nothing underflows.
double certain_of(const Coin& coin, double tolerance) noexcept {
    const double tails = major_of(coin.tails);
    const double part = numeric::exponential((tails - major_of(coin.heads)) / tolerance);
    return tails - tolerance * numeric::logarithm((1 + part) / 2);
}

double to_two_digits(double amount) noexcept {
    double step = 1;
    while (amount >= 100 * step) {
        step *= 10;
    }
    return std::max(1.0, std::round(amount / step)) * step;
}

}  // namespace

Coin Coin::over(Money pay) noexcept {
    const double major = major_of(pay);
    return {whole(major * 3 / 2, pay.currency()), whole(major * 2 / 3, pay.currency())};
}

Money certain_pay(const Coin& coin, Money risk_tolerance) noexcept {
    return money_of(certain_of(coin, major_of(risk_tolerance)), coin.tails.currency());
}

std::optional<Money> risk_tolerance_of(const Coin& coin, Money certain) noexcept {
    const double goal = major_of(certain);
    const double heads = major_of(coin.heads);
    const double tails = major_of(coin.tails);
    // Beyond a thousand times what is at stake the coin counts as its mean, to a part in ten thousand of the stake.
    double high = 1'000 * (heads - tails);
    double low = (heads - tails) / 1'000;
    if (goal <= certain_of(coin, low) || goal >= certain_of(coin, high)) {
        return std::nullopt;
    }
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = std::sqrt(low * high);
        (certain_of(coin, middle) < goal ? low : high) = middle;
    }
    return money_of(to_two_digits(high), coin.tails.currency());
}

}  // namespace offerkit::choice::decision
