#include "support/catch.hpp"

#include <string>

#include <date/date.h>
#include <rapidcheck.h>

#include <offerkit/calendar/date.hpp>

using offerkit::calendar::Date;
using offerkit::calendar::DayOfYear;
using offerkit::calendar::days_in_month;
using offerkit::calendar::parse_date;
using offerkit::calendar::parse_day_of_year;

namespace {

Date day(std::string_view text) {
    const auto read = parse_date(text);
    REQUIRE(read.has_value());
    return *read;
}

rc::Gen<Date> any_date() {
    return rc::gen::exec([] {
        return Date::clamped(*rc::gen::inRange(1900, 3000), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32));
    });
}

// Counted from the calendar's rules alone, in the manner of school: no library, no clever formula.
bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int length_of_month(int year, int month) {
    switch (month) {
        case 2: return is_leap(year) ? 29 : 28;
        case 4:
        case 6:
        case 9:
        case 11: return 30;
        default: return 31;
    }
}

std::int64_t days_from_year_one(Date date) {
    std::int64_t days = 0;
    const int years = date.year() - 1;
    days += std::int64_t{365} * years + years / 4 - years / 100 + years / 400;
    for (int month = 1; month < date.month(); ++month) {
        days += length_of_month(date.year(), month);
    }
    return days + date.day();
}

}  // namespace

TEST_CASE("every day from 1900 to 2999 follows the one before it, counted day by day") {
    Date date = *Date::of(1900, 1, 1);
    const Date first = date;
    std::int64_t count = 0;
    int wrong = 0;
    for (int year = 1900; year <= 2999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            wrong += days_in_month(year, month) != length_of_month(year, month) ? 1 : 0;
            for (int of_month = 1; of_month <= length_of_month(year, month); ++of_month) {
                const bool right = date.year() == year && date.month() == month && date.day() == of_month &&
                                   date.days_since(first) == count && first.plus_days(count) == date;
                wrong += right ? 0 : 1;
                date = date.plus_days(1);
                ++count;
            }
            wrong += Date::of(year, month, length_of_month(year, month) + 1) ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
    CHECK(count == 401'767);
    CHECK(date == day("3000-01-01"));
}

TEST_CASE("days between dates agree with an independent count") {
    support::holds("from the rules of the calendar", [] {
        const Date a = *any_date();
        const Date b = *any_date();
        RC_ASSERT(a.days_since(b) == days_from_year_one(a) - days_from_year_one(b));
        RC_ASSERT(b.plus_days(a.days_since(b)) == a);
        RC_ASSERT((a < b) == (a.days_since(b) < 0));
    });
}

TEST_CASE("only days that exist can be made") {
    CHECK(Date::of(2024, 2, 29));
    CHECK_FALSE(Date::of(2023, 2, 29));
    CHECK_FALSE(Date::of(2100, 2, 29));
    CHECK(Date::of(2000, 2, 29));
    CHECK_FALSE(Date::of(2026, 4, 31));
    CHECK_FALSE(Date::of(2026, 0, 1));
    CHECK_FALSE(Date::of(2026, 13, 1));
    CHECK_FALSE(Date::of(2026, 1, 0));
    CHECK_FALSE(Date::of(2026, 1, -1));
    CHECK_FALSE(Date::of(0, 1, 1));
    CHECK_FALSE(Date::of(10'000, 1, 1));
    CHECK_FALSE(Date::of(67'562, 1, 1));  // 2026 in 16 bits
}

TEST_CASE("months are added from the origin, so the end of a short month does not stay") {
    // docs/numbers.md, "Dates and years".
    const Date origin = day("2024-01-31");
    CHECK(origin.plus_months(1) == day("2024-02-29"));
    CHECK(origin.plus_months(2) == day("2024-03-31"));
    CHECK(origin.plus_months(3) == day("2024-04-30"));
    CHECK(origin.plus_months(12) == day("2025-01-31"));
    CHECK(origin.plus_months(13) == day("2025-02-28"));
    CHECK(origin.plus_months(-2) == day("2023-11-30"));
    CHECK(day("2024-02-29").plus_months(12) == day("2025-02-28"));
    CHECK(day("2024-02-29").plus_months(48) == day("2028-02-29"));
    CHECK(day("2026-12-15").plus_months(1) == day("2027-01-15"));
    CHECK(day("2026-01-15").plus_months(-1) == day("2025-12-15"));
}

TEST_CASE("adding months agrees with the date library, clamped to the month's last day") {
    support::holds("any date and any months", [] {
        const Date from = *any_date();
        const int months = *rc::gen::inRange(-2'000, 13'200);
        auto expected = date::year{from.year()} / from.month() / from.day() + date::months{months};
        if (!expected.ok()) {
            expected = expected.year() / expected.month() / date::last;
        }
        RC_PRE(static_cast<int>(expected.year()) >= 1);
        const Date got = from.plus_months(months);
        RC_ASSERT(got.year() == static_cast<int>(expected.year()));
        RC_ASSERT(got.month() == static_cast<int>(static_cast<unsigned>(expected.month())));
        RC_ASSERT(got.day() == static_cast<int>(static_cast<unsigned>(expected.day())));
    });
    support::holds("the calendar repeats after 400 years", [] {
        const Date from = *any_date();
        const int months = *rc::gen::inRange(0, 1'200);
        RC_ASSERT(from.plus_months(4'800).plus_months(months) == from.plus_months(months).plus_months(4'800));
        RC_ASSERT(from.plus_months(4'800) == from.plus_days(146'097));
    });
}

TEST_CASE("dates that run off the calendar stay at its ends, never come round again") {
    const Date date = day("2026-03-02");
    const Date last = *Date::of(9999, 12, 31);
    const Date first = *Date::of(1, 1, 1);
    for (const int months : {96'000, 786'432, 1'000'000'000, std::numeric_limits<int>::max()}) {
        CAPTURE(months);
        CHECK(date.plus_months(months) == last);
        CHECK(date.plus_months(-months) == first);
    }
    for (const std::int64_t days : {std::int64_t{3'000'000}, std::int64_t{24'000'000}, std::int64_t{1} << 32,
                                    std::numeric_limits<std::int64_t>::max()}) {
        CAPTURE(days);
        CHECK(date.plus_days(days) == last);
        CHECK(date.plus_days(-days) == first);
    }
    CHECK(last.plus_days(1) == last);
    CHECK(first.plus_days(-1) == first);
    CHECK(last.plus_months(std::numeric_limits<int>::max()) == last);
    CHECK(first.plus_months(std::numeric_limits<int>::min()) == first);
}

TEST_CASE("whole months between dates are the most that still fit") {
    CHECK(day("2027-03-02").whole_months_since(day("2026-03-02")) == 12);
    CHECK(day("2027-03-01").whole_months_since(day("2026-03-02")) == 11);
    CHECK(day("2027-02-28").whole_months_since(day("2027-01-31")) == 1);
    CHECK(day("2024-02-28").whole_months_since(day("2024-01-31")) == 0);
    CHECK(day("2026-03-01").whole_months_since(day("2026-03-02")) == -1);
    support::holds("by the definition", [] {
        const Date earlier = *any_date();
        const Date later = *any_date();
        const int months = later.whole_months_since(earlier);
        RC_ASSERT(earlier.plus_months(months) <= later);
        RC_ASSERT(earlier.plus_months(months + 1) > later);
    });
}

TEST_CASE("a date is printed in ISO 8601 and read back") {
    CHECK(to_string(day("2026-03-02")) == "2026-03-02");
    CHECK(to_string(*Date::of(7, 1, 2)) == "0007-01-02");
    support::holds("round trip", [] {
        const Date any = *any_date();
        RC_ASSERT(parse_date(to_string(any)) == any);
    });
    for (const char* text : {"", "2026-3-02", "2026-03-2", "2026/03/02", "26-03-02", "2026-02-29", "2026-13-01",
                             "2026-00-10", "2026-01-00", "2026-03-02T00:00:00", " 2026-03-02", "2026-03-02 ",
                             "+026-03-02", "-026-03-02", "2026-03-0x", "20 6-03-02", "0000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("a vest day of the year comes next on or after a date, in February on the last day there is") {
    const auto vest_day = parse_day_of_year("02-15");
    REQUIRE(vest_day.has_value());
    CHECK(vest_day->on_or_after(day("2026-02-15")) == day("2026-02-15"));
    CHECK(vest_day->on_or_after(day("2026-02-16")) == day("2027-02-15"));
    CHECK(vest_day->on_or_after(day("2026-01-01")) == day("2026-02-15"));
    const auto leap_day = parse_day_of_year("02-29");
    REQUIRE(leap_day.has_value());
    CHECK(leap_day->in(2028) == day("2028-02-29"));
    CHECK(leap_day->in(2027) == day("2027-02-28"));
    CHECK(leap_day->on_or_after(day("2027-03-01")) == day("2028-02-29"));
    CHECK(leap_day->on_or_after(day("2027-02-28")) == day("2027-02-28"));
    for (const char* text :
         {"", "2-15", "02-30", "13-01", "00-10", "04-31", "02-15 ", "0215", "02/15", "2026-02-15", "x2-15"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day_of_year(text));
    }
    support::holds("never more than a leap year away, never before", [] {
        const Date from = *any_date();
        const DayOfYear of_year{*rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
        const Date next = of_year.on_or_after(from);
        RC_ASSERT(next >= from);
        RC_ASSERT(next.days_since(from) < 366);
        RC_ASSERT(next.month() == of_year.month && next.day() == of_year.day);
    });
}
