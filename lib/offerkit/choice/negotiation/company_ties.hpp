#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/negotiation/alternatives.hpp>

namespace offerkit::choice::negotiation {

/// What a private company would have to be sold for so that the offer at hand and one of the other ways tie.
struct CompanyBreakEven {
    std::size_t offer = 0;                                  ///< whose shares are private
    std::size_t against = 0;                                ///< what it is set against
    model::Definition figure = model::Definition::average;  ///< that they tie on
    CompanyTie tie;
};

/// Of the offer at `own` against the best alternative, and of each alternative with private shares against the offer.
/// On present value where the comparison is of that, else on the yearly average: figures that count no share's price
/// tell nothing of a sale. Empty for figures after tax.
[[nodiscard]] std::vector<CompanyBreakEven> company_ties(const Comparison& comparison, std::size_t own,
                                                         const Alternatives& alternatives);

}  // namespace offerkit::choice::negotiation
