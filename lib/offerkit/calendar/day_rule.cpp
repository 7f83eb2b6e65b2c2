#include <offerkit/calendar/day_rule.hpp>

namespace offerkit::calendar {

Date on_day_of_month(Date begin, int months, int anchor_day) noexcept {
    const Date month = begin.plus_months(months);
    return Date::clamped(month.year(), month.month(), anchor_day);
}

Date DayRule::picked(int year, int month, int anchor_day) const noexcept {
    switch (kind_) {
        case Kind::anchor_day: break;
        case Kind::anchor_day_minus_one: return Date::clamped(year, month, anchor_day).plus_days(-1);
        case Kind::first_day: return Date::clamped(year, month, 1);
        case Kind::last_day: return Date::clamped(year, month, 31);
        case Kind::fixed_day: return Date::clamped(year, month, day_);
    }
    return Date::clamped(year, month, anchor_day);
}

Date DayRule::apply(Date begin, int months, int anchor_day) const noexcept {
    const Date month = begin.plus_months(months);
    return in_month(month.year(), month.month(), anchor_day);
}

}  // namespace offerkit::calendar
