// How large a part of all weights puts an offer first, where that is worked out by hand (docs/numbers.md, "Deciding").

#include <vector>

#include <offerkit/choice/decision/acceptability.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::decision;

TEST_CASE("central weights are given by factor, those without weight as nothing, after an offer that never wins too") {
    const Values values{{0, 1, 0}, {1, 0, 1}, {0.5, 0.5, 0.5}, {2, 0, 0}};
    const std::vector<double> weights{0.5, 0, 0.5};
    const auto all = acceptabilities(values, weights, 4'000, 1);
    REQUIRE(all.any_weights.size() == 4);
    CHECK_FALSE(all.any_weights[0].central_weights.has_value());
    CHECK_FALSE(all.any_weights[2].central_weights.has_value());
    // 2 w against w + (1 - w): the last is first from w = 1/2 on, so that the middles of the halves are 1/4 and 3/4.
    REQUIRE(all.any_weights[1].central_weights.has_value());
    REQUIRE(all.any_weights[3].central_weights.has_value());
    const std::vector<double>& second = *all.any_weights[1].central_weights;
    const std::vector<double>& last = *all.any_weights[3].central_weights;
    REQUIRE(second.size() == 3);
    REQUIRE(last.size() == 3);
    CHECK(second[0] == Approx(0.25).margin(0.01));
    CHECK(second[1] == 0);
    CHECK(second[2] == Approx(0.75).margin(0.01));
    CHECK(last[0] == Approx(0.75).margin(0.01));
    CHECK(last[1] == 0);
    CHECK(last[2] == Approx(0.25).margin(0.01));
    CHECK(all.any_weights[1].ranks[0] == Approx(0.5).margin(0.04));
    CHECK(all.any_weights[0].ranks[3] == 1);
    // Both weights are stated alike: every order of them, which is every weight.
    REQUIRE(all.under_order[3].central_weights.has_value());
    CHECK(all.under_order[3].central_weights->size() == 3);
    CHECK((*all.under_order[3].central_weights)[0] == Approx(0.75).margin(0.01));
    CHECK((*all.under_order[3].central_weights)[1] == 0);
}

TEST_CASE("offers that tie everywhere share their ranks, and each other one has its own") {
    const Values values{{1, 0}, {0.2, 0.2}, {1, 0}, {0, 1}};
    const auto all = acceptability(values, 20'000, 5);
    REQUIRE(all.size() == 4);
    // At w on the first factor: w, 0.2 and 1 - w; the two alike are first for w > 1/2, last for w < 0.2.
    for (const std::size_t alike : {0U, 2U}) {
        CHECK(all[alike].ranks[0] == Approx(0.25).margin(0.02));
        CHECK(all[alike].ranks[1] == Approx(0.25 + 0.15).margin(0.02));
        CHECK(all[alike].ranks[2] == Approx(0.1 + 0.15).margin(0.02));
        CHECK(all[alike].ranks[3] == Approx(0.1).margin(0.02));
    }
    CHECK(all[3].ranks[0] == Approx(0.5).margin(0.02));
    CHECK(all[3].ranks[2] == Approx(0.3).margin(0.02));
    CHECK(all[3].ranks[3] == Approx(0.2).margin(0.02));
    CHECK(all[1].ranks[0] == 0);
    CHECK(all[1].ranks[1] == Approx(0.2).margin(0.02));
}

TEST_CASE("the middle of all weights in a stated order is worked out by hand, with groups of equals too") {
    // Whoever is better at everything wins at all of them. Of three the largest is 11/18 on average, then 5/18, 2/18.
    const Values values{{1, 1, 1}, {0, 0, 0}};
    const auto middle = [&](const std::vector<std::vector<std::size_t>>& order) {
        const auto all = acceptability_under_order(values, order, 40'000, 3);
        CHECK(all[0].ranks[0] == 1);
        CHECK(all[0].half_width == 0);
        REQUIRE(all[0].central_weights.has_value());
        return *all[0].central_weights;
    };
    const auto near = [](double value) { return Approx(value).margin(0.006); };
    const auto strict = middle({{2}, {0}, {1}});
    CHECK(strict[2] == near(11 / 18.0));
    CHECK(strict[0] == near(5 / 18.0));
    CHECK(strict[1] == near(2 / 18.0));
    const auto first_alike = middle({{0, 2}, {1}});
    CHECK(first_alike[0] == near(8 / 18.0));
    CHECK(first_alike[2] == near(8 / 18.0));
    CHECK(first_alike[1] == near(2 / 18.0));
    const auto last_alike = middle({{1}, {0, 2}});
    CHECK(last_alike[1] == near(11 / 18.0));
    CHECK(last_alike[0] == near(3.5 / 18.0));
    const auto all_alike = middle({{0, 1, 2}});
    CHECK(all_alike[0] == near(1 / 3.0));
    CHECK(all_alike[2] == near(1 / 3.0));
    // In no group, and so without weight.
    const auto two = middle({{1}, {0}});
    CHECK(two[1] == near(0.75));
    CHECK(two[0] == near(0.25));
    CHECK(two[2] == 0);
}

TEST_CASE("in a stated order an offer is first at the weights that its gains ask for") {
    // -w + 3 (1 - w) > 0 up to w = 3/4, of w from 1/2 to 1; of all weights three quarters.
    const Values values{{0, 3}, {1, 0}};
    const auto near = [](double value) { return Approx(value).margin(0.02); };
    CHECK(acceptability_under_order(values, {{0}, {1}}, 20'000, 1)[0].ranks[0] == near(0.5));
    CHECK(acceptability_under_order(values, {{1}, {0}}, 20'000, 1)[0].ranks[0] == 1);
    CHECK(acceptability_under_order(values, {{0, 1}}, 20'000, 1)[0].ranks[0] == near(0.75));
    CHECK(acceptability(values, 20'000, 1)[0].ranks[0] == near(0.75));
}
