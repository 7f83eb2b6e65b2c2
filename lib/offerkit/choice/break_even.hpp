#pragma once

#include <optional>
#include <vector>

#include <offerkit/choice/comparison.hpp>

namespace offerkit::choice {

/// What a stock would have to do for an offer's chosen figure to reach a goal. Absent where nothing does it.
struct StockSolution {
    std::optional<quantity::Price> price{};    ///< `stock.price`, with growth as stated
    std::optional<quantity::Rate> growth{};    ///< `stock.growth`, with the price as stated
};

/// Solves for both by bracketing (TOMS 748: Alefeld, Potra and Shi 1995) on the tranches that valued the offer, with as
/// few decimals as still tie: what is left between the two figures is the rounding of each tranche to the minor unit.
[[nodiscard]] StockSolution solve_stock(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation, calendar::Date present);

/// The break-even of each offer with stock: against the best, and of the best against the second.
[[nodiscard]] std::vector<BreakEven> break_even(const Comparison& comparison, calendar::Date present);

}  // namespace offerkit::choice
