#include <rapidcheck.h>

#include <offerkit/calendar/vest_day.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using offerkit::calendar::parse_vest_day;
using offerkit::calendar::VestDay;
using offers::date;

namespace {

VestDay day(const std::string& text) {
    const auto parsed = parse_vest_day(text);
    REQUIRE(parsed);
    return *parsed;
}

}  // namespace

TEST_CASE("a vest day is a day of the year, a weekday of a month, or the last one of it") {
    CHECK(day("02-15").in(2026) == date(2026, 2, 15));
    CHECK(day("03-3wed").in(2026) == date(2026, 3, 18));
    CHECK(day("12-2wed").in(2026) == date(2026, 12, 9));
    CHECK(day("12-lastfri").in(2026) == date(2026, 12, 25));
    CHECK(day("03-1sun").in(2026) == date(2026, 3, 1));
    CHECK(day("08-5mon").in(2026) == date(2026, 8, 31));
}

TEST_CASE("a vest day that a month lacks is its last") {
    CHECK(day("02-29").in(2024) == date(2024, 2, 29));
    CHECK(day("02-29").in(2025) == date(2025, 2, 28));
    // April 2026 has four Wednesdays and July five.
    CHECK(day("04-5wed").in(2026) == date(2026, 4, 29));
    CHECK(day("07-5wed").in(2026) == date(2026, 7, 29));
    CHECK(day("02-5wed").in(2026) == date(2026, 2, 25));
}

TEST_CASE("what is no vest day is refused") {
    for (const std::string text : {"", "2-15", "02-30", "13-01", "02-15 ", "03-0wed", "03-6wed", "03-wed", "03-3wes",
                                   "03-3WED", "03-lastwedn", "3wed", "last-wed", "00-1mon", "03-33wed", "03--1mon"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_vest_day(text));
    }
}

TEST_CASE("a vest day lies in its month, and the first on or after a date is the nearest to come") {
    support::holds("vest days", [] {
        const int month = *rc::gen::inRange(1, 13);
        const std::string weekday = *rc::gen::element<std::string>("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        const std::string which = *rc::gen::element<std::string>("1", "2", "3", "4", "5", "last");
        const std::string text = (month < 10 ? "0" : "") + std::to_string(month) + "-" + which + weekday;
        const VestDay vest = *parse_vest_day(text);
        RC_ASSERT(to_string(vest) == text);
        const auto from = date(2020, 1, 1).plus_days(*rc::gen::inRange(0, 10'000));
        const auto next = vest.on_or_after(from);
        RC_ASSERT(next >= from);
        RC_ASSERT(next.month() == month);
        RC_ASSERT(next.days_since(from) <= 372);
        RC_ASSERT(vest.in(next.year()) == next);
        const bool a_week_later = next.plus_days(7).month() == month;
        RC_ASSERT(which != "last" || !a_week_later);
        const bool counted = which != "last" && which != "5";
        if (counted) {
            RC_ASSERT((next.day() - 1) / 7 + 1 == std::stoi(which));
        }
    });
}
