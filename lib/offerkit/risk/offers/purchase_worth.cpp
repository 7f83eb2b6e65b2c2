#include <offerkit/risk/offers/purchase_worth.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/risk/offers/exposure_of.hpp>
#include <offerkit/risk/options/purchase_plan.hpp>

namespace offerkit::risk {

namespace {

/// An amount of the file in major units of the results.
double converted(quantity::Money amount, const value::ValuedOffer& offer) noexcept {
    const auto found = std::find_if(offer.conversions.begin(), offer.conversions.end(),
                                    [&](const auto& each) { return each.from == amount.currency(); });
    const double rate = found == offer.conversions.end() ? 1.0 : found->rate.approximate();
    return quantity::major_of(amount) * rate;
}

}  // namespace

std::optional<LookbackWorth> lookback_worth(const value::ValuedOffer& offer, const model::StocksProfile& defaults) {
    const auto& plan = offer.offer->benefits.espp;
    const auto moves = price_moves(*offer.offer, defaults);
    if (!plan || !plan->lookback || !moves) {
        return std::nullopt;
    }
    const double years = plan->period.in_years();
    PurchasePeriod period{
        .contribution = quantity::major_of(offer.annualized.base) * plan->contribution.approximate() * years,
        .discount = plan->discount.approximate(),
        .spread = moves->volatility * std::sqrt(years)};
    if (plan->limit) {
        period.limit = converted(*plan->limit, offer) * years;
        period.contribution = std::min(period.contribution, *period.limit * (1 - period.discount));
    }
    if (period.contribution <= 0) {
        return std::nullopt;
    }
    const model::Stock& stock = *offer.offer->stock;
    if (stock.path.empty()) {
        period.expected_growth =
            numeric::exponential(years * numeric::logarithm(1 + stock.growth.value.approximate())) - 1;
    }
    return LookbackWorth{quantity::money_of(gain_of(period).lookback_adds(), offer.currency), plan->period,
                         stock.volatility.value_or(defaults.volatility), moves->volatility_assumed};
}

}  // namespace offerkit::risk
