#pragma once

#include <optional>
#include <vector>

#include <offerkit/choice/comparison.hpp>

namespace offerkit::choice {

/// Solves for the stock price and for the growth at which an offer's chosen figure reaches `goal`, on the same model
/// that valued it, by bracketing (TOMS 748: Alefeld, Potra and Shi 1995). Absent where no price, or no growth, does it.
struct Solution {
    std::optional<quantity::Price> price{};
    std::optional<quantity::Rate> growth{};
};
[[nodiscard]] Solution solve_stock(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation, calendar::Date present);

/// The break-even of each offer with stock: against the best, and of the best against the second.
[[nodiscard]] std::vector<BreakEven> break_even(const Comparison& comparison, calendar::Date present);

}  // namespace offerkit::choice
