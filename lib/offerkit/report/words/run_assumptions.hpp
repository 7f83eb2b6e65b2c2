#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::report {

/// The assumptions that move the figures of a comparison most, in a few words each: the discount, what shares are
/// counted at, raises, bonuses, how long people stay. Only what nobody stated, and the rates wherever they are from.
[[nodiscard]] std::vector<std::string> run_assumptions(const choice::Comparison& comparison);

}  // namespace offerkit::report
