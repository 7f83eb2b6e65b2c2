#pragma once

#include <optional>
#include <span>

#include <offerkit/risk/prices/exposure.hpp>

namespace offerkit::risk {

/// The chance that a sum of vests of both signs is above `bound`: the difference of two offers of shares of one stock.
/// The recursion of `Law` on two branches, the logarithm of the sum's size and its sign (docs/numbers.md, "Two offers
/// of one stock"). The grids are halved until two results in a row agree to 2e-4; nothing after four halvings. Vests in
/// the order of time, at least one, none of them 0; volatility above 0.
[[nodiscard]] std::optional<double> chance_above(std::span<const Vest> signed_vests, double volatility, double bound);

/// The vests of a less those of b, in the order of time, without what is below 1e-12 of all together.
[[nodiscard]] std::vector<Vest> difference_of(const Exposure& a, const Exposure& b);

}  // namespace offerkit::risk
