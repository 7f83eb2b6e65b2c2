#include <limits>

#include <rapidcheck.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <offerkit/timeline/allocation.hpp>

#include "support/catch.hpp"

using offerkit::model::Allocation;
using offerkit::quantity::Fraction;
using offerkit::quantity::Shares;
using offerkit::timeline::Installment;
using offerkit::timeline::Run;

namespace {

std::vector<std::int64_t> even(Allocation rule, std::int64_t quantity, std::int64_t parts, std::int64_t& lost) {
    std::vector<Installment> grid;
    auto day = *offerkit::calendar::Date::of(2026, 1, 1);
    for (std::int64_t i = 0; i < parts; ++i) {
        grid.emplace_back(day.plus_days(i), 0);
    }
    const std::vector<Run> runs{{1, 0, static_cast<std::size_t>(parts), *Fraction::of(1, parts), Fraction{1}}};
    Shares rest;
    REQUIRE(allocate(rule, quantity, grid, runs, rest));
    lost = rest.whole();
    std::vector<std::int64_t> amounts;
    for (const auto& installment : grid) {
        amounts.push_back(installment.amount);
    }
    return amounts;
}

std::vector<std::int64_t> even(Allocation rule, std::int64_t quantity, std::int64_t parts) {
    std::int64_t lost = 0;
    return even(rule, quantity, parts, lost);
}

using Amounts = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("each allocation rule divides 18 over 4 and 37 over 5 as its definition says") {
    // docs/numbers.md, "Allocation".
    struct Row {
        Allocation rule;
        Amounts eighteen;
        Amounts thirty_seven;
    };
    const auto row = GENERATE(values<Row>({
        {Allocation::cumulative_round_down, {4, 5, 4, 5}, {7, 7, 8, 7, 8}},
        {Allocation::cumulative_rounding, {5, 4, 5, 4}, {7, 8, 7, 8, 7}},
        {Allocation::cumulative_round_up, {5, 4, 5, 4}, {8, 7, 8, 7, 7}},
        {Allocation::front_loaded, {5, 5, 4, 4}, {8, 8, 7, 7, 7}},
        {Allocation::back_loaded, {4, 4, 5, 5}, {7, 7, 7, 8, 8}},
        {Allocation::front_loaded_to_single_tranche, {6, 4, 4, 4}, {9, 7, 7, 7, 7}},
        {Allocation::back_loaded_to_single_tranche, {4, 4, 4, 6}, {7, 7, 7, 7, 9}},
        {Allocation::round_up_short_last, {5, 5, 5, 3}, {8, 8, 8, 8, 5}},
        {Allocation::truncate_forfeit, {4, 4, 4, 4}, {7, 7, 7, 7, 7}},
    }));
    CHECK(even(row.rule, 18, 4) == row.eighteen);
    CHECK(even(row.rule, 37, 5) == row.thirty_seven);
}

TEST_CASE("only truncating loses shares, and it says how many") {
    std::int64_t lost = 0;
    static_cast<void>(even(Allocation::truncate_forfeit, 37, 5, lost));
    CHECK(lost == 2);
    static_cast<void>(even(Allocation::round_up_short_last, 37, 5, lost));
    CHECK(lost == 0);
}

TEST_CASE("every rule gives out exactly the grant, whatever its size and number of tranches") {
    support::holds("sum", [] {
        const auto quantity = *rc::gen::inRange<std::int64_t>(0, 9'007'199'254'740'991);
        const auto parts = *rc::gen::inRange<std::int64_t>(1, 200);
        const auto rule = *rc::gen::element(
            Allocation::cumulative_round_down, Allocation::cumulative_rounding, Allocation::cumulative_round_up,
            Allocation::front_loaded, Allocation::back_loaded, Allocation::front_loaded_to_single_tranche,
            Allocation::back_loaded_to_single_tranche, Allocation::round_up_short_last, Allocation::truncate_forfeit);
        std::int64_t lost = 0;
        std::int64_t sum = 0;
        for (const auto amount : even(rule, quantity, parts, lost)) {
            RC_ASSERT(amount >= 0);
            sum += amount;
        }
        RC_ASSERT(sum + lost == quantity);
    });
}

TEST_CASE("cumulative rules agree with exact integers of any size, over runs of different weights") {
    using boost::multiprecision::cpp_int;
    support::holds("oracle", [] {
        const auto quantity = *rc::gen::inRange<std::int64_t>(1, 9'007'199'254'740'991);
        const auto stretches = *rc::gen::inRange<std::size_t>(1, 8);
        const auto counts = *rc::gen::container<std::vector<int>>(stretches, rc::gen::inRange(1, 30));
        const auto shares =
            *rc::gen::container<std::vector<std::int64_t>>(counts.size(), rc::gen::inRange<std::int64_t>(1, 100));
        std::int64_t whole = 0;
        for (const auto share : shares) {
            whole += share;
        }
        std::vector<Installment> grid;
        std::vector<Run> runs;
        auto day = *offerkit::calendar::Date::of(2026, 1, 1);
        for (std::size_t r = 0; r < counts.size(); ++r) {
            runs.push_back({static_cast<std::int32_t>(r + 1), grid.size(), static_cast<std::size_t>(counts[r]),
                            *Fraction::of(shares[r], whole * counts[r]), *Fraction::of(shares[r], whole)});
            for (int i = 0; i < counts[r]; ++i) {
                grid.emplace_back(day, 0);
                day = day.plus_days(1);
            }
        }
        const auto rule = *rc::gen::element(Allocation::cumulative_round_down, Allocation::cumulative_rounding,
                                            Allocation::cumulative_round_up);
        Shares lost;
        RC_PRE(allocate(rule, quantity, grid, runs, lost));
        // f(i) as one fraction over the product of all denominators, in integers without a limit.
        cpp_int denominator = whole;
        for (const auto count : counts) {
            denominator *= count;
        }
        cpp_int weight = 0;
        cpp_int given = 0;
        for (const auto& run : runs) {
            for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                weight += denominator / run.weight.denominator() * run.weight.numerator();
                cpp_int expected = weight * quantity;
                if (rule == Allocation::cumulative_rounding) {
                    expected = (expected * 2 + denominator) / (denominator * 2);
                } else if (rule == Allocation::cumulative_round_up) {
                    expected = (expected + denominator - 1) / denominator;
                } else {
                    expected /= denominator;
                }
                given += grid[i].amount;
                RC_ASSERT(given == expected);
            }
        }
    });
}

TEST_CASE("shares are given by the days of the grid, whatever the order of its runs, and last to what has no day") {
    const auto day = *offerkit::calendar::Date::of(2026, 1, 1);
    // 10 over three runs of a third each: 3, 3 and 4 by time.
    std::vector<Installment> grid{{std::nullopt, 0}, {day.plus_days(2), 0}, {day, 0}};
    const Fraction third = *Fraction::of(1, 3);
    const std::vector<Run> runs{{1, 0, 1, third, third}, {2, 1, 1, third, third}, {3, 2, 1, third, third}};
    Shares lost;
    REQUIRE(allocate(Allocation::cumulative_round_down, 10, grid, runs, lost));
    CHECK(grid[2].amount == 3);
    CHECK(grid[1].amount == 3);
    CHECK(grid[0].amount == 4);
    CHECK(lost == Shares{0});
}

TEST_CASE("weights whose common denominator leaves 62 bits are left to wider numbers") {
    const auto day = *offerkit::calendar::Date::of(2026, 1, 1);
    const auto fits = [&](std::int64_t below) {
        const Fraction fine = *Fraction::of(1, below);
        const Fraction rest = *Fraction{1}.minus(fine);
        std::vector<Installment> grid{{day, 0}, {day.plus_days(1), 0}};
        const std::vector<Run> runs{{1, 0, 1, fine, fine}, {2, 1, 1, rest, rest}};
        Shares lost;
        return allocate(Allocation::cumulative_round_down, std::numeric_limits<std::int64_t>::max(), grid, runs, lost);
    };
    CHECK(fits(std::int64_t{1} << 62));
    CHECK_FALSE(fits((std::int64_t{1} << 62) + 1));
}

TEST_CASE("parts of shares are exact, each and in their sum, or there are none") {
    const auto parts = [](std::int64_t quantity, const std::vector<Fraction>& weights) {
        std::vector<Run> runs;
        for (const Fraction& weight : weights) {
            runs.push_back({1, runs.size(), 2, weight, weight});
        }
        std::vector<Fraction> exact;
        return allocate_fractionally(quantity, runs, exact) ? exact : std::vector<Fraction>{};
    };
    const Fraction quarter = *Fraction::of(1, 4);
    CHECK(parts(18, {quarter, quarter}) == std::vector<Fraction>(4, *Fraction::of(9, 2)));
    const auto fine = [](std::int64_t below) { return *Fraction::of(1, below); };
    CHECK(parts(1, {fine(2'000'000'011)}).size() == 2);
    CHECK(parts(1, {fine(2'000'000'011), fine(2'000'000'033)}).size() == 4);
    CHECK(parts(1, {fine(2'000'000'011), fine(2'000'000'033), fine(2'000'000'063)}).empty());
    CHECK(parts(std::numeric_limits<std::int64_t>::max(), {Fraction{2}}).empty());
}
