#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/cash_flow.hpp>

namespace offerkit::timeline {

struct PayMonth;

/// What an employer adds to a year's base in a retirement plan: every tier filled, at most the limit. Rounded once.
/// Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> retirement_match_of(const model::RetirementMatch& match,
                                                                 quantity::Money base) noexcept;

/// What the discount of a stock purchase plan is worth on a year's base: c d / (1 - d), c the smaller of the
/// contribution and limit x (1 - d); the lookback is not valued. Rounded once. Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> purchase_plan_worth(const model::StockPurchasePlan& plan,
                                                                 quantity::Money base) noexcept;

/// Adds the benefits of the paid months, each yearly worth in cumulative twelfths. `full_base` is the base of each year
/// of the window as if wholly worked. False when an amount leaves 64 bits.
[[nodiscard]] bool add_benefits(const model::Offer& offer, std::span<const PayMonth> months,
                                std::span<const quantity::Money> full_base, std::vector<CashFlow>& flows);

}  // namespace offerkit::timeline
