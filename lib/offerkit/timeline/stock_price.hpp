#pragma once

#include <optional>
#include <utility>

#include <offerkit/model/grant.hpp>
#include <offerkit/model/stock.hpp>
#include <offerkit/quantity/compounding.hpp>
#include <offerkit/quantity/price.hpp>

namespace offerkit::timeline {

/// A price on a day: a stated price, and what growth and discount make of it. Kept apart so that a price that is simply
/// stated stays exact.
struct DayPrice {
    quantity::Price stated;
    quantity::Factor factor{};

    [[nodiscard]] double approximate() const noexcept { return stated.approximate() * factor.approximate(); }
};

/// What one share is taken to be worth on any day (docs/numbers.md, "Stock"): the last step of `stock.path` on or
/// before it, else `price` x (1 + growth)^t with t the days since `as_of` / 365.25, at least 0, where the stock has no
/// path; private stock x (1 - discount). Rounds still to come lower the part that a share is of the company, not its
/// price: new money at a fair price is worth what it takes. Remembers its powers of growth, so asking again is cheap.
class PriceCurve {
public:
    /// The stock must outlive the curve.
    explicit PriceCurve(const model::Stock& stock) noexcept;

    [[nodiscard]] DayPrice on(calendar::Date day) noexcept;
    /// The same before a private company's discount: what an amount of money becomes shares at.
    [[nodiscard]] DayPrice before_discount(calendar::Date day) noexcept;

private:
    [[nodiscard]] DayPrice computed_on(calendar::Date day, const quantity::Factor& kept) noexcept;

    const model::Stock& stock_;
    quantity::Compounding growth_;
    quantity::Factor kept_{};                                    ///< by a private company's discount
    std::optional<std::pair<calendar::Date, DayPrice>> last_{};  ///< the day asked last: many tranches share one
};

/// A day's price to the ten decimals of a Price; nothing when it is too large.
[[nodiscard]] std::optional<quantity::Price> rounded(const DayPrice& price) noexcept;

/// Whole shares that a part of an amount of money comes to at a day's price; 0 at no price. Nothing when they leave 64
/// bits.
[[nodiscard]] std::optional<std::int64_t> shares_for(quantity::Money amount, const quantity::Fraction& part,
                                                     const DayPrice& price, model::ShareRounding round) noexcept;

}  // namespace offerkit::timeline
