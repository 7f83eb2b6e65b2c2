#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// The days of an offer that belong into a calendar, in words (docs/numbers.md, "Dates for a calendar").
namespace offerkit::report {

/// What a day is about. A vest that is also the end of a cliff is a vest.
enum class CalendarKind { first_day, vest, bonus, sign_on, clawback_end, decide_by, expiry, last_day };
/// "Vest", "Bonus", "Deadline": what a calendar program files the day under.
[[nodiscard]] std::string_view category_of(CalendarKind kind) noexcept;

/// One whole day of a calendar.
struct CalendarEvent {
    calendar::Date date;
    CalendarKind kind = CalendarKind::vest;
    std::string key{};      ///< what the day is of: the same whenever it is exported, whatever else has changed, and
                            ///< another for each day of a calendar
    std::string summary{};  ///< one line, as it is seen in a month
    std::string description{};  ///< lines, separated by '\n'
};

struct CalendarFacts {
    std::string name{};                                 ///< of the whole: whose days they are
    calendar::Date as_of;                               ///< the day that they were told on
    std::size_t count = 0;                              ///< of days
    std::function<CalendarEvent(std::size_t)> event{};  ///< one of them, by date, put into words when it is asked for,
                                                        ///< so that a million never stand in memory together
    std::vector<std::string> left_out{};                ///< what has no day of its own in it and why, a sentence each
};

/// Every day of the offers that people want to be reminded of: the first day, each vest that has happened or will,
/// bonus and sign-on payments, the end of each clawback, the day to decide by, the last day to exercise, the last day
/// employed. Vests are those of the timelines; bonuses come every year, so they reach as far as the valuation's horizon
/// from the first day (for the job held now: from the as-of day, and only what is still to come). Nothing when a
/// payment is too large, which is reported. The timelines have to outlive the result.
[[nodiscard]] std::optional<CalendarFacts> calendar_facts(std::span<const value::OfferTimeline> offers,
                                                          const model::Valuation& valuation,
                                                          diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::report
