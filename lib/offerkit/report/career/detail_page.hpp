#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/report/career/career.hpp>

namespace offerkit::report {

/// The paths that the first screen shows, the largest mean first: up to three in full, else the first five.
[[nodiscard]] std::vector<std::size_t> paths_shown(const choice::paths::Career& career);

/// What `--detail` adds: bands of years, pairs, moves, groups of a turn, standard errors, assumptions.
[[nodiscard]] Page career_detail(const CareerView& view);

}  // namespace offerkit::report
