#pragma once

#include <optional>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::risk {

/// What the lookback of a stock purchase plan is expected to add in one purchase period to the discount alone, not
/// discounted, in the currency of the results (docs/numbers.md, "What options are worth"). In no total.
struct LookbackWorth {
    quantity::Money adds;
    calendar::Period period;
    quantity::Rate volatility{};
    bool volatility_assumed = false;
};

/// Of a plan with a lookback on public stock whose price moves; `defaults` say how far where the file does not. One
/// puts aside the contribution of the period from the salary of the first day, at most what the limit allows. The price
/// grows as the file says, else not at all.
[[nodiscard]] std::optional<LookbackWorth> lookback_worth(const value::ValuedOffer& offer,
                                                          const model::StocksProfile& defaults);

}  // namespace offerkit::risk
