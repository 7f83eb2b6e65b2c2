// What a cliff holds back and what it releases of its own (docs/numbers.md, "Cliff"). Each answer is worked out by
// hand.

#include <string>
#include <vector>

#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Period;
using model::Allocation;
using model::Cliff;
using model::Segment;
using model::VestingTerms;
using offers::date;
using quantity::Fraction;
using tranches::Rows;

namespace {

const Fraction half = *Fraction::of(1, 2);

Segment stretch(Fraction portion, int over, int every) {
    return {.portion = portion, .over = Period::months(over), .every = Period::months(every)};
}

struct Laid {
    Rows rows{};  // "1 2026-09-01 300": the segment, the day and the shares
    Rows problems{};
};

/// A schedule from 1 March 2026.
Laid laid(const VestingTerms& terms, std::int64_t quantity = 1'200,
          Allocation allocation = Allocation::cumulative_round_down) {
    const auto start = date(2026, 3, 1);
    diagnostic::Diagnostics diagnostics;
    const auto schedule = timeline::expand(
        {.vesting = terms, .quantity = quantity, .start = start, .grant_date = start, .allocation = allocation},
        {{}, start}, diagnostics);
    Laid result;
    if (schedule) {
        const Rows plain = tranches::rows(*schedule);
        for (std::size_t i = 0; i < plain.size(); ++i) {
            result.rows.push_back(std::to_string(schedule->tranches[i].segment) + " " + plain[i]);
        }
    }
    for (const auto& problem : diagnostics.all()) {
        result.problems.push_back(std::string{problem.code} + ": " + problem.message);
    }
    return result;
}

/// A year in quarters.
VestingTerms quarters(Cliff cliff) { return {.segments = {stretch(Fraction{1}, 12, 3)}, .cliff = cliff}; }

}  // namespace

TEST_CASE("a cliff holds back what comes before it, and changes nothing where nothing does") {
    CHECK(laid(quarters({.after = Period::months(6)})).rows ==
          Rows{"1 2026-09-01 600", "1 2026-12-01 300", "1 2027-03-01 300"});
    CHECK(laid(quarters({.after = Period::months(1)})).rows ==
          Rows{"1 2026-06-01 300", "1 2026-09-01 300", "1 2026-12-01 300", "1 2027-03-01 300"});
    CHECK(laid(quarters({.after = Period::days(100)})).rows ==
          Rows{"1 2026-06-09 300", "1 2026-09-01 300", "1 2026-12-01 300", "1 2027-03-01 300"});
}

TEST_CASE("a portion of its own comes on the cliff, and the rest is shared by what follows") {
    CHECK(laid(quarters({.after = Period::months(6), .portion = Fraction::of(1, 4)})).rows ==
          Rows{"1 2026-09-01 300", "1 2026-12-01 450", "1 2027-03-01 450"});
    CHECK(laid(quarters({.after = Period::months(6), .portion = Fraction{0}})).rows ==
          Rows{"1 2026-12-01 600", "1 2027-03-01 600"});
    CHECK(laid(quarters({.after = Period::months(1), .portion = Fraction::of(1, 3)})).rows ==
          Rows{"1 2026-04-01 400", "1 2026-06-01 200", "1 2026-09-01 200", "1 2026-12-01 200", "1 2027-03-01 200"});
    const auto all = laid(quarters({.after = Period::months(12), .portion = Fraction{1}}));
    CHECK(all.rows == Rows{"1 2027-03-01 1200"});
    CHECK(all.problems ==
          Rows{"cliff-at-end: nothing vests before the end: the cliff falls on the last tranche, 2027-03-01"});
}

TEST_CASE("a cliff of a whole schedule holds all of its stretches, and its portion is of all of them") {
    // Half in two steps of six months, half after another year.
    const auto two = [](Cliff cliff) {
        return laid({.segments = {stretch(half, 12, 6), stretch(half, 12, 12)}, .cliff = cliff});
    };
    CHECK(two({.after = Period::months(12)}).rows == Rows{"1 2027-03-01 600", "2 2028-03-01 600"});
    CHECK(two({.after = Period::months(18)}).rows == Rows{"1 2027-09-01 600", "2 2028-03-01 600"});
    // A tenth on the cliff; 1,080 on a quarter and on a half of the weight: 360 and 720.
    CHECK(two({.after = Period::months(6), .portion = Fraction::of(1, 10)}).rows ==
          Rows{"1 2026-09-01 120", "1 2027-03-01 360", "2 2028-03-01 720"});
    // All of the first stretch is before this one: 1,080 come in the second.
    CHECK(two({.after = Period::months(12), .portion = Fraction::of(1, 10)}).rows ==
          Rows{"1 2027-03-01 120", "2 2028-03-01 1080"});
    const auto last = two({.after = Period::months(24)});
    CHECK(last.rows == Rows{"1 2028-03-01 600", "2 2028-03-01 600"});
    CHECK(last.problems ==
          Rows{"cliff-at-end: nothing vests before the end: the cliff falls on the last tranche, 2028-03-01"});
    CHECK(two({.after = Period::months(24), .portion = Fraction{1}}).rows == Rows{"2 2028-03-01 1200"});
}

TEST_CASE("each stretch may have a cliff of its own, and one without keeps its steps") {
    VestingTerms terms{.segments = {stretch(half, 12, 3), stretch(Fraction{0}, 6, 3), stretch(half, 12, 3)}};
    terms.segments[0].portion = *Fraction::of(1, 4);
    terms.segments[1].portion = *Fraction::of(1, 4);
    terms.segments[2].cliff = Cliff{.after = Period::months(9), .portion = half};
    CHECK(laid(terms).rows == Rows{"1 2026-06-01 75", "1 2026-09-01 75", "1 2026-12-01 75", "1 2027-03-01 75",
                                   "2 2027-06-01 150", "2 2027-09-01 150", "3 2028-06-01 300", "3 2028-09-01 300"});
    terms.segments[0].cliff = Cliff{.after = Period::months(9), .portion = half};
    CHECK(laid(terms).rows == Rows{"1 2026-12-01 150", "1 2027-03-01 150", "2 2027-06-01 150", "2 2027-09-01 150",
                                   "3 2028-06-01 300", "3 2028-09-01 300"});
    terms.segments[2].cliff.reset();
    terms.segments[1].cliff = Cliff{.after = Period::months(4)};
    CHECK(laid(terms).rows == Rows{"1 2026-12-01 150", "1 2027-03-01 150", "2 2027-07-01 150", "2 2027-09-01 150",
                                   "3 2027-12-01 150", "3 2028-03-01 150", "3 2028-06-01 150", "3 2028-09-01 150"});
}

TEST_CASE("rules of quotas give a cliff its part of its stretch, rounded down, and divide the rest by their own") {
    const auto cliff = Cliff{.after = Period::months(6), .portion = half};
    // 50.5 of 101, then 51 in two.
    CHECK(laid(quarters(cliff), 101, Allocation::front_loaded).rows ==
          Rows{"1 2026-09-01 50", "1 2026-12-01 26", "1 2027-03-01 25"});
    CHECK(laid(quarters(cliff), 101, Allocation::back_loaded).rows ==
          Rows{"1 2026-09-01 50", "1 2026-12-01 25", "1 2027-03-01 26"});
    // 50 go to the first stretch and 51 to the second; of these 25 on the cliff, and 26 in two.
    VestingTerms two{.segments = {stretch(half, 12, 12), stretch(half, 12, 3)}};
    two.segments[1].cliff = cliff;
    CHECK(laid(two, 101, Allocation::front_loaded).rows ==
          Rows{"1 2027-03-01 50", "2 2027-09-01 25", "2 2027-12-01 13", "2 2028-03-01 13"});
    std::swap(two.segments[0], two.segments[1]);
    CHECK(laid(two, 101, Allocation::front_loaded).rows ==
          Rows{"1 2026-09-01 25", "1 2026-12-01 13", "1 2027-03-01 12", "2 2028-03-01 51"});
    // All of a stretch on its cliff leaves nothing to divide in it.
    two.segments[0].cliff = Cliff{.after = Period::months(12), .portion = Fraction{1}};
    CHECK(laid(two, 101, Allocation::front_loaded).rows == Rows{"1 2027-03-01 50", "2 2028-03-01 51"});
    CHECK(laid(quarters({.after = Period::months(12), .portion = Fraction{1}}), 101, Allocation::front_loaded).rows ==
          Rows{"1 2027-03-01 101"});
}

TEST_CASE("a cliff past the last tranche is refused, as is one that leaves a rest behind") {
    const auto past = laid(quarters({.after = Period::months(13)}));
    CHECK(past.rows.empty());
    CHECK(past.problems ==
          Rows{"cliff-past-end: the cliff (13 months) lies past the end of what it holds back (1 year)"});
    CHECK(laid(quarters({.after = Period::days(366)})).problems ==
          Rows{"cliff-past-end: the cliff (366 days, on 2027-03-02) lies past the last tranche on 2027-03-01"});
    const auto rest = laid(quarters({.after = Period::months(12), .portion = half}));
    CHECK(rest.rows.empty());
    CHECK(rest.problems ==
          Rows{"cliff-past-end: the cliff releases 50% and no tranche follows it to release the rest"});
    // Of a schedule of several stretches the last tranche of all is meant.
    const VestingTerms two{.segments = {stretch(half, 12, 6), stretch(half, 12, 12)},
                           .cliff = Cliff{.after = Period::months(25)}};
    CHECK(laid(two).problems ==
          Rows{"cliff-past-end: the cliff (25 months) lies past the end of what it holds back (2 years)"});
}
