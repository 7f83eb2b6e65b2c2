#pragma once

#include <offerkit/diagnostic/diagnostic.hpp>

/// The problems of career plans; those of every file are in codes.hpp.
namespace offerkit::diagnostic::codes {

// How the parts of a career plan go together (file/plan, choice/paths).
inline constexpr Code unknown_rung{"unknown-rung", "a rung that no [[rung]] describes"};
inline constexpr Code unknown_path{"unknown-path", "a path that no [[path]] describes"};
inline constexpr Code too_many_paths{"too-many-paths", "a plan holds more than can be looked at in time"};
inline constexpr Code stated_for_some{"stated-for-some", "some paths state what could happen, and others do not"};
inline constexpr Code rung_pays_less{"rung-pays-less", "a rung pays less than the one below it"};
inline constexpr Code off_rung{"off-rung", "a first job pays much more or much less than its rung"};
inline constexpr Code no_losses{"no-losses", "a plan in which no job is ever lost"};

}  // namespace offerkit::diagnostic::codes
