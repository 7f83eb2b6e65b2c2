#include <offerkit/model/market_growth.hpp>

namespace offerkit::model {

void expect_of_market(Offer& offer, const quantity::Rate& discount_rate) noexcept {
    if (!offer.stock || !offer.stock->growth_of_market) {
        return;
    }
    Stock& stock = *offer.stock;
    const quantity::Rate one{1};
    const quantity::Rate dividends = stock.dividend_yield.value_or(quantity::Rate{});
    // (r - q) / (1 + q) is the same with smaller numbers.
    const auto gap = discount_rate.minus(dividends);
    const auto base = one.plus(dividends);
    const auto growth = gap && base ? gap->over(*base) : std::nullopt;
    stock.growth.value = growth.value_or(discount_rate);
    stock.growth_stated = true;
}

}  // namespace offerkit::model
