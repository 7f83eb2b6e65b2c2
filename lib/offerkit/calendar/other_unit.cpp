#include <offerkit/calendar/other_unit.hpp>

#include <algorithm>
#include <cstdint>

namespace offerkit::calendar {

Period about_in(Period period, Period::Unit unit) noexcept {
    constexpr std::int64_t days_of_48_months = 1'461;
    if (period.unit() == unit) {
        return period;
    }
    const std::int64_t count = period.count();
    if (unit == Period::Unit::days) {
        constexpr std::int64_t most_days = 1'000'000;
        return Period::days(static_cast<int>(std::min(count * days_of_48_months / 48, most_days)));
    }
    return Period::months(static_cast<int>((count * 48 + days_of_48_months / 2) / days_of_48_months));
}

}  // namespace offerkit::calendar
