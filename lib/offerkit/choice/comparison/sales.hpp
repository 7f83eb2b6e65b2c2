#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/quantity/exact.hpp>
#include <offerkit/value/valued_offer.hpp>

/// A private company sold at one value after another (docs/numbers.md, "Exits").
namespace offerkit::choice {

/// What a sale brings.
struct Sale {
    quantity::Money value;                     ///< of the company, in the stock's currency
    quantity::Exact share_price{};             ///< of a common share, in the stock's currency
    quantity::Money worth;                     ///< of the shares, above their strikes, in the currency of the results
    std::optional<quantity::Rate> of_value{};  ///< worth / value where both are of one currency; absent of 0
};

/// Sales of an offer's company, at the end of the window and after the rounds of [stock], without debt and fees.
struct Sales {
    std::vector<Sale> rows{};
    quantity::Shares vested{};      ///< inside the window, when its events happen
    quantity::Money exercise_cost;  ///< of the options among them, in the currency of the results
};

/// Nothing for public stock, where the number of shares is not known, and where a figure leaves exact arithmetic.
[[nodiscard]] std::optional<Sales> sales_at(const value::ValuedOffer& offer, std::span<const quantity::Money> values);

}  // namespace offerkit::choice
