#pragma once

#include <string>
#include <vector>

#include <offerkit/model/valuation.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::risk {

/// How many strikes the price is taken to have reached when employees exercise (Huddart and Lang, 1996, found about
/// 2.2); and how long options live whose papers say nothing.
inline constexpr double usual_exercise_multiple = 2.2;
inline constexpr int usual_life_in_years = 10;

/// What the options of one grant are worth on the day that the stock's price is of, in the grant's currency, rounded
/// once each: three answers to three questions, none of them in any total.
struct OptionWorth {
    std::string grant;
    quantity::Money exercised;      ///< all of them at the fair value or market price of today
    quantity::Money to_the_market;  ///< what a company's books would say (Hull and White, 2004)
    double exercise_multiple = usual_exercise_multiple;
    bool life_assumed = false;
};

/// Of each grant of options whose strike and price are known, where the file states a volatility above 0: one that is
/// only assumed prices no option. Tranches that wait for an event, and those that are forfeited, are left out.
[[nodiscard]] std::vector<OptionWorth> option_worths(const value::ValuedOffer& offer,
                                                     const model::Valuation& valuation);

}  // namespace offerkit::risk
