#include <offerkit/timeline/stock_price.hpp>

#include <algorithm>

namespace offerkit::timeline {

using quantity::Factor;
using quantity::int128;

PriceCurve::PriceCurve(const model::Stock& stock) noexcept : stock_{stock}, growth_{stock.growth.value} {
    if (stock.kind == model::StockKind::private_company && !stock.discount.is_zero()) {
        kept_ = Factor{} - Factor::of(stock.discount);
    }
}

DayPrice PriceCurve::on(calendar::Date day) noexcept {
    if (!last_ || last_->first != day) {
        last_.emplace(day, computed_on(day, kept_));
    }
    return last_->second;
}

DayPrice PriceCurve::before_discount(calendar::Date day) noexcept { return computed_on(day, {}); }

DayPrice PriceCurve::computed_on(calendar::Date day, const Factor& kept) noexcept {
    if (stock_.path.empty()) {
        const std::int64_t days =
            stock_.growth.value.is_zero() ? 0 : std::max<std::int64_t>(0, day.days_since(stock_.as_of.value));
        return {stock_.price.value, growth_.over(days) * kept};
    }
    DayPrice result{stock_.price.value, kept};
    for (const auto& step : stock_.path) {
        if (step.on > day) {
            break;
        }
        result.stated = step.price;
    }
    return result;
}

std::optional<quantity::Price> rounded(const DayPrice& price) noexcept {
    const Factor steps = Factor::of(price.stated.steps()) * price.factor;
    return quantity::fits(steps)
               ? std::optional{quantity::Price{quantity::round_half_up(steps), price.stated.currency()}}
               : std::nullopt;
}

namespace {

int128 divided(int128 wealth, int128 each, model::ShareRounding round) noexcept {
    switch (round) {
        case model::ShareRounding::down: break;
        case model::ShareRounding::up: return quantity::ceiling_divide(wealth, each);
        case model::ShareRounding::nearest: return quantity::round_half_up(wealth, each);
    }
    return wealth / each;
}

// Rounding down is rounding half up of what lies half a share lower; rounding up is rounding down what is below zero.
std::int64_t rounded(const Factor& shares, model::ShareRounding round) noexcept {
    const Factor half{0.5, 0.0};
    const Factor nothing{0.0, 0.0};
    switch (round) {
        case model::ShareRounding::down: break;
        case model::ShareRounding::up: return -quantity::round_half_up(nothing - shares - half);
        case model::ShareRounding::nearest: return quantity::round_half_up(shares);
    }
    return quantity::round_half_up(shares - half);
}

}  // namespace

std::optional<std::int64_t> shares_for(quantity::Money amount, const quantity::Fraction& part, const DayPrice& price,
                                       model::ShareRounding round) noexcept {
    if (price.stated.is_zero() || amount.minor() <= 0) {
        return 0;
    }
    const std::int64_t steps_per_minor = quantity::Price::steps_per_major / amount.currency().minor_per_major();
    const int128 steps = static_cast<int128>(amount.minor()) * steps_per_minor;
    if (price.factor.is_one() && part == quantity::Fraction{1}) {
        const int128 shares = divided(steps, price.stated.steps(), round);
        return quantity::fits_int64(shares) ? std::optional{static_cast<std::int64_t>(shares)} : std::nullopt;
    }
    const Factor each = Factor::of(price.stated.steps()) * price.factor;
    if (each.high <= 0) {
        return 0;
    }
    const Factor shares = Factor::of(steps) * Factor::of(part) / each;
    return quantity::fits(shares) ? std::optional{rounded(shares, round)} : std::nullopt;
}

}  // namespace offerkit::timeline
