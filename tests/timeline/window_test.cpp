// The stretch of time that figures are of: which year a day belongs to (docs/numbers.md, "Dates and years").

#include <rapidcheck.h>

#include <offerkit/timeline/window.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::Period;
using offers::date;
using timeline::Window;

TEST_CASE("a vest on an anniversary belongs to the year that ends there, what is paid at once to the one that begins") {
    const Window window{date(2026, 3, 2), Period::months(24), false, std::nullopt};
    CHECK(window.years() == 2);
    CHECK(window.year_of(date(2025, 12, 31)) == 1);  // before the first day
    CHECK(window.year_of(date(2026, 3, 2)) == 1);
    CHECK(window.year_of(date(2027, 3, 2)) == 1);
    CHECK(window.year_of(date(2027, 3, 3)) == 2);
    CHECK(window.year_of(date(2028, 3, 2)) == 2);
    CHECK(window.year_of(date(2028, 3, 3)) == 0);
    CHECK(window.year_begun_by(date(2027, 3, 1)) == 1);
    CHECK(window.year_begun_by(date(2027, 3, 2)) == 2);
    CHECK(window.year_begun_by(date(2028, 3, 1)) == 2);
    CHECK(window.year_begun_by(date(2028, 3, 2)) == 0);
}

TEST_CASE("the job held now counts what comes after the first day alone") {
    const Window window{date(2026, 3, 2), Period::months(12), true, std::nullopt};
    CHECK(window.year_of(date(2026, 3, 1)) == 0);
    CHECK(window.year_of(date(2026, 3, 2)) == 0);
    CHECK(window.year_of(date(2026, 3, 3)) == 1);
    CHECK(window.year_begun_by(date(2026, 3, 2)) == 0);
    CHECK(window.year_begun_by(date(2026, 3, 3)) == 1);
    CHECK_FALSE(window.just_outside(date(2026, 3, 2)));
}

TEST_CASE("nothing is paid after the last day employed, and a vest that stays may still come") {
    const Window window{date(2026, 3, 2), Period::months(24), false, date(2026, 12, 31)};
    CHECK(window.year_of(date(2026, 12, 31)) == 1);
    CHECK(window.year_of(date(2027, 1, 1)) == 0);
    CHECK(window.year_of_vest(date(2027, 1, 1)) == 1);
    CHECK(window.year_of_vest(date(2027, 3, 3)) == 2);
    CHECK(window.year_begun_by(date(2027, 1, 1)) == 0);
}

TEST_CASE("up to three months past the end a vest is told beside the figures, and not longer") {
    const Window window{date(2026, 3, 2), Period::months(12), false, std::nullopt};
    CHECK_FALSE(window.just_outside(date(2027, 3, 2)));
    CHECK(window.just_outside(date(2027, 3, 3)));
    CHECK(window.just_outside(date(2027, 6, 2)));
    CHECK_FALSE(window.just_outside(date(2027, 6, 3)));
}

TEST_CASE("a horizon that ends within a year has a short last one") {
    const Window months{date(2026, 3, 2), Period::months(18), false, std::nullopt};
    CHECK(months.years() == 2);
    CHECK(months.year_to(1) == date(2027, 3, 2));
    CHECK(months.year_to(2) == date(2027, 9, 2));
    const Window days{date(2026, 3, 2), Period::days(366), false, std::nullopt};
    CHECK(days.years() == 2);
    CHECK(days.year_from(2) == date(2027, 3, 2));
    CHECK(days.year_to(2) == date(2027, 3, 3));
}

TEST_CASE("every day of a window belongs to one year, the one whose bounds hold it") {
    support::holds("years by their bounds", [] {
        const Date start =
            Date::clamped(*rc::gen::inRange(2020, 2030), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32));
        const bool in_months = *rc::gen::arbitrary<bool>();
        const int length = *rc::gen::inRange(1, in_months ? 80 : 2'000);
        const Window window{start, in_months ? Period::months(length) : Period::days(length), false, std::nullopt};
        const Date day = start.plus_days(*rc::gen::inRange(-5, 2'600));
        const int year = window.year_of(day);
        RC_ASSERT((year == 0) == (day > window.end()));
        if (year != 0) {
            RC_ASSERT(year <= window.years());
            RC_ASSERT(day <= window.year_to(year));
            RC_ASSERT(year == 1 || day > window.year_from(year));
        }
    });
}
