#pragma once

#include <array>
#include <span>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/model/grant.hpp>

namespace offerkit::timeline {

/// On which day of its month something dated in months falls (docs/numbers.md, "Fixed vest days"): the day that `align`
/// names in that month, else the one that the day rule picks.
class VestDays {
public:
    /// The named days must outlive it; at most one of them lies in a month.
    explicit VestDays(calendar::DayRule rule, std::span<const calendar::VestDay> named = {}) noexcept;

    [[nodiscard]] calendar::DayRule rule() const noexcept { return rule_; }
    /// True where days are named, and none lies in this month.
    [[nodiscard]] bool lacks(int month) const noexcept { return any_named_ && named_in(month) == nullptr; }
    [[nodiscard]] calendar::Date in_month(int year, int month, int anchor_day) const noexcept {
        const auto* named = any_named_ ? named_in(month) : nullptr;
        return named != nullptr ? named->in(year) : rule_.in_month(year, month, anchor_day);
    }
    /// In the month so many months after the one that `begin` lies in.
    [[nodiscard]] calendar::Date after(calendar::Date begin, int months, int anchor_day) const noexcept;

private:
    [[nodiscard]] const calendar::VestDay* named_in(int month) const noexcept {
        return named_[static_cast<std::size_t>(month - 1)];
    }

    calendar::DayRule rule_;
    bool any_named_ = false;
    std::array<const calendar::VestDay*, 12> named_{};
};

/// Of a grant: a day of the month that its papers state goes before the days that they name. The grant must outlive it.
[[nodiscard]] std::span<const calendar::VestDay> named_days_of(const model::Grant& grant) noexcept;
[[nodiscard]] VestDays vest_days_of(const model::Grant& grant) noexcept;

}  // namespace offerkit::timeline
