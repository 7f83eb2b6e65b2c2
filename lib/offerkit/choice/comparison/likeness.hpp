#pragma once

#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

/// Whether offers say the same things (docs/numbers.md, "Alike or not"): what only some of them state makes them differ
/// on paper, not in the job.
namespace offerkit::choice {

/// Whether the offer states it; a written 0 counts.
[[nodiscard]] bool states(const model::Offer& offer, UnlikeKey key) noexcept;
/// Takes it out of the offer.
void remove(model::Offer& offer, UnlikeKey key);

/// What some of the offers state and some do not.
[[nodiscard]] std::vector<UnlikeKey> unlike_keys(std::span<const model::Offer> offers);

/// Takes out of all offers what only some of them state, and says what that was.
[[nodiscard]] std::vector<UnlikeKey> keep_what_all_state(std::span<model::Offer> offers);

}  // namespace offerkit::choice
