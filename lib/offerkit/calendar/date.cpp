#include <offerkit/calendar/date.hpp>

#include <algorithm>

#include <date/date.h>

#include <offerkit/contract.hpp>

namespace offerkit::calendar {

namespace {

constexpr int earliest_year = 1;
constexpr int latest_year = 9999;

date::sys_days serial(Date value) noexcept { return date::year{value.year()} / value.month() / value.day(); }

std::optional<int> two_digits(std::string_view text) noexcept {
    if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
        return std::nullopt;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

int length_of(int year, int month) noexcept {
    if (month == 2) {
        return date::year{year}.is_leap() ? 29 : 28;
    }
    // From January on 31 and 30 days take turns, but July and August both have 31.
    return 30 + ((month + month / 8) & 1);
}

std::string padded(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

int days_in_month(int year, int month) noexcept { return length_of(year, month); }

std::optional<Date> Date::of(int year, int month, int day) noexcept {
    if (year < earliest_year || year > latest_year || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return std::nullopt;
    }
    return Date{year, month, day};
}

Date Date::clamped_by_calendar(int year, int month, int day) noexcept {
    expects(month >= 1 && month <= 12 && day >= 1 && day <= 31);
    if (year < earliest_year) {
        return Date{earliest_year, 1, 1};
    }
    if (year > latest_year) {
        return Date{latest_year, 12, 31};
    }
    const int last = length_of(year, month);
    return Date{year, month, day < last ? day : last};
}

Date Date::plus_months(int months) const noexcept {
    constexpr int whole_calendar = (latest_year + 1) * 12;
    months = std::clamp(months, -whole_calendar, whole_calendar);
    const int from_zero = year() * 12 + (month() - 1) + months;
    const int in_year = from_zero >= 0 ? from_zero / 12 : (from_zero - 11) / 12;
    return clamped(in_year, from_zero - in_year * 12 + 1, day());
}

Date Date::plus_days(std::int64_t days) const noexcept {
    constexpr auto whole_calendar = std::int64_t{latest_year + 1} * 366;
    const auto moved = static_cast<date::days::rep>(std::clamp(days, -whole_calendar, whole_calendar));
    const date::year_month_day result{serial(*this) + date::days{moved}};
    return clamped(static_cast<int>(result.year()), static_cast<int>(static_cast<unsigned>(result.month())),
                   static_cast<int>(static_cast<unsigned>(result.day())));
}

std::int64_t Date::days_since_1970() const noexcept { return serial(*this).time_since_epoch().count(); }

std::int64_t Date::days_since(Date earlier) const noexcept { return (serial(*this) - serial(earlier)).count(); }

int Date::whole_months_since(Date earlier) const noexcept {
    int months = (year() - earlier.year()) * 12 + (month() - earlier.month());
    if (earlier.plus_months(months) > *this) {
        --months;
    }
    return months;
}

std::string to_string(Date value) {
    std::string year = std::to_string(value.year());
    if (year.size() < 4) {
        year.insert(0, 4 - year.size(), '0');
    }
    return year + "-" + padded(value.month()) + "-" + padded(value.day());
}

std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto century = two_digits(text.substr(0, 2));
    const auto year = two_digits(text.substr(2, 2));
    const auto month = two_digits(text.substr(5, 2));
    const auto day = two_digits(text.substr(8, 2));
    if (!century || !year || !month || !day) {
        return std::nullopt;
    }
    return Date::of(*century * 100 + *year, *month, *day);
}

Date DayOfYear::on_or_after(Date date) const noexcept {
    const Date this_year = in(date.year());
    return this_year >= date ? this_year : in(date.year() + 1);
}

std::optional<DayOfYear> parse_day_of_year(std::string_view text) noexcept {
    if (text.size() != 5 || text[2] != '-') {
        return std::nullopt;
    }
    const auto month = two_digits(text.substr(0, 2));
    const auto day = two_digits(text.substr(3, 2));
    constexpr int a_leap_year = 2000;
    if (!month || !day || !Date::of(a_leap_year, *month, *day)) {
        return std::nullopt;
    }
    return DayOfYear{*month, *day};
}

}  // namespace offerkit::calendar
