#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/career/career_levels.hpp>

namespace offerkit::report {

/// "mostly E5, partly E6": the levels of another ladder that a level covers, in words, because an overlap of two
/// ladders is no percentage of anything that anybody does. "about E5" where the two stand on one rung alone.
[[nodiscard]] std::string overlap_words(const std::vector<const choice::LevelNeighbour*>& levels);

/// Where a level stands, its own name first, then a clause for each other ladder: "L5, Senior SWE (senior)",
/// "meta mostly E5, partly E6".
[[nodiscard]] std::vector<std::string> level_clauses(const choice::LevelPlace& level);

}  // namespace offerkit::report
