#pragma once

#include <vector>

#include <offerkit/choice/decision/decision.hpp>

namespace offerkit::choice {

/// What to know before relying on a decision, from the most to the least pressing (docs/numbers.md, "Deciding").
[[nodiscard]] std::vector<decision::Warning> review(const Comparison& comparison, const Decision& decision,
                                                    const model::Priorities& priorities);

}  // namespace offerkit::choice
