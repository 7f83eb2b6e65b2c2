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
        last_.emplace(day, computed_on(day));
    }
    return last_->second;
}

DayPrice PriceCurve::computed_on(calendar::Date day) noexcept {
    if (stock_.path.empty()) {
        const std::int64_t days =
            stock_.growth.value.is_zero() ? 0 : std::max<std::int64_t>(0, day.days_since(stock_.as_of.value));
        return {stock_.price.value, growth_.over(days) * kept_};
    }
    DayPrice result{stock_.price.value, kept_};
    for (const auto& step : stock_.path) {
        if (step.on > day) {
            break;
        }
        result.stated = step.price;
    }
    return result;
}

std::int64_t shares_for(quantity::Money amount, const quantity::Fraction& share_of_amount,
                        const DayPrice& price) noexcept {
    if (price.stated.is_zero() || amount.minor() <= 0) {
        return 0;
    }
    const std::int64_t steps_per_minor = quantity::Price::steps_per_major / amount.currency().minor_per_major();
    const Factor wealth =
        Factor::of(static_cast<int128>(amount.minor()) * steps_per_minor) * Factor::of(share_of_amount);
    const Factor each = Factor::of(price.stated.steps()) * price.factor;
    if (each.high <= 0) {
        return 0;
    }
    const Factor shares = wealth / each;
    if (!quantity::fits(shares)) {
        return 0;
    }
    // Rounding down is rounding half up of what lies half a share lower.
    return quantity::round_half_up(shares - Factor{0.5, 0.0});
}

}  // namespace offerkit::timeline
