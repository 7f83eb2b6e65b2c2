#pragma once

#include <offerkit/model/offer.hpp>

namespace offerkit::model {

/// Spells out `growth = "market"`: the price grows by (1 + discount_rate) / (1 + dividend_yield) - 1 a year, exactly,
/// which is what a market that discounts at that rate expects of it. Other offers stay as they are, and a price that
/// moves by steps takes no growth. The rate is above -100%.
void expect_of_market(Offer& offer, const quantity::Rate& discount_rate) noexcept;

}  // namespace offerkit::model
