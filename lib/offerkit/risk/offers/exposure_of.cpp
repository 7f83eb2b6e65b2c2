#include <offerkit/risk/offers/exposure_of.hpp>

#include <algorithm>
#include <string>

#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/timeline/years.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::risk {

namespace {

using model::Definition;

/// Equal names follow one path: the symbol whatever its case, else the company.
std::string stock_name(const model::Offer& offer) {
    const std::string& symbol = offer.stock->symbol;
    return symbol.empty() ? "of " + offer.company : diagnostic::to_lower(symbol);
}

}  // namespace

Definition banded(Definition definition) noexcept {
    switch (definition) {
        case Definition::annualized:
        case Definition::target:
        case Definition::guaranteed: return Definition::average;
        default: return definition;
    }
}

std::optional<PriceMoves> price_moves(const model::Offer& offer, const model::StocksProfile& defaults) {
    if (!offer.stock || offer.stock->kind != model::StockKind::public_market) {
        return std::nullopt;
    }
    const model::Stock& stock = *offer.stock;
    const quantity::Rate volatility = stock.volatility.value_or(defaults.volatility);
    if (volatility.is_zero()) {
        return std::nullopt;
    }
    return PriceMoves{volatility.approximate(),
                      stock.market_correlation.value_or(defaults.market_correlation).approximate(), !stock.volatility,
                      !stock.market_correlation};
}

OfferExposure::OfferExposure(const value::ValuedOffer& offer, const model::Valuation& valuation, calendar::Date present,
                             const model::StocksProfile& defaults)
    : offer_{offer}, moves_{price_moves(*offer.offer, defaults)} {
    if (!moves_) {
        return;
    }
    const model::Stock& stock = *offer.offer->stock;
    timeline::PriceCurve prices{stock};
    value::Discounting discounting{present, valuation.discount_rate, valuation.exit_per_year};
    value::Dividends dividends{&stock};
    const auto conversion = std::find_if(offer.conversions.begin(), offer.conversions.end(),
                                         [&](const auto& each) { return each.from == stock.currency; });
    const value::Conversion* used = conversion == offer.conversions.end() ? nullptr : &*conversion;
    for (const auto& grant : offer.grants) {
        add(grant, prices, used, discounting, dividends);
    }
    if (valuation.count_refreshers) {
        for (const auto& grant : offer.refreshers) {
            add(grant, prices, used, discounting, dividends);
        }
    }
}

void OfferExposure::add(const timeline::ResolvedGrant& grant, timeline::PriceCurve& prices,
                        const value::Conversion* conversion, value::Discounting& discounting,
                        value::Dividends& dividends) {
    if (grant.instrument == model::Instrument::cash || grant.not_known.any()) {
        return;
    }
    const model::Stock& stock = *offer_.offer->stock;
    const timeline::Timing timing = value::timing_of(grant, &stock);
    const double rate = conversion == nullptr ? 1 : conversion->rate.approximate();
    const double strike = grant.strike ? grant.strike->approximate() : 0;
    for (const auto& tranche : grant.schedule.tranches) {
        const int year = value::year_of(tranche, offer_.window);
        if (year == 0 || *tranche.date <= stock.as_of.value) {
            continue;
        }
        const double shares = tranche.quantity.exact().approximate() * rate;
        const auto weights = discounting.weights_of(*tranche.date, timing, offer_.window.start(), dividends);
        const double worth = shares * prices.on(*tranche.date).approximate();
        if (worth > 0) {
            flows_.push_back({year, timeline::years_between(stock.as_of.value, *tranche.date), worth, shares * strike,
                              weights.present_value.approximate(), weights.survival_weighted.approximate()});
        }
    }
}

template <class Weight>
Exposure OfferExposure::with_weights(quantity::Money printed, const Weight& weight) const {
    Exposure exposure{.certain = quantity::major_of(printed)};
    if (!moves_) {
        return exposure;
    }
    exposure.stock = stock_name(*offer_.offer);
    exposure.volatility = moves_->volatility;
    exposure.market_correlation = moves_->market_correlation;
    exposure.as_of = static_cast<double>(offer_.offer->stock->as_of.value.days_since_1970()) / quantity::days_per_year;
    for (const Flow& flow : flows_) {
        const double counted = weight(flow);
        if (counted == 0) {
            continue;
        }
        exposure.certain -= counted * std::max(0.0, flow.worth - flow.cost);
        if (flow.cost > 0) {
            exposure.strikes.push_back({flow.years_of_price, counted * flow.worth, counted * flow.cost});
        } else {
            exposure.vests.push_back({flow.years_of_price, counted * flow.worth});
        }
    }
    return exposure;
}

Exposure OfferExposure::total() const {
    return with_weights(offer_.total, [](const Flow&) { return 1.0; });
}

Exposure OfferExposure::year(int year) const {
    return with_weights(offer_.years[static_cast<std::size_t>(year - 1)].total,
                        [&](const Flow& flow) { return flow.year == year ? 1.0 : 0.0; });
}

Exposure OfferExposure::figure(Definition definition) const {
    const quantity::Money printed = get(offer_.definitions, banded(definition));
    switch (definition) {
        case Definition::present_value:
            return with_weights(printed, [](const Flow& flow) { return flow.present_value; });
        case Definition::survival_weighted:
            return with_weights(printed, [](const Flow& flow) { return flow.survival_weighted; });
        case Definition::first_year:
            return with_weights(printed, [](const Flow& flow) { return flow.year == 1 ? 1.0 : 0.0; });
        default: break;
    }
    const calendar::Period horizon = offer_.window.horizon();
    const double yearly = horizon.in_months() ? 12.0 / static_cast<double>(horizon.count())
                                              : quantity::days_per_year / static_cast<double>(horizon.count());
    return with_weights(printed, [&](const Flow&) { return yearly; });
}

}  // namespace offerkit::risk
