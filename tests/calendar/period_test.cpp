#include "support/catch.hpp"

#include <string>

#include <rapidcheck.h>

#include <offerkit/calendar/period.hpp>

#include <offerkit/calendar/other_unit.hpp>

using offerkit::calendar::Date;
using offerkit::calendar::parse_period;
using offerkit::calendar::Period;

TEST_CASE("a period is read with its unit, singular or plural at any count") {
    CHECK(parse_period("4 years") == Period::months(48));
    CHECK(parse_period("1 month") == Period::months(1));
    CHECK(parse_period("1 months") == Period::months(1));
    CHECK(parse_period("2 year") == Period::months(24));
    CHECK(parse_period("90 days") == Period::days(90));
    CHECK(parse_period("2 weeks") == Period::days(14));
    CHECK(parse_period("0 days")->is_zero());
    CHECK(parse_period("0 months") == parse_period("0 days"));
    CHECK(parse_period("1100 years") == Period::months(13'200));
}

TEST_CASE("90 days are not 3 months, and one is never turned into the other") {
    CHECK_FALSE(Period::days(90) == Period::months(3));
    CHECK_FALSE(Period::days(90).divided_by(Period::months(1)));
    CHECK_FALSE(Period::months(3).divided_by(Period::days(30)));
    const Date start = *Date::of(2026, 12, 1);
    CHECK(Period::days(90).after(start) == *Date::of(2027, 3, 1));
    CHECK(Period::days(90).after(start) == Period::months(3).after(start));  // by chance, in a common year
    const Date later = *Date::of(2027, 3, 1);
    CHECK(Period::days(90).after(later) == *Date::of(2027, 5, 30));
    CHECK(Period::months(3).after(later) == *Date::of(2027, 6, 1));
}

TEST_CASE("what is not a period is refused with the way to write one") {
    const std::string how =
        "a period is a whole number and a unit: \"4 years\", \"1 month\", \"90 days\" or \"2 weeks\"";
    for (const char* text :
         {"",         "4",          "years",     "4years",        "4  years", " 4 years", "4 years ",   "-4 years",
          "+4 years", "4.5 years",  "4 monthss", "4 s",           "4 ",       "4 Years",  "four years", "4 quarters",
          "4 yr",     "1_000 days", "4\tyears",  "4 days 2 weeks"}) {
        CAPTURE(text);
        const auto read = parse_period(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error() == how);
    }
    for (const char* text : {"1101 years", "13201 months", "99999999999999999999 days", "9999999 weeks"}) {
        CAPTURE(text);
        const auto read = parse_period(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error() == "a period is at most 1100 years");
    }
}

TEST_CASE("a period is printed as people say it and read back the same") {
    CHECK(to_string(Period::months(48)) == "4 years");
    CHECK(to_string(Period::months(12)) == "1 year");
    CHECK(to_string(Period::months(18)) == "18 months");
    CHECK(to_string(Period::months(1)) == "1 month");
    CHECK(to_string(Period::months(0)) == "0 months");
    CHECK(to_string(Period::days(14)) == "14 days");
    support::holds("round trip", [] {
        const Period any = *rc::gen::arbitrary<bool>() ? Period::months(*rc::gen::inRange(0, 13'201))
                                                       : Period::days(*rc::gen::inRange(0, 401'776));
        const auto read = parse_period(to_string(any));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == any);
        RC_ASSERT(read->in_months() == any.in_months());
    });
}

TEST_CASE("a period is divided only when it is a whole number of steps") {
    CHECK(Period::months(48).divided_by(Period::months(3)) == 16);
    CHECK_FALSE(Period::months(48).divided_by(Period::months(7)));
    CHECK(Period::days(0).divided_by(Period::months(3)) == 0);
    CHECK_FALSE(Period::months(48).divided_by(Period::months(0)));
}

TEST_CASE("many periods after an origin never wrap round the calendar") {
    const Date start = *Date::of(2026, 1, 31);
    CHECK(Period::months(1).after(start, 1) == *Date::of(2026, 2, 28));
    CHECK(Period::months(1).after(start, 2) == *Date::of(2026, 3, 31));
    CHECK(Period::days(30).after(start, 2) == *Date::of(2026, 4, 1));
    CHECK(Period::months(13'200).after(start, 2'000'000'000) == *Date::of(9999, 12, 31));
    CHECK(Period::days(401'775).after(start, 2'000'000'000) == *Date::of(9999, 12, 31));
    CHECK(Period::months(13'200).after(start, -2'000'000'000) == *Date::of(1, 1, 1));
}

TEST_CASE("lengths are compared in years of twelve months or 365.25 days") {
    CHECK(Period::months(18).in_years() == 1.5);
    CHECK(Period::days(1461).in_years() == 4.0);
}

TEST_CASE("a period in the other unit is about as long, and one in its own unit is the same") {
    using Unit = Period::Unit;
    CHECK(about_in(Period::days(90), Unit::months) == Period::months(3));
    CHECK(about_in(Period::days(365), Unit::months) == Period::months(12));
    CHECK(about_in(Period::days(10), Unit::months).is_zero());
    CHECK(about_in(Period::months(12), Unit::days) == Period::days(365));
    CHECK(about_in(Period::months(24), Unit::days) == Period::days(730));
    CHECK(about_in(Period::months(5), Unit::months) == Period::months(5));
    CHECK(about_in(Period::months(2'000'000'000), Unit::days) == Period::days(1'000'000));
}
