#pragma once

#include <optional>

#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::value {

/// What a ban costs by the papers; absent where they bar nobody. `annualized` and `salary` are a year's, in minor units
/// of the currency and unrounded, so that each figure is rounded once.
[[nodiscard]] std::optional<NonCompete> non_compete_of(const model::Offer& offer, quantity::Factor annualized,
                                                       quantity::Factor salary, quantity::Currency currency);

}  // namespace offerkit::value
