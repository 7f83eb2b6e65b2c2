#include <offerkit/calendar/period.hpp>

#include <algorithm>

namespace offerkit::calendar {

namespace {

// 1,100 years: longer than the calendar of the files.
constexpr int most_months = 13'200;
constexpr int most_days = 401'775;

std::string counted(int count, std::string_view unit) {
    return std::to_string(count) + " " + std::string{unit} + (count == 1 ? "" : "s");
}

}  // namespace

Date Period::after(Date origin, int times) const noexcept {
    const std::int64_t total = static_cast<std::int64_t>(count_) * times;
    constexpr std::int64_t beyond_the_calendar = 1'000'000;
    return in_months()
               ? origin.plus_months(static_cast<int>(std::clamp(total, -beyond_the_calendar, beyond_the_calendar)))
               : origin.plus_days(total);
}

std::optional<int> Period::divided_by(Period step) const noexcept {
    if (step.count_ == 0 || (count_ != 0 && unit_ != step.unit_) || count_ % step.count_ != 0) {
        return std::nullopt;
    }
    return count_ / step.count_;
}

double Period::in_years() const noexcept {
    return in_months() ? static_cast<double>(count_) / 12.0 : static_cast<double>(count_) / 365.25;
}

bool longer_than_months(Period period, int months) noexcept {
    const Date origin = Date::clamped(2001, 1, 1);
    return period.after(origin) > origin.plus_months(months);
}

std::string to_string(Period period) {
    if (!period.in_months()) {
        return counted(period.count(), "day");
    }
    const bool years = period.count() != 0 && period.count() % 12 == 0;
    return years ? counted(period.count() / 12, "year") : counted(period.count(), "month");
}

Result<Period> parse_period(std::string_view text) {
    const auto wrong = [] {
        return failure(
            std::string{"a period is a whole number and a unit: \"4 years\", \"1 month\", \"90 days\" or \"2 weeks\""});
    };
    std::size_t position = 0;
    std::int64_t count = 0;
    while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
        count = count * 10 + (text[position] - '0');
        if (++position > 7) {
            return failure(std::string{"a period is at most 1100 years"});
        }
    }
    if (position == 0 || position >= text.size() || text[position] != ' ') {
        return wrong();
    }
    std::string_view unit = text.substr(position + 1);
    if (unit.ends_with('s')) {
        unit.remove_suffix(1);
    }
    const bool months = unit == "month" || unit == "year";
    if (unit == "year") {
        count *= 12;
    } else if (unit == "week") {
        count *= 7;
    } else if (unit != "month" && unit != "day") {
        return wrong();
    }
    if (count > (months ? most_months : most_days)) {
        return failure(std::string{"a period is at most 1100 years"});
    }
    return months ? Period::months(static_cast<int>(count)) : Period::days(static_cast<int>(count));
}

}  // namespace offerkit::calendar
