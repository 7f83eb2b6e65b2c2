#pragma once

#include <optional>

#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::value {

/// What a ban on competing costs: so much less than a year's pay for as long as it lasts (docs/numbers.md, "Leaving").
struct NonCompete {
    model::PaidTime time;
    quantity::Fraction months;  ///< of it: a week is 12/52 and a day 12/365 of one
    quantity::Money paid;       ///< in a year of it, of base
    quantity::Money against;    ///< the annualized pay that it stands against
    quantity::Money cost;       ///< (against - paid) x months / 12
};

/// Of what the papers say; absent where they bar nobody. `annualized` and `salary` are a year's, in minor units of the
/// currency and unrounded, so that each figure is rounded once.
[[nodiscard]] std::optional<NonCompete> non_compete_of(const model::Offer& offer, quantity::Factor annualized,
                                                       quantity::Factor salary, quantity::Currency currency);

}  // namespace offerkit::value
