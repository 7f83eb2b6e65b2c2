#pragma once

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// Warns of scenarios that are legal and probably not meant: a share that they make worth over three times its stated
/// price, or under a third of it, discounted to the price's day; none in which shares are worth nothing; preferences
/// beyond the value at the last round; rounds before a sale that bring no money.
void review_exits(const ValuedOffer& valued, const model::Valuation& valuation, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
