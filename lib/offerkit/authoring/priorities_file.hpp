#pragma once

#include <span>
#include <string>

#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::authoring {

/// Priorities as a file that reads back as the same priorities. Those of a profile say which one they began from, and
/// take neither its name nor its source: from now on they are the person's own.
[[nodiscard]] std::string priorities_file(const model::Priorities& priorities);

/// The `[factors]` of an offer file, to be pasted into it in the place of those that stand there.
[[nodiscard]] std::string factors_table(std::span<const model::FactorRating> ratings);

}  // namespace offerkit::authoring
