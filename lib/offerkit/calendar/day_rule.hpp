#pragma once

#include <array>

#include <offerkit/calendar/date.hpp>
#include <offerkit/words.hpp>

namespace offerkit::calendar {

/// On which day of its month something dated in months falls (Open Cap Format `VestingDayOfMonth`).
class DayRule {
public:
    enum class Kind { anchor_day, anchor_day_minus_one, first_day, last_day, fixed_day };

    constexpr DayRule() noexcept = default;
    constexpr explicit DayRule(Kind kind) noexcept : kind_{kind} {}
    /// Always this day of the month, 1 to 31, clamped to the month's end.
    [[nodiscard]] static constexpr DayRule fixed(int day) noexcept {
        DayRule rule{Kind::fixed_day};
        rule.day_ = day;
        return rule;
    }

    [[nodiscard]] constexpr Kind kind() const noexcept { return kind_; }
    [[nodiscard]] constexpr int day() const noexcept { return day_; }

    /// The day that the rule picks in the month `months` after the one that `begin` lies in. The anchor day is the day
    /// of month of the vesting start, which a clamped begin may have lost.
    [[nodiscard]] Date apply(Date begin, int months, int anchor_day) const noexcept;

    /// The day that the rule picks in a month.
    [[nodiscard]] Date in_month(int year, int month, int anchor_day) const noexcept {
        return kind_ == Kind::anchor_day ? Date::clamped(year, month, anchor_day) : picked(year, month, anchor_day);
    }

    friend bool operator==(const DayRule&, const DayRule&) = default;

private:
    [[nodiscard]] Date picked(int year, int month, int anchor_day) const noexcept;

    Kind kind_ = Kind::anchor_day;
    int day_ = 0;
};

/// A day of the month is a number, and has no word.
[[nodiscard]] constexpr auto words(DayRule::Kind) noexcept {
    using enum DayRule::Kind;
    return std::to_array<Word<DayRule::Kind>>({{anchor_day, "vesting_start_day"},
                                               {anchor_day_minus_one, "vesting_start_day_minus_one"},
                                               {first_day, "first_day_of_month"},
                                               {last_day, "last_day_of_month"}});
}

}  // namespace offerkit::calendar
