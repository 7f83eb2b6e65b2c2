#pragma once

#include <vector>

#include <offerkit/value/leaving.hpp>
#include <offerkit/value/tally.hpp>

namespace offerkit::value {

/// Adds up what is to be exercised, and by when the first of it lapses. Returns false if a sum leaves 64 bits.
[[nodiscard]] bool add_up_options(const std::vector<OptionLeaving>& options, ToExercise& all, Tally& tally);

}  // namespace offerkit::value
