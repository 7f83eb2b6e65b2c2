#pragma once

#include <optional>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/timeline/departure.hpp>

namespace offerkit::timeline {

/// The last day on which a grant can be exercised by its own life, counted from the grant date; nothing when its papers
/// do not say.
[[nodiscard]] std::optional<calendar::Date> last_exercise_day(const model::Grant& grant) noexcept;

/// How long vested options can be exercised after leaving (docs/numbers.md, "Options after leaving"): the window for
/// the very reason, else the one for any; its period counted from the last day employed, never past the grant's own
/// life. Where no window is stated there is no deadline here: what a plan does not say is not guessed.
struct ExerciseWindow {
    std::optional<calendar::Period> period{};  ///< absent: not stated
    bool for_any_reason = false;               ///< the window used is the one for any reason
    std::optional<calendar::Date> deadline{};  ///< the last day to exercise; absent: not stated
    std::optional<calendar::Date> expiry{};    ///< by the grant's own life
    bool cut_by_expiry = false;                ///< the grant's own life ends inside the window
};
[[nodiscard]] ExerciseWindow exercise_window(const model::Grant& grant, const Departure& departure) noexcept;

}  // namespace offerkit::timeline
