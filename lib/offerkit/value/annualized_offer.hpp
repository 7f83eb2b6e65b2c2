#pragma once

#include <optional>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// An offer as far as its annualized figure goes, for one that is edited and valued many times: `annualized`, the
/// definitions `annualized` and `target`, and the grants are those of `value_offer`; there are no flows, and nothing
/// that rests on them. Nothing, and reported, when that much cannot be had.
[[nodiscard]] std::optional<ValuedOffer> annualized_offer(const model::Offer& offer, const timeline::Window& window,
                                                          const ValuingContext& context, Diagnostics& diagnostics);

}  // namespace offerkit::value
