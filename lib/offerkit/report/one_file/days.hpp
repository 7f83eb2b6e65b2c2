#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/report/calendar/events.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// The days from `as_of` on that matter beside plain vests, at most 30 rows, and how many more a calendar would have.
/// What comes again in the same words, as a sign-on that is paid by the month, is one row that says how often and until
/// when. Empty where no day is left.
[[nodiscard]] Page days_part(const CalendarFacts& days, calendar::Date as_of);

}  // namespace offerkit::report
