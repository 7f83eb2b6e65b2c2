#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <offerkit/calendar/date.hpp>

namespace offerkit::calendar {

/// A day that comes every year and on which shares vest: "02-15", the third Wednesday of March ("03-3wed") or the last
/// Friday of December ("12-lastfri"). A day that a month lacks is its last: "02-29" is the end of February, and a fifth
/// Wednesday where there are four is the fourth.
class VestDay {
public:
    enum class Weekday { sunday, monday, tuesday, wednesday, thursday, friday, saturday };

    [[nodiscard]] static constexpr VestDay on(DayOfYear day) noexcept { return {day.month, day.day, 0, {}}; }
    /// The `nth` such weekday of a month: 1 to 5, the last where it has fewer.
    [[nodiscard]] static constexpr VestDay on(int month, int nth, Weekday weekday) noexcept {
        return {month, 0, nth, weekday};
    }
    [[nodiscard]] static constexpr VestDay on_last(int month, Weekday weekday) noexcept {
        return {month, 0, nth_of_last, weekday};
    }

    [[nodiscard]] constexpr int month() const noexcept { return month_; }
    [[nodiscard]] Date in(int year) const noexcept;
    /// The first such day on or after a date.
    [[nodiscard]] Date on_or_after(Date date) const noexcept;

    friend std::string to_string(const VestDay& day);
    friend bool operator==(const VestDay&, const VestDay&) = default;

private:
    static constexpr int nth_of_last = 6;

    constexpr VestDay(int month, int day, int nth, Weekday weekday) noexcept
        : month_{month}, day_{day}, nth_{nth}, weekday_{weekday} {}

    int month_;
    int day_;  // 0 for a weekday
    int nth_;  // 0 for a day of the month
    Weekday weekday_;
};

/// "02-15", "03-3wed", "12-lastfri".
[[nodiscard]] std::string to_string(const VestDay& day);

/// Reads what `to_string` writes.
[[nodiscard]] std::optional<VestDay> parse_vest_day(std::string_view text) noexcept;

}  // namespace offerkit::calendar
