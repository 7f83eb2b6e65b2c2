#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

/// What a stock would have to do for an offer's chosen figure to reach a goal. Absent where nothing does it.
struct StockSolution {
    std::optional<quantity::Price> price{};  ///< `stock.price`, with growth as stated
    std::optional<quantity::Rate> growth{};  ///< `stock.growth`, with the price as stated
    std::optional<quantity::Price>
        price_after_counting{};  ///< the price when every grant keeps the shares it has at the price stated
};

/// Solves for both by bracketing (TOMS 748: Alefeld, Potra and Shi 1995) on the tranches that valued the offer, with as
/// few decimals as still tie: what is left between the two figures is the rounding of each tranche to the minor unit.
[[nodiscard]] StockSolution solve_stock(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation,
                                        value::Discounting& discounting);

/// The chosen figure when `stock.price` is so many times what is stated, growth as stated, every grant keeping the
/// shares that it has at the stated price. Of offers without stock, and of figures that no price moves, always the
/// same.
using FigureAtPrice = std::function<Money(double times)>;
[[nodiscard]] FigureAtPrice figure_by_price(const value::ValuedOffer& offer, const model::Valuation& valuation,
                                            value::Discounting& discounting);

/// The chance at which what waits for undated events makes an offer's figure reach a goal: one chance for all of it,
/// between the figure without it and the one with all of it. Absent where no chance does it.
[[nodiscard]] std::optional<quantity::Rate> solve_chance(const value::ValuedOffer& offer, Money goal,
                                                         model::Definition by);

/// `payout` of every bonus that is not guaranteed, at most 100 times the target; absent where none does it, and where
/// the figure counts whole targets.
[[nodiscard]] std::optional<quantity::Rate> solve_payout(const value::ValuedOffer& offer, Money goal,
                                                         const model::Valuation& valuation,
                                                         value::Discounting& discounting);

/// The sale value of a private company, after the rounds of [stock], at which the shares that vest inside the window
/// bring what the figure lacks without them: of the average over all its years, of the present value carried to the end
/// of the window. Debt and fees are those that all sales of the offer's scenarios state alike, else none. Absent for
/// figures that shares do not enter, for public stock, and where the number of shares is not known.
[[nodiscard]] std::optional<CompanyTie> solve_company(const value::ValuedOffer& offer, Money goal,
                                                      const model::Valuation& valuation,
                                                      value::Discounting& discounting);

/// A figure of an offer without the shares of its grants: what scenarios of an exit add theirs to, in place of the fair
/// value.
[[nodiscard]] Money figure_without_shares(const value::ValuedOffer& offer, model::Definition definition,
                                          const model::Valuation& valuation, value::Discounting& discounting);

/// The break-even of each offer that has stock, a bonus or something that waits: against the best, and of the best
/// against the second.
[[nodiscard]] std::vector<BreakEven> break_even(const Comparison& comparison, value::Discounting& discounting);

}  // namespace offerkit::choice
