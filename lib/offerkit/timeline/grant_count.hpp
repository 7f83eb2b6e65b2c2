#pragma once

#include <string>

#include <offerkit/timeline/grant.hpp>

namespace offerkit::timeline {

/// "USD 120,000", for the rule that a count of shares follows from; minor units only where there are some.
[[nodiscard]] std::string amount_text(quantity::Money amount);

}  // namespace offerkit::timeline
