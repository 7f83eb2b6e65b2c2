#include <offerkit/risk/offers/market_discount.hpp>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/timeline/years.hpp>

namespace offerkit::risk {

std::optional<MarketDiscount> market_discount(const value::ValuedOffer& offer) {
    const model::Stock* stock = offer.stock();
    if (stock == nullptr || stock->kind != model::StockKind::private_company || !stock->volatility ||
        stock->volatility->is_zero()) {
        return std::nullopt;
    }
    MarketDiscount found{.years = usual_years_to_exit, .years_assumed = true};
    if (offer.exits) {
        found = {};
        for (const auto& scenario : offer.exits->scenarios) {
            found.years +=
                scenario.chance.approximate() * timeline::years_between(stock->as_of.value, scenario.exit->on);
        }
    }
    if (found.years <= 0) {
        return std::nullopt;
    }
    const double dividends = numeric::logarithm(1 + stock->dividend_yield.value_or(quantity::Rate{}).approximate());
    found.part = no_market_discount(stock->volatility->approximate(), found.years, dividends);
    return found;
}

}  // namespace offerkit::risk
