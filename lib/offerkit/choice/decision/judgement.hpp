#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// Reads offers against priorities (docs/numbers.md, "Deciding"): one offer at least. `pay` is each offer's yearly pay
/// in the currency of the priorities' money. Reports, naming both files: ratings outside their scale and ratings of a
/// factor with children (errors), ratings that no factor asks for and factors without a rating (warnings), priorities
/// that hold no factor (an error). Nothing when there was an error. The priorities are as `file::read_priorities`
/// accepts them, and outlive the result.
[[nodiscard]] std::optional<Judgement> judge(std::span<const model::Offer* const> offers, std::span<const Money> pay,
                                             const model::Priorities& priorities, Diagnostics& diagnostics);

}  // namespace offerkit::choice::decision
