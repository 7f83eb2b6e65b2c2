#pragma once

#include <vector>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::choice::negotiation {

/// Under seven days to decide, no paper, a clawback over 24 months, a ban on competing over 6 months, a cliff over a
/// year, equity in money without a conversion price or in shares of an unknown whole, the preferred price as value, and
/// no level.
[[nodiscard]] std::vector<RedFlag> red_flags(const model::Offer& offer);

}  // namespace offerkit::choice::negotiation
