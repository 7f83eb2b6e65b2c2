// Who leads if one goal were all that counts, or most of it (docs/numbers.md, "Deciding").

#include <vector>

#include <offerkit/choice/decision/lenses.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using namespace offerkit::choice::decision;
using model::Goal;

namespace {

Rating certain(double value) { return {.outcomes = {{1, value * 10, value}}, .rating = value * 10, .value = value}; }

Judgement judgement(const std::vector<std::pair<double, Goal>>& factors, const Values& values) {
    Judgement one;
    for (const auto& [weight, goal] : factors) {
        one.factors.push_back({.id = "f", .weight = weight, .goal = goal});
    }
    for (const auto& row : values) {
        auto& ratings = one.ratings.emplace_back();
        for (const double value : row) {
            ratings.push_back(certain(value));
        }
    }
    return one;
}

}  // namespace

TEST_CASE("a goal by itself counts its own factors by their weights, and 60% of it leaves 40% to the rest by theirs") {
    const auto lenses =
        goal_lenses(judgement({{0.3, Goal::impact}, {0.1, Goal::impact}, {0.4, Goal::brand}, {0.2, Goal::none}},
                              {{0.8, 0.4, 0.1, 0.7}, {0.2, 0.6, 0.9, 0.4}}));
    REQUIRE(lenses.size() == 4);
    CHECK(lenses[0].goal == Goal::impact);
    CHECK(lenses[0].share == 1);
    // 0.75 x 0.8 + 0.25 x 0.4, and 0.75 x 0.2 + 0.25 x 0.6.
    CHECK(lenses[0].values[0] == Approx(0.7).margin(1e-12));
    CHECK(lenses[0].values[1] == Approx(0.3).margin(1e-12));
    CHECK(lenses[0].winner == 0);
    // The rest by its own weights of 2 to 1: 0.3 and 0.7333.
    CHECK(lenses[1].share == Approx(0.6));
    CHECK(lenses[1].values[0] == Approx(0.6 * 0.7 + 0.4 * 0.3).margin(1e-12));
    CHECK(lenses[1].values[1] == Approx(0.6 * 0.3 + 0.4 * (2 * 0.9 + 0.4) / 3).margin(1e-12));
    CHECK(lenses[2].goal == Goal::brand);
    CHECK(lenses[2].winner == 1);
    CHECK(lenses[2].values[1] == Approx(0.9).margin(1e-12));
}

TEST_CASE("a goal without weight has no lens, and one with all of it only the whole") {
    CHECK(goal_lenses(judgement({{1, Goal::none}, {0, Goal::impact}}, {{0.5, 0.5}, {0.4, 0.4}})).empty());
    const auto all = goal_lenses(judgement({{1, Goal::impact}, {0, Goal::brand}}, {{0.5, 0.5}, {0.4, 0.4}}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].share == 1);
}

TEST_CASE("who ties with the best of a lens is named with it, the first in the order given being the winner") {
    const auto lenses = goal_lenses(judgement({{0.5, Goal::money_now}, {0.5, Goal::money_later}},
                                              {{0.2, 0.9}, {0.7, 0.1}, {0.7, 0.2}, {0.5, 0.9}}));
    REQUIRE(lenses.size() == 4);
    CHECK(lenses[0].winner == 1);
    CHECK(lenses[0].tied_with == std::vector<std::size_t>{2});
    CHECK(lenses[2].winner == 0);
    CHECK(lenses[2].tied_with == std::vector<std::size_t>{3});
    CHECK(lenses[1].tied_with.empty());
}
