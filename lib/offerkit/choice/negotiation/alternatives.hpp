#pragma once

#include <cstddef>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/preference.hpp>

namespace offerkit::choice::negotiation {

[[nodiscard]] Grade grade_of(const model::Offer& offer) noexcept;
/// Whether it may come to nothing: still interviewing, or still looking.
[[nodiscard]] bool is_hoped_for(Grade grade) noexcept;

/// Weighs every offer of the comparison but the one at `own`, and but other versions of it: offers of the same company.
/// With `own` the number of offers none stands apart, and all are weighed.
[[nodiscard]] Alternatives weigh(const Comparison& comparison, std::size_t own, const Appraiser& appraiser,
                                 const Preference& preference);

}  // namespace offerkit::choice::negotiation
