#pragma once

#include <optional>
#include <vector>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/metric.hpp>

namespace offerkit::choice::negotiation {

/// Every lever of the offer against one goal, by flexibility.
[[nodiscard]] std::vector<LeverAnswer> answers(Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
                                               const model::NegotiationProfile& practice);

/// The levers that an ask can move, the easiest first: equity once, in the unit that the letter quotes. What is fixed
/// by policy is not asked for.
[[nodiscard]] std::vector<LeverKind> by_ease(const model::Offer& offer, const Appraiser& appraiser,
                                             const model::NegotiationProfile& practice);

[[nodiscard]] Package pack(PackageKind kind, Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
                           const model::NegotiationProfile& practice);

[[nodiscard]] std::optional<Exchange> exchange_of(const model::Offer& offer, Appraiser& appraiser);

/// Of every lever that an ask can move and that has one, the easiest first.
[[nodiscard]] std::vector<Ceiling> ceilings_of(const model::Offer& offer, const Appraiser& appraiser,
                                               const model::NegotiationProfile& practice);
/// The metric with every lever at its ceiling, or with those of the band alone; nothing where there is none.
[[nodiscard]] std::optional<Money> with_all_at(const std::vector<Ceiling>& ceilings, bool band_alone,
                                               const model::Offer& offer, Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
