#include <vector>

#include <offerkit/report/one_file/days.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using report::CalendarEvent;
using report::CalendarKind;

namespace {

calendar::Date day(int month, int of_month) { return calendar::Date::clamped(2026, month, of_month); }

report::Page part_of(const std::vector<CalendarEvent>& events) {
    report::CalendarFacts facts{.as_of = day(2, 1)};
    facts.count = events.size();
    facts.event = [&](std::size_t i) { return events[i]; };
    return report::days_part(facts, day(2, 1));
}

}  // namespace

TEST_CASE("payments in the same words are one row, plain vests and days gone by none") {
    const auto page = part_of({{day(1, 1), CalendarKind::first_day, "a", "A: first day", ""},
                               {day(2, 1), CalendarKind::sign_on, "b", "A: Sign-on of USD 9,167 paid", ""},
                               {day(3, 1), CalendarKind::vest, "c", "A: 100 shares vest (cliff)", ""},
                               {day(3, 1), CalendarKind::sign_on, "d", "A: Sign-on of USD 9,167 paid", ""},
                               {day(4, 1), CalendarKind::vest, "e", "A: 10 shares vest", ""},
                               {day(4, 1), CalendarKind::sign_on, "f", "A: Sign-on of USD 9,167 paid", ""}});
    REQUIRE(page.blocks.size() == 2);
    const auto& rows = std::get<report::Table>(page.blocks[0]).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells[0].text == "2026-02-01");
    CHECK(rows[0].cells[1].text == "A: Sign-on of USD 9,167 paid (the first of 3, the last on 2026-04-01)");
    CHECK(rows[1].cells[1].text == "A: 100 shares vest (cliff)");
    CHECK(std::get<report::Paragraph>(page.blocks[1]).text.starts_with("1 more day, most of them vests"));
}

TEST_CASE("where every day has gone by nothing is said") {
    CHECK(part_of({{day(1, 1), CalendarKind::first_day, "a", "A: first day", ""}}).blocks.empty());
}
