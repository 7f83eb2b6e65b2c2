#pragma once

#include <offerkit/model/stock.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/quantity/price.hpp>

namespace offerkit::timeline {

/// A price on a day: a stated price, and what growth, discount and dilution make of it. Kept apart so that a price that
/// is simply stated stays exact.
struct DayPrice {
    quantity::Price stated;
    quantity::Factor factor{};

    [[nodiscard]] double approximate() const noexcept { return stated.approximate() * factor.approximate(); }
};

/// What one share is taken to be worth on a day (docs/numbers.md, "Stock"): the last step of `stock.path` on or before
/// it, else `price` x (1 + growth)^t with t the days since `as_of` / 365.25, at least 0, where the stock has no path;
/// private stock x (1 - discount) x (1 - dilution)^rounds.
[[nodiscard]] DayPrice price_on(const model::Stock& stock, calendar::Date day) noexcept;

/// Whole shares that an amount of money buys at a day's price, rounded down; 0 at no price.
[[nodiscard]] std::int64_t shares_for(quantity::Money amount, const quantity::Fraction& share_of_amount, const DayPrice& price) noexcept;

}  // namespace offerkit::timeline
