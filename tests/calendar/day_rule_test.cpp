#include "support/catch.hpp"

#include <rapidcheck.h>

#include <offerkit/calendar/day_rule.hpp>

using offerkit::calendar::Date;
using offerkit::calendar::DayRule;
using offerkit::calendar::days_in_month;
using Kind = offerkit::calendar::DayRule::Kind;

namespace {

Date day(int year, int month, int of_month) {
    const auto made = Date::of(year, month, of_month);
    REQUIRE(made.has_value());
    return *made;
}

}  // namespace

TEST_CASE("each rule picks its day in the month that lies so many months on") {
    // docs/numbers.md, "Vesting".
    const Date begin = day(2024, 1, 31);
    CHECK(DayRule{}.apply(begin, 0, 31) == begin);
    CHECK(DayRule{}.apply(begin, 1, 31) == day(2024, 2, 29));
    CHECK(DayRule{}.apply(begin, 2, 31) == day(2024, 3, 31));
    CHECK(DayRule{Kind::anchor_day_minus_one}.apply(begin, 1, 31) == day(2024, 2, 28));
    CHECK(DayRule{Kind::anchor_day_minus_one}.apply(begin, 2, 31) == day(2024, 3, 30));
    CHECK(DayRule{Kind::first_day}.apply(begin, 1, 31) == day(2024, 2, 1));
    CHECK(DayRule{Kind::last_day}.apply(begin, 13, 31) == day(2025, 2, 28));
    CHECK(DayRule::fixed(31).apply(begin, 3, 31) == day(2024, 4, 30));
    CHECK(DayRule::fixed(15).apply(begin, 1, 31) == day(2024, 2, 15));
    CHECK(DayRule::fixed(30).apply(begin, 1, 31) == day(2024, 2, 29));
}

TEST_CASE("a segment that begins on a clamped day finds the anchor's day again") {
    // docs/numbers.md, "Vesting".
    // Of a vesting start on the 31st: a segment that begins on 28 February still vests at the ends of March and April.
    const Date begin = day(2027, 2, 28);
    CHECK(DayRule{}.apply(begin, 1, 31) == day(2027, 3, 31));
    CHECK(DayRule{}.apply(begin, 2, 31) == day(2027, 4, 30));
    CHECK(DayRule{Kind::anchor_day_minus_one}.apply(begin, 1, 31) == day(2027, 3, 30));
    CHECK(DayRule{}.apply(begin, 1, 31) == day(2027, 3, 31));
    CHECK(DayRule{}.apply(begin, -1, 31) == day(2027, 1, 31));
    CHECK(DayRule{}.apply(begin, 12, 30) == day(2028, 2, 29));
}

TEST_CASE("the day before a first of the month is the end of the month before") {
    CHECK(DayRule{Kind::anchor_day_minus_one}.apply(day(2026, 3, 1), 12, 1) == day(2027, 2, 28));
    CHECK(DayRule{Kind::anchor_day_minus_one}.apply(day(2026, 1, 1), 12, 1) == day(2026, 12, 31));
}

TEST_CASE("a rule that names a day stays in its month, clamped to the month's end") {
    support::holds("any begin, any month, any day", [] {
        const Date begin =
            Date::clamped(*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32));
        const int anchor = *rc::gen::inRange(1, 32);
        const int months = *rc::gen::inRange(0, 600);
        const int wanted = *rc::gen::inRange(1, 32);
        const Date same = begin.plus_months(months);
        const int length = days_in_month(same.year(), same.month());
        const Date fixed = DayRule::fixed(wanted).apply(begin, months, anchor);
        RC_ASSERT(fixed.year() == same.year() && fixed.month() == same.month());
        RC_ASSERT(fixed.day() == (wanted < length ? wanted : length));
        RC_ASSERT(DayRule{Kind::last_day}.apply(begin, months, anchor).day() == length);
        RC_ASSERT(DayRule{Kind::first_day}.apply(begin, months, anchor).day() == 1);
        const Date on_anchor = DayRule{}.apply(begin, months, anchor);
        RC_ASSERT(on_anchor.day() == (anchor < length ? anchor : length));
        RC_ASSERT(DayRule{Kind::anchor_day_minus_one}.apply(begin, months, anchor).plus_days(1) == on_anchor);
        // Where nothing was clamped, the anchor is the day one began on.
        RC_ASSERT(DayRule{}.apply(begin, months, begin.day()) == same);
    });
}
