#pragma once

#include <string>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::report {

/// The first thing that makes two offers equal, and what it is now: "206.24 a share (now 200.00)". Empty: nothing does.
[[nodiscard]] std::string way_to_tie(const choice::Comparison& comparison, const choice::BreakEven& tie);

}  // namespace offerkit::report
