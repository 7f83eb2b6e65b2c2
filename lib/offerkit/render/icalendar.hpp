#pragma once

#include <string>
#include <string_view>

#include <offerkit/report/calendar/events.hpp>
#include <offerkit/report/product/sink.hpp>

namespace offerkit::render {

/// Days as an iCalendar file (RFC 5545) for any calendar program: whole-day events that block no time.
///
/// Lines end with CRLF and are folded at 75 octets, never inside a character; text is escaped and holds no control
/// characters. The same days give the same bytes: the time stamp is the start of the as-of day, and an event's UID
/// follows from its key alone (a version 5 UUID, RFC 4122), so that a calendar that imports the file again updates what
/// it has instead of adding it twice. The name of the program is in `PRODID`.
/// It is written piece by piece, as its days are made.
void write_icalendar(const report::CalendarFacts& facts, const report::Sink& sink);

/// The UID of the event with that key.
[[nodiscard]] std::string calendar_uid(std::string_view key);

/// One content line, folded and ended. `line` is UTF-8 without line ends.
[[nodiscard]] std::string folded_line(std::string_view line);

}  // namespace offerkit::render
