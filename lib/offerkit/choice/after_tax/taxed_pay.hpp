#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/value/valued_offer.hpp>

/// What of an offer's pay is taxed, and in which of its years (docs/numbers.md, "After tax").
namespace offerkit::choice {

using quantity::Money;

/// How an amount is taxed.
enum class TaxedAs {
    cash,        ///< base, bonus, sign-on and cash grants, when paid
    equity,      ///< shares, when they vest or are exercised
    no_payroll,  ///< the discount of a purchase plan: income without payroll taxes
    spread,      ///< of incentive options exercised: no income, and counted by an alternative minimum tax
    nothing,     ///< options that no exercise is planned of, benefits, costs
};

/// An amount of the window with the year that it is taxed in.
struct TaxedFlow {
    timeline::CashFlow flow;
    TaxedAs as = TaxedAs::nothing;
    int year = 1;
};

/// The flows of a valued offer as they are taxed, in its currency. What is earned inside the window and paid later is
/// taxed in the last year. Options that are meant to be exercised flow on the day they are, or as they vest later;
/// what is exercised after the window is in none of its years. Nothing when an amount leaves 64 bits.
[[nodiscard]] std::optional<std::vector<TaxedFlow>> taxed_flows(const value::ValuedOffer& valued,
                                                                bool count_refreshers);

}  // namespace offerkit::choice
