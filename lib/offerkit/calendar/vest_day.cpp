#include <offerkit/calendar/vest_day.hpp>

#include <algorithm>
#include <array>

namespace offerkit::calendar {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

int weekday_of(Date date) noexcept {
    constexpr int thursday = 4;  // 1 January 1970
    const std::int64_t days = date.days_since_1970() + thursday;
    return static_cast<int>((days % 7 + 7) % 7);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Date VestDay::in(int year) const noexcept {
    if (nth_ == 0) {
        return Date::clamped(year, month_, day_);
    }
    const Date first = Date::clamped(year, month_, 1);
    const int to_weekday = (static_cast<int>(weekday_) - weekday_of(first) + 7) % 7;
    int day = 1 + to_weekday + 7 * (nth_ - 1);
    while (day > days_in_month(first.year(), month_)) {
        day -= 7;
    }
    return Date::clamped(first.year(), month_, day);
}

Date VestDay::on_or_after(Date date) const noexcept {
    const Date this_year = in(date.year());
    return this_year >= date ? this_year : in(date.year() + 1);
}

std::string to_string(const VestDay& day) {
    if (day.nth_ == 0) {
        return two_digits(day.month_) + "-" + two_digits(day.day_);
    }
    return two_digits(day.month_) + "-" + (day.nth_ == VestDay::nth_of_last ? "last" : std::to_string(day.nth_)) +
           std::string{weekdays[static_cast<std::size_t>(day.weekday_)]};
}

std::optional<VestDay> parse_vest_day(std::string_view text) noexcept {
    if (const auto plain = parse_day_of_year(text)) {
        return VestDay::on(*plain);
    }
    // The first of a month stands for it, so that the month is read as every other is.
    constexpr std::size_t before_day = 3;
    constexpr std::size_t of_weekday = 3;
    const auto month = text.size() > before_day + of_weekday
                           ? parse_day_of_year(std::string{text.substr(0, before_day)} + "01")
                           : std::nullopt;
    if (!month) {
        return std::nullopt;
    }
    const auto word = std::find(weekdays.begin(), weekdays.end(), text.substr(text.size() - of_weekday));
    const std::string_view which = text.substr(before_day, text.size() - before_day - of_weekday);
    if (word == weekdays.end()) {
        return std::nullopt;
    }
    const auto weekday = static_cast<VestDay::Weekday>(word - weekdays.begin());
    if (which == "last") {
        return VestDay::on_last(month->month, weekday);
    }
    return which.size() == 1 && which[0] >= '1' && which[0] <= '5'
               ? std::optional{VestDay::on(month->month, which[0] - '0', weekday)}
               : std::nullopt;
}

}  // namespace offerkit::calendar
