#pragma once

#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/terms.hpp>

namespace offerkit::choice::paths {

/// The level pay a year, in major units, that is worth as much as a path: 12 V / sum over months of (1 + d)^(-m/12).
/// V is the certainty equivalent where wealth and risk aversion are stated, else the mean of the present value.
[[nodiscard]] double level_yearly_pay(const PathFigures& path, const Terms& terms);

}  // namespace offerkit::choice::paths
