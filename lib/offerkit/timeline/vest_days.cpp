#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::timeline {

using calendar::Date;
using calendar::VestDay;

VestDays::VestDays(calendar::DayRule rule, std::span<const VestDay> named) noexcept
    : rule_{rule}, any_named_{!named.empty()} {
    for (const VestDay& day : named) {
        named_[static_cast<std::size_t>(day.month() - 1)] = &day;
    }
}

Date VestDays::after(Date begin, int months, int anchor_day) const noexcept {
    const Date month = begin.plus_months(months);
    return in_month(month.year(), month.month(), anchor_day);
}

std::span<const VestDay> named_days_of(const model::Grant& grant) noexcept {
    return grant.day_of_month_is_written ? std::span<const VestDay>{} : std::span<const VestDay>{grant.align};
}

VestDays vest_days_of(const model::Grant& grant) noexcept { return VestDays{grant.day_of_month, named_days_of(grant)}; }

}  // namespace offerkit::timeline
