#include <offerkit/timeline/window.hpp>

#include <algorithm>

namespace offerkit::timeline {

namespace {

int count_years(Date start, Date end) noexcept {
    int years = 1;
    while (start.plus_months(12 * years) < end) {
        ++years;
    }
    return years;
}

}  // namespace

Window::Window(Date start, Period horizon, bool held_now, std::optional<Date> last_day_employed) noexcept
    : start_{start},
      end_{horizon.after(start)},
      horizon_{horizon},
      held_now_{held_now},
      last_day_employed_{last_day_employed},
      years_{count_years(start, end_)} {}

Date Window::year_to(int year) const noexcept { return std::min(start_.plus_months(12 * year), end_); }

bool Window::is_to_come(Date day) const noexcept { return !(held_now_ && day <= start_); }

bool Window::counts(Date day) const noexcept {
    return is_to_come(day) && !(last_day_employed_ && day > *last_day_employed_);
}

int Window::year_of(Date day) const noexcept { return counts(day) ? year_of_vest(day) : 0; }

int Window::year_of_vest(Date day) const noexcept {
    if (!is_to_come(day) || day > end_) {
        return 0;
    }
    // Whole months since the first day name the year but for the anniversary itself, which ends the year before.
    const int months = day.whole_months_since(start_);
    int year = std::max(1, months / 12 + 1);
    if (year > 1 && day <= start_.plus_months(12 * (year - 1))) {
        --year;
    }
    return year;
}

int Window::year_begun_by(Date day) const noexcept {
    if (!counts(day) || day >= end_) {
        return 0;
    }
    return std::max(1, day.whole_months_since(start_) / 12 + 1);
}

bool Window::just_outside(Date day) const noexcept {
    return is_to_come(day) && day > end_ && day <= end_.plus_months(3);
}

}  // namespace offerkit::timeline
