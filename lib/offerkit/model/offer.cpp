#include <offerkit/model/offer.hpp>

#include <algorithm>

namespace offerkit::model {

namespace {
constexpr int days_in_a_week = 7;
}  // namespace

const Event* find_event(const Offer& offer, std::string_view id) noexcept {
    const auto found =
        std::find_if(offer.events.begin(), offer.events.end(), [&](const Event& event) { return event.id == id; });
    return found == offer.events.end() ? nullptr : &*found;
}

Rate years_of(const PaidTime& time) noexcept {
    const auto count = time.period.count();
    return time.in_weeks             ? *Rate::of(count / days_in_a_week, 52)
           : time.period.in_months() ? *Rate::of(count, 12)
                                     : *Rate::of(count, 365);
}

std::string to_string(const PaidTime& time) {
    if (!time.in_weeks) {
        return calendar::to_string(time.period);
    }
    const auto weeks = time.period.count() / days_in_a_week;
    return std::to_string(weeks) + (weeks == 1 ? " week" : " weeks");
}

}  // namespace offerkit::model
