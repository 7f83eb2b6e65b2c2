#pragma once

#include <span>
#include <vector>

#include <offerkit/risk/prices/findings.hpp>
#include <offerkit/risk/prices/prospect.hpp>

namespace offerkit::risk {

/// The chance that a comes to more than b; a tie counts half. Two offers of one stock by the signed recursion, of two
/// stocks by a normal copula on exact laws (off by about 1e-3), options and what the recursion cannot settle by joint
/// paths. The chance of b over a is exactly 1 minus it, whichever is asked for first.
[[nodiscard]] Chance chance_beats(const Prospect& a, const Prospect& b);

/// The chance that each comes to the most of all; ties are shared, so that the chances add to 1. Sobol points through
/// the correlations and the score tables; joint paths where two share a stock or one has options. At most
/// `most_compared` prospects.
[[nodiscard]] std::vector<Chance> chances_best(std::span<const Prospect* const> prospects);

}  // namespace offerkit::risk
