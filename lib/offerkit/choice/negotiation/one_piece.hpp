#pragma once

#include <optional>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/metric.hpp>

/// The ask in one piece: what of the offer to ask for together, so that it comes to the counter.
namespace offerkit::choice::negotiation {

/// The ask that comes as near to an amount as numbers that people say allow, inside every ceiling and never above the
/// amount: each lever is raised as far as it is needed before the next, the easiest first. A lever without a ceiling,
/// or that does not move the metric, is no part. Where the levers end before the amount, all of them stand at their
/// ceilings.
[[nodiscard]] OnePiece in_one_piece(Money amount, const model::Offer& offer, Appraiser& appraiser,
                                    const model::NegotiationProfile& practice);

/// The metric with every lever at the highest number inside its ceiling that people say.
[[nodiscard]] std::optional<Money> most_that_can_be_said(const model::Offer& offer, Appraiser& appraiser,
                                                         const model::NegotiationProfile& practice);

/// How much more sign-on, in a number that people say and inside its ceiling, adds so much to the metric; nothing where
/// there is no ceiling, or no room, or sign-ons do not count.
[[nodiscard]] std::optional<Money> sign_on_for(Money more, const model::Offer& offer, Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
