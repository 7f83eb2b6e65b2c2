#pragma once

#include <cstddef>
#include <optional>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/preference.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

[[nodiscard]] Deadline deadline_of(const model::Offer& offer, calendar::Date as_of) noexcept;

/// All by the induction of `pipeline` (docs/pipeline.md), at no cost of waiting, what does not hang on an interview
/// being there whenever it is wanted. An offer without a deadline has to be answered before anything else is known.
/// Nothing when no offer is in process.
[[nodiscard]] std::optional<Waiting> waiting_of(const Comparison& comparison, std::size_t own, Money pay,
                                                const Alternatives& alternatives, const Preference& preference,
                                                const model::NegotiationProfile& practice);

}  // namespace offerkit::choice::negotiation
