#include <offerkit/timeline/exercise.hpp>

namespace offerkit::timeline {

using calendar::Date;
using model::LeavingReason;

std::optional<Date> last_exercise_day(const model::Grant& grant) noexcept {
    if (!grant.expires) {
        return std::nullopt;
    }
    const Date day = grant.expires->after.after(grant.grant_date);
    return grant.expires->day_before ? day.plus_days(-1) : day;
}

ExerciseWindow exercise_window(const model::Grant& grant, const Departure& departure) noexcept {
    ExerciseWindow window{.expiry = last_exercise_day(grant)};
    const model::TerminationWindow* chosen = nullptr;
    for (const auto& each : grant.termination_windows) {
        const bool exact = each.reason == departure.reason;
        if (exact || (each.reason == LeavingReason::any && chosen == nullptr)) {
            chosen = &each;
        }
        if (exact) {
            break;
        }
    }
    if (chosen == nullptr) {
        return window;
    }
    window.period = chosen->period;
    window.for_any_reason = chosen->reason == LeavingReason::any;
    window.deadline = chosen->period.after(departure.on);
    if (window.expiry && *window.expiry < *window.deadline) {
        window.deadline = window.expiry;
        window.cut_by_expiry = true;
    }
    return window;
}

}  // namespace offerkit::timeline
