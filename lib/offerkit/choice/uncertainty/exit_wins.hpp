#pragma once

#include <span>
#include <vector>

#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/risk/prices/prospect.hpp>

namespace offerkit::choice {

/// Of each offer with scenarios over each other one: the sum over its scenarios of their chance x the chance that the
/// other's figure lies below what the shares then bring and the rest of the offer (docs/numbers.md, "Exits"). The other
/// is what its share prices make of it, or its own scenarios; the two are independent. `prospects` are of the chosen
/// figure, one an offer. Of present value and average; none of other figures, nor of a single offer.
[[nodiscard]] std::vector<ExitWin> exit_wins(const Comparison& comparison, std::span<const risk::Prospect> prospects);

}  // namespace offerkit::choice
