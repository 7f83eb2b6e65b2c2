#pragma once

#include <optional>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/timeline/base_days.hpp>
#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// A month of the window as pay counts it: whole, or the days of it that are worked.
struct PayMonth {
    int year = 1;                  ///< of the window
    int month = 1;                 ///< of that year, 1 to 12
    Date first;                    ///< its first day
    Date date;                     ///< the day its pay is dated: the first day of the next, or the last day worked
    quantity::Fraction worked{1};  ///< 1, or days worked / days of the month
};

/// The months that are paid: all of the window's, up to the last day employed.
[[nodiscard]] std::vector<PayMonth> pay_months(const Window& window);

/// Payments in money.
struct PayFlows {
    std::vector<CashFlow> inside;  ///< of the window
    std::vector<CashFlow> later;   ///< dated after it and in no total: deferred parts of bonuses, as far as the window
                                   ///< earned their year, and parts of sign-ons; their year is 0
};

/// Every payment in money that the offer promises in its window: base, bonuses with their deferred parts, sign-ons,
/// benefits and costs, dated and rounded by docs/numbers.md, "Pay". Bonuses of an offer stand in the years that earn
/// them, those of the job held now in the years that pay them. Nothing when an amount is too large, which is reported.
[[nodiscard]] std::optional<PayFlows> pay_flows(const model::Offer& offer, const Window& window,
                                                diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::timeline
