#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offerkit::calendar {

/// A civil date of the proleptic Gregorian calendar, years 1 to 9999; 1900 to 2999 wherever a person wrote it. Always a
/// real day. Arithmetic that would leave the calendar stops at its first or last day, so what runs past stays past.
class Date {
public:
    /// The day, or nothing when the calendar has no such day.
    [[nodiscard]] static std::optional<Date> of(int year, int month, int day) noexcept;
    /// The day of a month 1 to 12, its day 1 to 31 clamped to the month's last: the 31st of February is the 28th.
    [[nodiscard]] static Date clamped(int year, int month, int day) noexcept {
        // The 28th exists in every month, so most dates need no look at the calendar.
        const bool in_every_month = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return in_every_month ? Date{year, month, day} : clamped_by_calendar(year, month, day);
    }

    [[nodiscard]] constexpr int year() const noexcept { return packed_ >> 9; }
    [[nodiscard]] constexpr int month() const noexcept { return (packed_ >> 5) & 0xF; }
    [[nodiscard]] constexpr int day() const noexcept { return packed_ & 0x1F; }

    /// The same day of the month `months` later, clamped to the month's end. Never add month by month: the clamp would
    /// stay. Use origin + n months instead.
    [[nodiscard]] Date plus_months(int months) const noexcept;
    [[nodiscard]] Date plus_days(std::int64_t days) const noexcept;

    /// The number of this day, 0 for 1 January 1970.
    [[nodiscard]] std::int64_t days_since_1970() const noexcept;
    /// Days from `earlier` to this date; negative when this one is the earlier.
    [[nodiscard]] std::int64_t days_since(Date earlier) const noexcept;
    /// Whole months from `earlier` to this date: the largest n with earlier.plus_months(n) <= *this.
    [[nodiscard]] int whole_months_since(Date earlier) const noexcept;

    friend constexpr bool operator==(const Date&, const Date&) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(const Date&, const Date&) noexcept = default;

private:
    [[nodiscard]] static Date clamped_by_calendar(int year, int month, int day) noexcept;

    constexpr Date(int year, int month, int day) noexcept : packed_{year << 9 | month << 5 | day} {}

    std::int32_t packed_;  // year, month, day from the top, so that dates order as numbers do
};

/// The first and last year a person may write.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2999;

/// The number of days of a month.
[[nodiscard]] int days_in_month(int year, int month) noexcept;
/// ISO 8601: "2026-03-02".
[[nodiscard]] std::string to_string(Date date);
/// Reads "2026-03-02"; nothing for anything else or an impossible day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;

/// A day that comes every year, such as a vest day: "02-15". The 29th of February is the 28th in common years.
struct DayOfYear {
    int month = 1;
    int day = 1;

    [[nodiscard]] Date in(int year) const noexcept { return Date::clamped(year, month, day); }
    /// The first such day on or after a date.
    [[nodiscard]] Date on_or_after(Date date) const noexcept;

    friend bool operator==(const DayOfYear&, const DayOfYear&) = default;
};

/// Reads "02-15".
[[nodiscard]] std::optional<DayOfYear> parse_day_of_year(std::string_view text) noexcept;

}  // namespace offerkit::calendar
