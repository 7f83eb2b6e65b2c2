#pragma once

#include <optional>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// A stretch of days that earns a payment of a bonus: a bonus year, or a part of one.
struct BonusStretch {
    int year = 0;   ///< the bonus year it belongs to, 0 for the one that holds the first day of employment
    int part = 1;   ///< which part of that year, from 1
    int parts = 1;  ///< of how many
    Date from;      ///< its first day, which may lie before the first day of employment
    Date last;      ///< its last day
};

/// The stretches of a bonus, one after the other, the first the one that holds the first day of employment
/// (docs/numbers.md, "Bonus years").
class BonusCalendar {
public:
    /// Of a bonus: years of employment, calendar years, or years that begin on a day of their own.
    BonusCalendar(const model::Bonus& bonus, Date start) noexcept;
    /// Of pay beyond twelve months: each stretch runs from the day after one payment to the next.
    BonusCalendar(const model::ExtraMonths& extra, Date start) noexcept;

    [[nodiscard]] BonusStretch current() const noexcept;
    void advance() noexcept;

private:
    [[nodiscard]] Date boundary(int year, int part) const noexcept;

    Date start_;
    std::optional<calendar::DayOfYear> first_day_{};  // of a bonus year; absent for years of employment
    const model::ExtraMonths* extra_ = nullptr;       // absent for a bonus
    int origin_ = 0;                                  // the calendar year in which year 0 begins
    int parts_ = 1;
    int year_ = 0;
    int part_ = 1;
};

/// The day on which what a stretch of a bonus earns is paid.
[[nodiscard]] Date bonus_payment_day(const model::Bonus& bonus, const BonusStretch& stretch) noexcept;

/// Whether a bonus is one yearly payment of years of employment: it is earned month by month with the base, the others
/// evenly by days.
[[nodiscard]] bool earned_by_months(const model::Bonus& bonus) noexcept;

}  // namespace offerkit::timeline
