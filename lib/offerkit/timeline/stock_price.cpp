#include <offerkit/timeline/stock_price.hpp>

#include <cmath>

namespace offerkit::timeline {

using quantity::Factor;
using quantity::int128;

DayPrice price_on(const model::Stock& stock, calendar::Date day) noexcept {
    DayPrice result{stock.price.value, Factor{}};
    if (stock.path.empty()) {
        result.factor = quantity::compound(stock.growth.value, std::max<std::int64_t>(0, day.days_since(stock.as_of.value)));
    } else {
        for (const auto& step : stock.path) {
            if (step.on > day) {
                break;
            }
            result.stated = step.price;
        }
    }
    if (stock.kind == model::StockKind::private_company) {
        const Factor one{};
        if (!stock.discount.is_zero()) {
            result.factor = result.factor * (one - Factor::of(stock.discount));
        }
        if (!stock.dilution.is_zero()) {
            const Factor kept = one - Factor::of(stock.dilution);
            // Squaring: rounds may be many, and each multiplication must stay the same everywhere.
            Factor power{};
            Factor base = kept;
            for (auto left = static_cast<std::uint64_t>(stock.rounds); left != 0; left >>= 1U) {
                if ((left & 1U) != 0) {
                    power = power * base;
                }
                base = base * base;
            }
            result.factor = result.factor * power;
        }
    }
    return result;
}

std::int64_t shares_for(quantity::Money amount, const quantity::Fraction& share_of_amount, const DayPrice& price) noexcept {
    if (price.stated.is_zero() || amount.minor() <= 0) {
        return 0;
    }
    const std::int64_t steps_per_minor = quantity::Price::steps_per_major / amount.currency().minor_per_major();
    const Factor wealth = Factor::of(static_cast<int128>(amount.minor()) * steps_per_minor) * Factor::of(share_of_amount);
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
