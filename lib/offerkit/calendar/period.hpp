#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <offerkit/calendar/date.hpp>
#include <offerkit/result.hpp>

namespace offerkit::calendar {

/// A length of time as contracts state it: a whole number of months or of days. 90 days is not 3 months, so the two
/// are never converted into each other; a year is 12 months and a week is 7 days.
class Period {
public:
    enum class Unit { months, days };

    [[nodiscard]] static constexpr Period months(int count) noexcept { return {count, Unit::months}; }
    [[nodiscard]] static constexpr Period days(int count) noexcept { return {count, Unit::days}; }

    [[nodiscard]] constexpr int count() const noexcept { return count_; }
    [[nodiscard]] constexpr Unit unit() const noexcept { return unit_; }
    [[nodiscard]] constexpr bool in_months() const noexcept { return unit_ == Unit::months; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return count_ == 0; }

    /// The date n periods after an origin: months are clamped to the month's end, from the origin each time.
    [[nodiscard]] Date after(Date origin, int times = 1) const noexcept;

    /// How many of `step` make this period exactly; nothing when it is not a whole number of them or the units differ.
    [[nodiscard]] std::optional<int> divided_by(Period step) const noexcept;

    /// Length in years for comparing schedules: months / 12, or days / 365.25.
    [[nodiscard]] double in_years() const noexcept;

    /// Two empty periods are equal whatever their unit.
    friend constexpr bool operator==(const Period& a, const Period& b) noexcept {
        return a.count_ == b.count_ && (a.unit_ == b.unit_ || a.count_ == 0);
    }

private:
    constexpr Period(int count, Unit unit) noexcept : count_{count}, unit_{unit} {}

    int count_;
    Unit unit_;
};

/// Whether a period is longer than so many months. Counted from a day whose months are of all lengths, so that 366 days
/// are longer than 12 months.
[[nodiscard]] bool longer_than_months(Period period, int months) noexcept;

/// "4 years", "18 months", "90 days": whole years are named as years.
[[nodiscard]] std::string to_string(Period period);

/// Reads "4 years", "1 month", "90 days", "2 weeks". The error says what to write.
[[nodiscard]] Result<Period> parse_period(std::string_view text);

}  // namespace offerkit::calendar
