#pragma once

#include <optional>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::risk {

/// How long shares are taken to have no market where no scenario says when there may be one.
inline constexpr double usual_years_to_exit = 3;

/// The part of its worth that a private share loses by having no market until an exit (Finnerty, 2012), a figure of its
/// own that is in no other.
struct MarketDiscount {
    double part = 0;             ///< of the worth of a share that could be sold
    double years = 0;            ///< until the mean day of the scenarios, from the day of the fair value
    bool years_assumed = false;  ///< there are no scenarios
};

/// Of private stock whose file states a volatility above 0; one that is only assumed says nothing of it.
[[nodiscard]] std::optional<MarketDiscount> market_discount(const value::ValuedOffer& offer);

}  // namespace offerkit::risk
