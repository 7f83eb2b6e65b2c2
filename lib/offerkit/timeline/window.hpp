#pragma once

#include <optional>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::timeline {

using calendar::Date;
using calendar::Period;

/// The stretch of time in which an offer is looked at: from its start over the horizon. Year k is
/// (start + (k-1) years, start + k years], so what vests on an anniversary belongs to the year that ends there; year 1
/// also holds the first day and what is dated before it. The job held now counts only what is dated after the first
/// day.
class Window {
public:
    Window(Date start, Period horizon, bool held_now, std::optional<Date> last_day_employed) noexcept;

    [[nodiscard]] Date start() const noexcept { return start_; }
    /// The last day that belongs to it.
    [[nodiscard]] Date end() const noexcept { return end_; }
    [[nodiscard]] Period horizon() const noexcept { return horizon_; }
    [[nodiscard]] bool held_now() const noexcept { return held_now_; }
    [[nodiscard]] std::optional<Date> last_day_employed() const noexcept { return last_day_employed_; }

    [[nodiscard]] int years() const noexcept { return years_; }
    [[nodiscard]] Date year_from(int year) const noexcept { return start_.plus_months(12 * (year - 1)); }
    /// The last day of year `year`: its anniversary, or the window's end in a short last year.
    [[nodiscard]] Date year_to(int year) const noexcept;
    /// The length of the window in months: whole months, or days / 365.25 x 12.
    [[nodiscard]] double months() const noexcept { return horizon_.in_years() * 12.0; }

    /// The year that something dated this day belongs to; 0 when it lies outside, or after the last day employed.
    [[nodiscard]] int year_of(Date day) const noexcept;
    /// The same for a vest that a departure has left standing: it may come after the last day employed.
    [[nodiscard]] int year_of_vest(Date day) const noexcept;
    /// The same for what is paid at once and starts something, such as a sign-on: on an anniversary it belongs to the
    /// year that begins there.
    [[nodiscard]] int year_begun_by(Date day) const noexcept;
    /// True when the day of such a vest lies up to three months past the end: near enough that people should see what
    /// they miss.
    [[nodiscard]] bool just_outside(Date day) const noexcept;

private:
    [[nodiscard]] bool counts(Date day) const noexcept;
    [[nodiscard]] bool is_to_come(Date day) const noexcept;

    Date start_;
    Date end_;
    Period horizon_;
    bool held_now_;
    std::optional<Date> last_day_employed_;
    int years_;
};

}  // namespace offerkit::timeline
