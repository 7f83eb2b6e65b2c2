#pragma once

#include <span>
#include <vector>

#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>

/// What each offer's pay counts as in a decision, where prices of shares and exits are uncertain.
namespace offerkit::choice::decision {

/// Every offer's yearly pay at risk; empty where it is taken as certain.
[[nodiscard]] std::vector<PayAtRisk> pays_at_risk(const Comparison& comparison, const DecisionOptions& options);

/// Sets what follows from `result.pay` before risk: its bands, its means and, with a risk tolerance, the certain pay
/// that is as good in its place (docs/numbers.md, "Deciding under risk"); without one, how low it may come to is kept
/// for a hint.
void count_risk(Decision& result, std::span<const PayAtRisk> pays, const model::Priorities& priorities);

}  // namespace offerkit::choice::decision
