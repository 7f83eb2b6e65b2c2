// Portions whose products leave 128 bits: exact all the same, against rational numbers of unlimited size.

#include <rapidcheck.h>

#include <offerkit/quantity/detail/wide_fraction.hpp>
#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/exact.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Period;
using quantity::Fraction;
using quantity::detail::WideFraction;
using support::big;
using support::BigInt;
using support::BigRational;

namespace {

constexpr std::int64_t ten_decimals = 10'000'000'000;

/// A portion of ten decimals, such as 83.33333333%.
Fraction fine(std::int64_t steps) { return *Fraction::of(steps, ten_decimals); }

std::optional<timeline::Schedule> spell_out(const model::VestingTerms& terms, std::int64_t shares,
                                            model::Allocation rule) {
    diagnostic::Diagnostics diagnostics;
    const auto start = offers::date(2025, 1, 1);
    return timeline::expand(
        {.vesting = terms, .quantity = shares, .start = start, .grant_date = start, .allocation = rule}, {{}, start},
        diagnostics);
}

}  // namespace

TEST_CASE("portions of ten decimals and cliff portions of ten decimals are computed exactly") {
    const auto resolved = offers::resolve_first(
        offers::read("company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[grant]]\nquantity = 100\n"
                     "[[grant.segment]]\nportion = \"83.33333333%\"\nover = \"12 months\"\nevery = \"1 month\"\n"
                     "cliff = { after = \"4 months\", portion = \"33.33333333%\" }\n"
                     "[[grant.segment]]\nportion = \"16.66666667%\"\nover = \"1 month\"\n"));
    CHECK(tranches::rows(resolved.schedule) ==
          tranches::Rows{"2025-05-01 27", "2025-06-01 7", "2025-07-01 7", "2025-08-01 7", "2025-09-01 7",
                         "2025-10-01 7", "2025-11-01 7", "2025-12-01 7", "2026-01-01 7", "2026-02-01 17"});
}

TEST_CASE("a schedule of fine portions gives what exact rational numbers say, by every cumulative rule") {
    support::holds("fine portions", [] {
        const auto first = *rc::gen::inRange<std::int64_t>(1, ten_decimals);
        const auto lump = *rc::gen::inRange<std::int64_t>(1, ten_decimals);
        const int steps = *rc::gen::inRange(2, 40);
        const int cliff = *rc::gen::inRange(1, steps);
        const auto shares = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000);
        const auto rule =
            *rc::gen::element(model::Allocation::cumulative_round_down, model::Allocation::cumulative_rounding,
                              model::Allocation::cumulative_round_up);
        model::VestingTerms terms;
        terms.segments.push_back({.portion = fine(first),
                                  .over = Period::months(steps),
                                  .every = Period::months(1),
                                  .cliff = model::Cliff{Period::months(cliff), fine(lump)}});
        terms.segments.push_back({.portion = fine(ten_decimals - first), .over = Period::months(1)});
        terms.segments.back().every = terms.segments.back().over;
        const auto schedule = spell_out(terms, shares, rule);
        RC_ASSERT(schedule);
        // The running total after the cliff, after each step past it, and at the end.
        const BigRational portion = big(fine(first));
        const BigRational at_cliff = portion * big(fine(lump));
        std::vector<BigRational> totals{at_cliff};
        for (int i = 1; i <= steps - cliff; ++i) {
            totals.push_back(at_cliff + (portion - at_cliff) * BigRational{i, steps - cliff});
        }
        totals.push_back(1);
        std::map<calendar::Date, quantity::Shares> given;
        for (const auto& tranche : schedule->tranches) {
            given[*tranche.date] += tranche.quantity;
        }
        quantity::Shares so_far;
        for (std::size_t i = 0; i < totals.size(); ++i) {
            const auto day = offers::date(2025, 1, 1).plus_months(cliff + static_cast<int>(i));
            so_far += given[day];
            const BigRational exact = totals[i] * shares;
            const BigInt expected = rule == model::Allocation::cumulative_round_down ? support::floor_of(exact)
                                    : rule == model::Allocation::cumulative_rounding ? support::nearest(exact)
                                                                                     : -support::floor_of(-exact);
            RC_ASSERT(BigInt{so_far.whole()} == expected);
        }
    });
}

TEST_CASE("every rule gives a schedule of fine portions out whole") {
    support::holds("fine sums", [] {
        const auto first = *rc::gen::inRange<std::int64_t>(1, ten_decimals);
        model::VestingTerms terms;
        for (const auto portion : {first, ten_decimals - first}) {
            terms.segments.push_back({.portion = fine(portion),
                                      .over = Period::months(12),
                                      .every = Period::months(1),
                                      .cliff = model::Cliff{Period::months(*rc::gen::inRange(1, 12)),
                                                            fine(*rc::gen::inRange<std::int64_t>(1, ten_decimals))}});
        }
        const auto rule =
            *rc::gen::element(model::Allocation::front_loaded, model::Allocation::back_loaded,
                              model::Allocation::front_loaded_to_single_tranche,
                              model::Allocation::back_loaded_to_single_tranche, model::Allocation::round_up_short_last,
                              model::Allocation::truncate_forfeit, model::Allocation::cumulative_rounding);
        const auto shares = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000);
        const auto schedule = spell_out(terms, shares, rule);
        RC_ASSERT(schedule);
        RC_ASSERT(tranches::sums(*schedule).total() == quantity::Shares{shares});
    });
}

TEST_CASE("portions of many different denominators add up to the whole exactly") {
    // 1/2 + 1/6 + 1/12 + ... + 1/(n (n + 1)) + 1/(n + 1) = 1.
    std::string portions;
    for (int n = 1; n <= 60; ++n) {
        portions += "\"1/" + std::to_string(n * (n + 1)) + "\", ";
    }
    const std::string text =
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[grant]]\nquantity = "
        "1_000_000\nvesting = { yearly = [" +
        portions + "\"1/61\"] }\n";
    const auto resolved = offers::resolve_first(offers::read(text));
    CHECK(tranches::sums(resolved.schedule).total() == quantity::Shares{1'000'000});
    CHECK(resolved.schedule.tranches.size() == 61);
}

TEST_CASE("such portions may stand in any order, and some of them may wait, whatever their denominators") {
    // By date 1/2, 1/6, ... 1/(60 x 61), 1/61: n/(n + 1) of the whole after n of them. In the file the last comes
    // first.
    constexpr int count = 60;
    model::VestingTerms dated;
    dated.dates.push_back({.date = offers::date(2026 + count, 1, 1), .portion = Fraction::of(1, count + 1)});
    for (int n = count; n >= 1; --n) {
        dated.dates.push_back({.date = offers::date(2025 + n, 1, 1), .portion = Fraction::of(1, n * (n + 1))});
    }
    constexpr std::int64_t shares = 1'000'003;
    const auto schedule = spell_out(dated, shares, model::Allocation::cumulative_round_down);
    REQUIRE(schedule);
    REQUIRE(schedule->tranches.size() == count + 1);
    std::int64_t so_far = 0;
    for (int n = 1; n <= count; ++n) {
        const auto& tranche = schedule->tranches[static_cast<std::size_t>(n - 1)];
        CHECK(tranche.date == offers::date(2025 + n, 1, 1));
        so_far += tranche.quantity.whole();
        CHECK(so_far == shares * n / (n + 1));
    }
    CHECK(so_far + schedule->tranches.back().quantity.whole() == shares);
    // A first stretch without a day: what has one comes before it and is counted before it.
    std::string segments = "[[grant.segment]]\nportion = \"1/61\"\nover = \"1 year\"\nstart = \"event:ipo\"\n";
    for (int n = 1; n <= count; ++n) {
        segments += "[[grant.segment]]\nportion = \"1/" + std::to_string(n * (n + 1)) + "\"\nover = \"1 year\"\n" +
                    (n == 1 ? "start = \"event:sale\"\n" : "");
    }
    const auto waits = offers::resolve_first(offers::read(
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[event]]\nid = \"ipo\"\n[[event]]\nid = "
        "\"sale\"\ndate = 2025-01-01\n[[grant]]\nquantity = 1_000_003\n" +
        segments));
    REQUIRE(waits.schedule.tranches.size() == count + 1);
    CHECK(waits.schedule.tranches[0].date == offers::date(2026, 1, 1));
    CHECK(waits.schedule.tranches[0].quantity == quantity::Shares{500'001});
    // 60/61 of 1,000,003 are 983,609.5.
    CHECK(waits.schedule.tranches.back().release == timeline::Release::pending);
    CHECK(waits.schedule.tranches.back().quantity == quantity::Shares{16'394});
}

TEST_CASE("a wide fraction computes as rational numbers of unlimited size do") {
    support::holds("wide fractions", [] {
        const auto any = [] {
            return *Fraction::of(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000),
                                 *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
        };
        const Fraction a = any();
        const Fraction b = any();
        const auto same = [](const std::optional<WideFraction>& wide, const BigRational& exact) {
            RC_ASSERT(wide);
            RC_ASSERT((BigRational{wide->numerator(), wide->denominator()} == exact));
        };
        same(WideFraction{a}.plus(WideFraction{b}), big(a) + big(b));
        same(WideFraction{a}.minus(WideFraction{b}), big(a) - big(b));
        same(WideFraction{a}.times(WideFraction{b}), big(a) * big(b));
        if (!b.is_zero()) {
            same(WideFraction{a}.over(WideFraction{b}), big(a) / big(b));
        }
        RC_ASSERT(WideFraction{a}.exact() == a);
    });
}

TEST_CASE("what leaves the bits that are kept gives nothing") {
    WideFraction power{std::int64_t{1} << 62};
    for (int i = 0; i < 6; ++i) {
        const auto next = power.times(power);
        REQUIRE(next);
        power = *next;
    }
    CHECK_FALSE(power.times(power));
    CHECK_FALSE(power.exact());
}
