#pragma once

#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

/// Whether dates with quantities give out exactly what is granted; reports it if not. What the grant is of is known
/// only here; portions are checked with the terms.
[[nodiscard]] bool gives_whole_grant(const ScheduleTerms& terms, Diagnostics& diagnostics);

}  // namespace offerkit::timeline
