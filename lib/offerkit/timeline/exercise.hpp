#pragma once

#include <optional>

#include <offerkit/model/grant.hpp>
#include <offerkit/timeline/findings.hpp>

namespace offerkit::timeline {

/// The last day on which a grant can be exercised by its own life, counted from the grant date; nothing when its papers
/// do not say.
[[nodiscard]] std::optional<calendar::Date> last_exercise_day(const model::Grant& grant) noexcept;

/// The one of a grant after that departure.
[[nodiscard]] ExerciseWindow exercise_window(const model::Grant& grant, const Departure& departure) noexcept;

}  // namespace offerkit::timeline
