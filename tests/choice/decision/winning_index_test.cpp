// How large a part of all weights puts one of two offers first, worked out by hand (docs/numbers.md, "Deciding").

#include <algorithm>
#include <numeric>
#include <vector>

#include <offerkit/choice/decision/winning_index.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::decision;

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

double index(const std::vector<double>& differences) { return winning_index(differences); }

OrderedIndex ordered(const std::vector<double>& differences, const Groups& order) {
    return winning_index_under_order(differences, order, 1);
}

}  // namespace

TEST_CASE("whoever is better at something and worse at nothing wins at all weights; equals share them") {
    CHECK(index({1, 1}) == 1);
    CHECK(index({1, 0}) == 1);
    CHECK(index({-1, 0}) == 0);
    CHECK(index({0, 0}) == 0.5);
    // What two ways of adding leave of nothing is nothing.
    CHECK(index({1e-15, -1e-15}) == 0.5);
    CHECK(index({1, -1e-15}) == 1);
}

TEST_CASE("the part of weights at which gains exceed losses") {
    CHECK(index({1, -1}) == Approx(0.5).epsilon(1e-14));
    // 2 w > 1 - w from w = 1/3 on.
    CHECK(index({2, -1}) == Approx(2 / 3.0).epsilon(1e-14));
    CHECK(index({2, 0, -1}) == Approx(2 / 3.0).epsilon(1e-14));
    // The third weight is above a half in a quarter of all.
    CHECK(index({1, 1, -1}) == Approx(0.75).epsilon(1e-14));
    CHECK(index({-1, -1, 1}) == Approx(0.25).epsilon(1e-14));
    CHECK(index({1, -1, 1, -1}) == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("in a stated order the heavier factors say more") {
    // -w + 3 (1 - w) > 0 up to w = 3/4, of w from 1/2 to 1.
    CHECK(ordered({-1, 3}, {{0}, {1}}).index == Approx(0.5).epsilon(1e-14));
    CHECK(ordered({-1, 3}, {{1}, {0}}).index == 1);
    CHECK(ordered({-1, 3}, {{0, 1}}).index == Approx(0.75).epsilon(1e-14));
    CHECK_FALSE(ordered({-1, 3}, {{0, 1}}).sampled);
    // Means -1, 1 and 2/3 in one order of the two alike: 0.7; 3, 1 and 2/3 in the other: 1.
    const OrderedIndex alike = ordered({-1, 3, 0}, {{0, 1}, {2}});
    CHECK(alike.index == Approx(0.85).epsilon(1e-14));
    CHECK_FALSE(alike.sampled);
    CHECK(ordered({-1, 3, 0}, {{1, 0}, {2}}).index == Approx(0.85).epsilon(1e-14));
    // In no group, and so without weight.
    CHECK(ordered({-1, 3, -100}, {{0}, {1}}).index == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("up to 720 orders of equals are all gone through, and of more some are drawn") {
    const std::vector<double> differences{-3, 2, 1, -1, 0.5, -0.25, 0.75, -0.5};
    CHECK_FALSE(ordered(differences, {{0, 1, 2, 3, 4, 5}, {6}, {7}}).sampled);
    CHECK(ordered(differences, {{0, 1, 2, 3, 4, 5, 6}, {7}}).sampled);
    CHECK(ordered(differences, {{0, 1, 2, 3, 4, 5}, {6, 7}}).sampled);
    CHECK_FALSE(ordered(differences, {{0, 1, 2, 3, 4}, {5, 6, 7}}).sampled);
    std::vector<std::size_t> order(7);
    std::iota(order.begin(), order.end(), std::size_t{0});
    double sum = 0;
    int count = 0;
    do {
        Groups each{};
        for (const std::size_t factor : order) {
            each.push_back({factor});
        }
        each.push_back({7});
        sum += ordered(differences, each).index;
        ++count;
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(count == 5'040);
    CHECK(ordered(differences, {{0, 1, 2, 3, 4, 5, 6}, {7}}).index == Approx(sum / count).margin(0.06));
}

TEST_CASE("where orders are drawn no place among equals is better than another") {
    // One gain against eight losses, behind it a factor of less weight: of equals it does not matter which gains.
    const auto gaining_at = [](std::size_t place) {
        std::vector<double> differences(10, -0.4);
        differences[place] = 2;
        const OrderedIndex found = ordered(differences, {{0, 1, 2, 3, 4, 5, 6, 7, 8}, {9}});
        CHECK(found.sampled);
        return found.index;
    };
    const double first = gaining_at(0);
    CHECK(first > 0.1);
    for (const std::size_t place : {4U, 7U, 8U}) {
        INFO(place);
        CHECK(gaining_at(place) == Approx(first).margin(0.06));
    }
}

TEST_CASE("each pair of offers is told once, by the factors that have weight") {
    const Values values{{1, 0, 9}, {0, 1, 0}, {0, 0, 5}};
    const auto pairs = pairwise(values, std::vector<double>{0.6, 0.4, 0}, 1);
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].a == 0);
    CHECK(pairs[0].b == 1);
    CHECK(pairs[1].b == 2);
    CHECK(pairs[2].a == 1);
    CHECK(pairs[0].index == Approx(0.5).epsilon(1e-14));
    CHECK(pairs[1].index == 1);
    CHECK(pairs[2].index == 1);
    // With the first factor the heavier, the first of the pair is ahead throughout.
    CHECK(pairs[0].index_under_order == 1);
    CHECK_FALSE(pairs[0].sampled);
}
