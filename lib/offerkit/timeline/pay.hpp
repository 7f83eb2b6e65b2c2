#pragma once

#include <optional>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
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

/// The yearly salary in force on a day: round(S (1 + raise)^m), m whole years since `as_of`, or the last change on or
/// before the day. Nothing when it leaves 64 bits; zero without a base.
[[nodiscard]] std::optional<quantity::Money> salary_on(const model::Offer& offer, const Window& window, Date day);

/// Every payment in money that the offer promises in its window: base, bonuses with their deferred parts, sign-ons,
/// benefits and costs, dated and rounded by docs/numbers.md, "Pay". Nothing when an amount is too
/// large, which is reported.
[[nodiscard]] std::optional<std::vector<CashFlow>> pay_flows(const model::Offer& offer, const Window& window,
                                                             diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::timeline
