// What knowing one rating before choosing is worth (docs/numbers.md, "Deciding").

#include <string>
#include <vector>

#include <offerkit/choice/decision/information.hpp>
#include <offerkit/choice/decision/must_have.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using namespace offerkit::choice::decision;

namespace {

Rating certain(double value) { return {.outcomes = {{1, value * 10, value}}, .rating = value * 10, .value = value}; }
Rating condition(double chance) {
    return {.kind = RatingKind::condition,
            .outcomes = {{chance, 10, 1}, {1 - chance, 0, 0}},
            .rating = 10 * chance,
            .value = chance};
}
Rating range(double low, double likely, double high) {
    return {.kind = RatingKind::range,
            .outcomes = {{0.3, low, low / 10}, {0.4, likely, likely / 10}, {0.3, high, high / 10}},
            .rating = 0.3 * low + 0.4 * likely + 0.3 * high,
            .value = 0.03 * low + 0.04 * likely + 0.03 * high};
}
Rating unknown() { return {.kind = RatingKind::unknown, .rating = 5, .value = 0.5}; }

Judgement judgement(const std::vector<double>& weights, std::vector<std::vector<Rating>> ratings) {
    Judgement one;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        one.factors.push_back({.id = std::to_string(j), .weight = weights[j]});
    }
    one.ratings = std::move(ratings);
    return one;
}

std::vector<MustHaveResult> against(const model::MustHave& must, const Rating& rating, double worst = 0,
                                    double best = 10) {
    model::Factor stated;
    stated.must = must;
    auto one = judgement({1}, {{rating}});
    one.factors[0].stated = &stated;
    one.factors[0].worst = worst;
    one.factors[0].best = best;
    return must_haves(one);
}

}  // namespace

TEST_CASE("a question is worth what the better choice after its answer gains, and nothing where no answer changes it") {
    // A is worth .5 x .8 + .5 p, B .5 x .6 + .5 x .5 = .55. With p = 40% A comes to .6. If p fails, B gains .15 at 60%.
    const auto found = questions(judgement({0.5, 0.5}, {{certain(0.8), condition(0.4)}, {certain(0.6), certain(0.5)}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].offer == 0);
    CHECK(found[0].factor == 1);
    CHECK(found[0].value == Approx(0.6 * 0.15).margin(1e-12));
    CHECK_FALSE(found[0].money.has_value());
    // A is ahead either way.
    const auto idle = questions(judgement({0.9, 0.1}, {{certain(0.8), condition(0.4)}, {certain(0.2), certain(0.5)}}));
    CHECK(idle.at(0).value == 0);
    // Alone there is nothing to choose, and without weight nothing to learn.
    CHECK(questions(judgement({1}, {{condition(0.4)}})).at(0).value == 0);
    CHECK(questions(judgement({1, 0}, {{certain(0.5), condition(0.4)}, {certain(0.5), certain(0.4)}})).at(0).value ==
          0);
}

TEST_CASE("an unknown is asked about by all its possible values, and a range is not asked about at all") {
    // A lies even on 0.4 to 0.6 at a weight of .2, against 0.55: better in the upper quarter, by 0.025 there.
    const auto found = questions(judgement({0.8, 0.2}, {{certain(0.5), unknown()}, {range(4, 5, 6), certain(0.75)}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == Approx(0.25 * 0.025).margin(1e-12));
    CHECK(questions(judgement({1}, {{range(1, 5, 9)}, {certain(0.5)}})).empty());
}

TEST_CASE("the most valuable question comes first, with its worth in pay where pay has weight") {
    auto one = judgement({0.25, 0.25, 0.5},
                         {{certain(0.5), condition(0.5), condition(0.5)}, {certain(0.5), certain(0.5), certain(0.5)}});
    one.money = 0;
    one.factors[0].worst = 100'000;
    one.factors[0].best = 300'000;
    const auto found = questions(one);
    REQUIRE(found.size() == 2);
    // Even before, half the time better by half of the weight. A fourth of the weight is 200,000 of pay.
    CHECK(found[0].factor == 2);
    CHECK(found[0].value == Approx(0.125).margin(1e-12));
    CHECK(*found[0].money == Approx(100'000).epsilon(1e-9));
    CHECK(found[1].factor == 1);
    CHECK(*found[1].money == Approx(50'000).epsilon(1e-9));
    one.factors[0].weight = 0;
    CHECK_FALSE(questions(one).at(0).money.has_value());
}

TEST_CASE("a bar is met by whoever stands on it, and what is missing is told in points") {
    const model::MustHave must{.at_least = quantity::Number{6}};
    CHECK(against(must, certain(0.6)).at(0).met);
    CHECK(against(must, certain(0.6)).at(0).shortfall == 0);
    const auto below = against(must, certain(0.5)).at(0);
    CHECK_FALSE(below.met);
    CHECK(below.chance == 0);
    CHECK(below.shortfall == Approx(1));
    CHECK(below.at_least == 6);
    CHECK(against(must, certain(0.9)).at(0).chance == 1);
    // On a scale of costs less is better.
    const Rating four{.outcomes = {{1, 4, 0.6}}, .rating = 4, .value = 0.6};
    CHECK(against({.at_least = quantity::Number{4}}, four, 10, 0).at(0).met);
    CHECK(against({.at_least = quantity::Number{5}}, four, 10, 0).at(0).met);
    const auto late = against({.at_least = quantity::Number{3}}, four, 10, 0).at(0);
    CHECK_FALSE(late.met);
    CHECK(late.shortfall == Approx(1));
    CHECK(judgement({1}, {{certain(0.5)}}).factors[0].stated == nullptr);
    CHECK(must_haves(judgement({1}, {{certain(0.5)}})).empty());
}

TEST_CASE("what may turn out either way meets a bar with its chance, and is enough where the asked chance is") {
    const auto bar = [](const char* chance) {
        return model::MustHave{.at_least = quantity::Number{5}, .chance = *quantity::parse_decimal(chance)};
    };
    const Rating open = range(2, 5, 8);
    CHECK(against({.at_least = quantity::Number{5}}, open).at(0).chance == Approx(0.7));
    CHECK_FALSE(against({.at_least = quantity::Number{5}}, open).at(0).met);
    CHECK(against(bar("0.7"), open).at(0).met);
    CHECK(against(bar("0.7"), open).at(0).required == Approx(0.7));
    CHECK_FALSE(against(bar("0.71"), open).at(0).met);
    // An unknown lies above 5 half the time; where that is too little it is open, not failed.
    CHECK(against(bar("0.5"), unknown()).at(0).met);
    CHECK(against(bar("0.5"), unknown()).at(0).known);
    const auto doubtful = against(bar("0.6"), unknown()).at(0);
    CHECK(doubtful.met);
    CHECK_FALSE(doubtful.known);
    CHECK(doubtful.shortfall == 0);
    CHECK(doubtful.chance == Approx(0.5));
    CHECK(against({.at_least = quantity::Number{8}}, unknown(), 10, 0).at(0).chance == Approx(0.8));
}
