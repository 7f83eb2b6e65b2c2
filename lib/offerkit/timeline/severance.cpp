#include <offerkit/timeline/severance.hpp>

#include <algorithm>

#include <offerkit/timeline/pay.hpp>

namespace offerkit::timeline {

namespace {

constexpr std::int64_t working_days = 260;  // of a year, as payrolls count a day's pay

}  // namespace

std::optional<Severance> severance_on(const model::Offer& offer, const Window& window, const Departure& departure) {
    const auto zero = quantity::Money::zero(offer.currency);
    Severance result{zero, zero};
    if (!offer.leaving || departure.on < offer.start.value) {
        return result;
    }
    const model::Leaving& terms = *offer.leaving;
    const auto& reasons = terms.severance_for;
    const bool severed =
        terms.severance && std::find(reasons.begin(), reasons.end(), departure.reason) != reasons.end();
    if (!severed && !terms.unused_holiday_days) {
        return result;
    }
    const auto salary = salary_on(offer, window, departure.on);
    if (!salary) {
        return std::nullopt;
    }
    if (severed) {
        const auto severance = quantity::multiply(*salary, years_of(terms.severance->value));
        if (!severance) {
            return std::nullopt;
        }
        result.severance = *severance;
    }
    if (terms.unused_holiday_days) {
        const auto part = terms.unused_holiday_days->value.times(*quantity::Fraction::of(1, working_days));
        const auto holidays = part ? quantity::multiply(*salary, *part) : std::nullopt;
        if (!holidays) {
            return std::nullopt;
        }
        result.holidays = *holidays;
    }
    return result;
}

}  // namespace offerkit::timeline
