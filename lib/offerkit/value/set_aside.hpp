#pragma once

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// What is needed beside a valued offer to tell what its totals leave out.
struct AsideContext {
    const timeline::EventBook& events;
    const Exchange& exchange;
    const model::Valuation& valuation;
    timeline::PriceCurve* prices = nullptr;  ///< of the offer's stock; null without one
};

/// Lists what is not in the totals of an offer: shares that wait, vests just outside the window, options worth nothing,
/// grants whose worth is not known, quotes that disagree. Returns false if an amount leaves 64 bits.
[[nodiscard]] bool set_aside(ValuedOffer& valued, const AsideContext& context);

}  // namespace offerkit::value
