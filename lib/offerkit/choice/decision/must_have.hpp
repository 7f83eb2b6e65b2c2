#pragma once

#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// Every offer on every must-have, by factor, then by offer.
[[nodiscard]] std::vector<MustHaveResult> must_haves(const Judgement& judgement);

}  // namespace offerkit::choice::decision
