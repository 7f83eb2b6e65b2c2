#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/negotiation/findings.hpp>

namespace offerkit::choice::negotiation {

/// Of the offer at `own` against the best alternative, and of each alternative with private shares against the offer.
/// On present value where the comparison is of that, else on the yearly average: figures that count no share's price
/// tell nothing of a sale. Empty for figures after tax.
[[nodiscard]] std::vector<CompanyBreakEven> company_ties(const Comparison& comparison, std::size_t own,
                                                         const Alternatives& alternatives);

}  // namespace offerkit::choice::negotiation
