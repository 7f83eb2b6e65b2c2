// Cliffs and limits of schedules whose portions leave 64 bits: what is true of plain portions is true of them too.

#include <map>
#include <string>
#include <vector>

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::Period;
using model::Allocation;
using model::Cliff;
using model::Segment;
using model::VestingTerms;
using offers::date;
using quantity::Fraction;

namespace {

using Codes = std::vector<std::string>;

constexpr std::int64_t finest = 4'000'000'000'000'000'000;
const Fraction quarter = *Fraction::of(1, 4);

Segment monthly(std::int64_t part, std::int64_t of = finest) {
    return {.portion = *Fraction::of(part, of), .over = Period::months(12), .every = Period::months(1)};
}

/// A year that gives next to nothing, in twelfths too fine for 64 bits, and a year that gives the rest.
VestingTerms two_years() {
    VestingTerms terms;
    terms.segments = {monthly(1), monthly(finest - 1)};
    return terms;
}

struct Laid {
    std::map<Date, std::int64_t> given{};  // what each day gives, where it gives anything
    Codes codes{};
    bool refused = false;
};

/// 1,200 shares from 1 March 2026.
Laid laid(const VestingTerms& terms) {
    const auto start = date(2026, 3, 1);
    diagnostic::Diagnostics diagnostics;
    const auto schedule = timeline::expand({.vesting = terms,
                                            .quantity = 1'200,
                                            .start = start,
                                            .grant_date = start,
                                            .allocation = Allocation::cumulative_round_down},
                                           {{}, start}, diagnostics);
    Laid result{.refused = !schedule};
    for (const auto& problem : diagnostics.all()) {
        result.codes.emplace_back(problem.code);
    }
    if (schedule) {
        for (const auto& tranche : schedule->tranches) {
            if (!tranche.quantity.is_zero()) {
                result.given[*tranche.date] += tranche.quantity.whole();
            }
        }
    }
    return result;
}

/// The first of a month, so many months after the start, with what it gives.
std::map<Date, std::int64_t> steps(int first, std::int64_t at_first, int last, std::int64_t each) {
    std::map<Date, std::int64_t> result{{date(2026, 3, 1).plus_months(first), at_first}};
    for (int month = first + 1; month <= last; ++month) {
        result[date(2026, 3, 1).plus_months(month)] = each;
    }
    return result;
}

}  // namespace

TEST_CASE("a cliff over fine portions holds back all before it, or gives its own portion of the whole") {
    // The second year gives 1,200/12 a month.
    auto terms = two_years();
    CHECK(laid(terms).given == steps(13, 100, 24, 100));
    terms.cliff = Cliff{.after = Period::months(18), .portion = {}};
    CHECK(laid(terms).given == steps(18, 600, 24, 100));
    CHECK(laid(terms).codes.empty());
    // 300 on the cliff, and 900 over the six months that follow it.
    terms.cliff->portion = quarter;
    CHECK(laid(terms).given == steps(18, 300, 24, 150));
    CHECK(laid(terms).codes.empty());
}

TEST_CASE("a cliff over fine portions that nothing follows is told, and refused where it leaves a rest") {
    auto terms = two_years();
    terms.cliff = Cliff{.after = Period::months(24), .portion = {}};
    CHECK(laid(terms).codes == Codes{"cliff-at-end"});
    CHECK(laid(terms).given == steps(24, 1'200, 24, 0));
    terms.cliff->portion = Fraction{1};
    CHECK(laid(terms).codes == Codes{"cliff-at-end"});
    CHECK(laid(terms).given == steps(24, 1'200, 24, 0));
    terms.cliff->portion = quarter;
    CHECK(laid(terms).codes == Codes{"cliff-past-end"});
    CHECK(laid(terms).refused);
    terms.cliff = Cliff{.after = Period::months(25), .portion = {}};
    CHECK(laid(terms).codes == Codes{"cliff-past-end"});
    CHECK(laid(terms).refused);
}

TEST_CASE("a stretch of a fine portion with a cliff of its own leaves those before and behind it as they are") {
    // Next to nothing, half and half. Of the 600 of the second year 150 come on the cliff and 75 in each of the six
    // months behind it; the third year gives 50 a month.
    VestingTerms terms;
    terms.segments = {monthly(1), monthly(finest / 2 - 1), monthly(1, 2)};
    terms.segments[1].cliff = Cliff{.after = Period::months(6), .portion = quarter};
    auto expected = steps(18, 150, 24, 75);
    expected.merge(steps(25, 50, 36, 50));
    CHECK(laid(terms).given == expected);
    CHECK(laid(terms).codes.empty());
}

TEST_CASE("behind a fine portion come weeks, days and what vests at once, each on its own day") {
    // Next to nothing until 2027-03-01; then a quarter in four weeks, a quarter at once behind them, and the rest in
    // two steps of ten days, which a cliff of eleven days brings together.
    VestingTerms terms;
    terms.segments = {
        monthly(1),
        {.portion = quarter, .over = Period::days(28), .every = Period::days(7)},
        {.portion = quarter, .over = Period::days(0), .every = Period::days(0)},
        {.portion = *Fraction::of(finest / 2 - 1, finest), .over = Period::days(20), .every = Period::days(10)},
    };
    terms.segments.back().cliff = Cliff{.after = Period::days(11), .portion = {}};
    // The first of the two steps is half of slightly less than 600, behind slightly more than 600: together as much as
    // half of next to nothing above 900, so that it gives all of its 300.
    const std::map<Date, std::int64_t> expected{{date(2027, 3, 8), 75},  {date(2027, 3, 15), 75},
                                                {date(2027, 3, 22), 75}, {date(2027, 3, 29), 75 + 300},
                                                {date(2027, 4, 9), 300}, {date(2027, 4, 18), 300}};
    CHECK(laid(terms).given == expected);
    CHECK(laid(terms).codes.empty());
}

TEST_CASE("behind a fine portion the calendar still ends in 2999") {
    // A year from 2026-03-01 on and 972 more end on 2999-03-01.
    const auto codes = [](int years) {
        auto terms = two_years();
        terms.segments[1].over = Period::months(12 * years);
        terms.segments[1].every = terms.segments[1].over;
        return laid(terms).codes;
    };
    CHECK(codes(972).empty());
    CHECK(codes(973) == Codes{"schedule-too-long"});
}

TEST_CASE("parts of shares are exact where only their portions are too fine, and refused where they are too") {
    constexpr std::int64_t shares = 1'000'000'000'000'000'000;
    const auto expand = [](const VestingTerms& terms, std::int64_t quantity, diagnostic::Diagnostics& diagnostics) {
        return timeline::expand({.vesting = terms,
                                 .quantity = quantity,
                                 .start = date(2026, 3, 1),
                                 .grant_date = date(2026, 3, 1),
                                 .allocation = Allocation::fractional},
                                {{}, date(2026, 3, 1)}, diagnostics);
    };
    // One share of 10^18 over twelve months, and all others at once behind them.
    VestingTerms terms;
    terms.segments = {monthly(1, shares), monthly(shares - 1, shares)};
    terms.segments[1].every = terms.segments[1].over;
    diagnostic::Diagnostics none;
    const auto schedule = expand(terms, shares, none);
    REQUIRE(schedule);
    CHECK(none.all().empty());
    REQUIRE(schedule->tranches.size() == 13);
    CHECK(schedule->tranches.front().quantity.exact() == *Fraction::of(1, 12));
    CHECK(schedule->tranches.back().quantity.exact() == Fraction{shares - 1});
    // Of a single share a month gives 1/(12 x 10^18).
    diagnostic::Diagnostics told;
    CHECK_FALSE(expand(terms, 1, told));
    REQUIRE(told.all().size() == 1);
    CHECK(told.all()[0].code == "overflow");
}

TEST_CASE("portions that have no common denominator of a few thousand bits are refused once") {
    // Of 150 numbers in a row near 2^62 the least common multiple has more than 8,400 bits: the product has 9,300, and
    // what they share divides 150!, which has 873.
    VestingTerms terms;
    for (std::int64_t i = 0; i < 150; ++i) {
        terms.segments.push_back({.portion = *Fraction::of(1, (std::int64_t{1} << 62) - i),
                                  .over = Period::months(1),
                                  .every = Period::months(1)});
    }
    CHECK(laid(terms).refused);
    CHECK(laid(terms).codes == Codes{"overflow"});
}

TEST_CASE("a month in which no day is named is told once, also where the portions are too fine for 64 bits") {
    // 1/2 + 1/6 + ... + 1/(60 x 61) + 1/61 = 1, a month each; days are named in February and August alone.
    const auto offer_of = [](int count) {
        std::string text =
            "company = \"A\"\ncurrency = \"USD\"\nstart = 2023-01-16\n[[grant]]\nquantity = 1_000_003\n"
            "align = [\"02-28\", \"08-31\"]\n";
        for (int n = 1; n <= count; ++n) {
            text += "[[grant.segment]]\nportion = \"1/" + std::to_string(n == count ? n : n * (n + 1)) +
                    "\"\nover = \"1 month\"\nevery = \"1 month\"\n";
        }
        return offers::read(text);
    };
    for (const int count : {3, 61}) {
        const auto offer = offer_of(count);
        diagnostic::Diagnostics diagnostics;
        const auto resolved = timeline::resolve(offer, offer.grants.at(0), date(2023, 1, 16), diagnostics);
        REQUIRE(resolved);
        REQUIRE(diagnostics.all().size() == 1);
        CHECK(diagnostics.all()[0].code == "unnamed-vest-day");
        // Vesting starts on 2023-02-28; March names no day, August does.
        CHECK(resolved->schedule.tranches.front().date == date(2023, 3, 28));
        CHECK(resolved->schedule.tranches.front().quantity == quantity::Shares{500'001});
        CHECK(resolved->schedule.tranches.size() == static_cast<std::size_t>(count));
        if (count > 6) {
            CHECK(resolved->schedule.tranches[5].date == date(2023, 8, 31));
        }
    }
}
