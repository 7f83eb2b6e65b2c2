#include <offerkit/report/one_file/days.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {
namespace {

/// So many rows in the list; a calendar program takes the rest.
constexpr std::size_t most_days = 30;

/// A row that stands for several days.
struct Again {
    std::size_t row = 0;
    std::size_t times = 1;
    calendar::Date last;
};

bool is_plain_vest(const CalendarEvent& event) {
    return event.kind == CalendarKind::vest && event.summary.find("(cliff)") == std::string::npos;
}

}  // namespace

Page days_part(const CalendarFacts& days, calendar::Date as_of) {
    Table table;
    table.columns = {{"Day", Align::left, Priority::key}, {"What"}};
    std::map<std::string, Again> again;
    std::size_t more = 0;
    for (std::size_t i = 0; i < days.count; ++i) {
        const auto event = days.event(i);
        if (event.date < as_of) {
            continue;
        }
        const bool plain_vest = is_plain_vest(event);
        if (const auto found = again.find(event.summary); !plain_vest && found != again.end()) {
            ++found->second.times;
            found->second.last = event.date;
        } else if (plain_vest || table.rows.size() == most_days) {
            ++more;
        } else {
            again.emplace(event.summary, Again{table.rows.size(), 1, event.date});
            table.row({Cell(to_string(event.date)), Cell(event.summary)});
        }
    }
    for (const auto& [summary, found] : again) {
        if (found.times > 1) {
            table.rows[found.row].cells[1].text += diagnostic::formatted(
                " (the first of {}, the last on {})", std::to_string(found.times), to_string(found.last));
        }
    }
    Page page;
    if (table.rows.empty()) {
        return page;
    }
    page.add(std::move(table));
    if (more > 0) {
        page.text(diagnostic::formatted(
            "{}, most of them vests: `offerkit vest --format ics` puts them all in your calendar.",
            counted(more, "more day")));
    }
    return page;
}

}  // namespace offerkit::report
