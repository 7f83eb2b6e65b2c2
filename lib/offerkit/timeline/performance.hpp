#pragma once

#include <cstdint>
#include <optional>

#include <offerkit/model/grant.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

/// The share of a target that a performance measure pays (docs/numbers.md, "Performance shares"): read off the curve at
/// the result expected, exactly, on straight lines between its points. Below the first point nothing is paid, from the
/// last one on its payout. Nothing, and a report at the curve, when the result is too fine to be exact in 64 bits.
[[nodiscard]] std::optional<quantity::Rate> payout_of(const model::Performance& performance, Diagnostics& diagnostics);

/// Turns a schedule of `target` shares into one of those expected to be earned: after each day as many are earned as
/// `payout` of those the plain schedule had given by then, rounded as stated, so that no share is lost on the way.
/// Under the rule `fractional` each part keeps its exact share of the rounded whole. Gives that whole; nothing when it,
/// or an exact part, leaves 64 bits.
[[nodiscard]] std::optional<std::int64_t> pay_out(Service& service, std::int64_t target, const quantity::Rate& payout,
                                                  model::ShareRounding round);

/// Nothing is earned before the measure is evaluated: what was served earlier is earned on that day.
void await_evaluation(Service& service, Date evaluation);

}  // namespace offerkit::timeline
