// How sure a choice is, from draws, where it is worked out by hand as well (docs/numbers.md, "Deciding").

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <offerkit/choice/decision/rating_distribution.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::decision;

namespace {

using Row = std::vector<Rating>;

Rating certain(double value) { return {.outcomes = {{1, value, value}}, .value = value}; }

Rating unknown() { return {.kind = RatingKind::unknown, .value = 0.5}; }

/// Values with their chances.
Rating either(const std::vector<std::pair<double, double>>& cases) {
    Rating rating{.kind = RatingKind::range};
    for (const auto& [value, chance] : cases) {
        rating.outcomes.push_back({chance, value, value});
        rating.value += value * chance;
    }
    return rating;
}

constexpr std::uint64_t draws = 40'000;
/// Five standard deviations of a chance of one half.
const double reach = 5 * 0.5 / std::sqrt(double(draws));

}  // namespace

TEST_CASE("draws find the chances, the best that is to be expected and the regrets worked out by hand") {
    // Half of what is certain, 0.6, and half of 1 or 0 with a chance of 30%: 0.8 or 0.3, against 0.5 and 0.4.
    const std::vector<Row> ratings{
        {certain(0.6), either({{1, 0.3}, {0, 0.7}})}, {certain(0.2), certain(0.8)}, {certain(0.4), certain(0.4)}};
    const std::vector<double> weights{0.5, 0.5};
    const Prospects found = sampled_prospects(ratings, weights, draws, 1);
    CHECK(found.sampled);
    CHECK(found.probability_best[0] == Approx(0.3).margin(reach));
    CHECK(found.probability_best[1] == Approx(0.7).margin(reach));
    CHECK(found.probability_best[2] == 0);
    // .3 x 0.8 + .7 x 0.5 = 0.59, of which the offers have 0.45, 0.5 and 0.4.
    CHECK(found.expected_best == Approx(0.59).margin(reach));
    CHECK(found.expected_regret[0] == Approx(0.14).margin(reach));
    CHECK(found.expected_regret[1] == Approx(0.09).margin(reach));
    CHECK(found.expected_regret[2] == Approx(0.19).margin(reach));
    CHECK(found.half_width == Approx(1.96 * std::sqrt(0.21 / draws)).epsilon(0.05));
}

TEST_CASE("an unknown lies anywhere between nothing and its weight, beside what is certain") {
    // 0.4 u + 0.3 against 0.5: ahead for u over a half, and then by 0.1 on average.
    const std::vector<Row> ratings{{unknown(), certain(0.5)}, {certain(0.5), certain(0.5)}};
    const std::vector<double> weights{0.4, 0.6};
    const Prospects found = sampled_prospects(ratings, weights, draws, 2);
    CHECK(found.probability_best[0] == Approx(0.5).margin(reach));
    CHECK(found.expected_best == Approx(0.55).margin(reach));
    const Prospects exact = prospects(ratings, weights, 1, 1);
    CHECK_FALSE(exact.sampled);
    CHECK(exact.expected_best == Approx(0.55).epsilon(1e-12));
}

TEST_CASE("who is best together shares it, in any number of draws") {
    const std::vector<Row> ratings{{certain(0.5)}, {certain(0.2)}, {certain(0.5)}};
    for (const std::uint64_t some : {1U, 2U, 3U, 255U, 256U, 257U, 1'001U}) {
        const Prospects found = sampled_prospects(ratings, std::vector<double>{1}, some, 1);
        CAPTURE(some);
        CHECK(found.probability_best == std::vector<double>{0.5, 0, 0.5});
        CHECK(found.expected_best == Approx(0.5).epsilon(1e-12));
        CHECK(found.expected_regret[0] == Approx(0).margin(1e-12));
        CHECK(found.expected_regret[1] == Approx(0.3).epsilon(1e-12));
    }
}

TEST_CASE("what has no weight takes no part in a draw, however uncertain it is") {
    const std::vector<Row> ratings{{certain(0.6), unknown()}, {certain(0.5), either({{0, 0.5}, {1, 0.5}})}};
    const Prospects found = sampled_prospects(ratings, std::vector<double>{1, 0}, 500, 1);
    CHECK(found.probability_best == std::vector<double>{1, 0});
    CHECK(found.half_width == 0);
}

TEST_CASE("the order in which offers are given changes no bit of what is drawn for them") {
    // All have the same expected values, and begin alike; only their cases tell them apart.
    std::vector<Row> ratings{{either({{0, 0.2}, {0.5, 0.6}, {1, 0.2}}), certain(0.3)},
                             {either({{0, 0.2}, {0.25, 0.3}, {0.75, 0.3}, {1, 0.2}}), certain(0.3)},
                             {either({{0, 0.2}, {0.5, 0.6}, {1, 0.2}}), either({{0.2, 0.5}, {0.4, 0.5}})},
                             {either({{0, 0.5}, {1, 0.5}}), either({{0.2, 0.25}, {0.3, 0.5}, {0.4, 0.25}})},
                             {unknown(), either({{0.1, 0.5}, {0.5, 0.5}})}};
    for (Row& row : ratings) {
        row[0].value = 0.5;
        row[1].value = 0.3;
    }
    const std::vector<double> weights{0.7, 0.3};
    const Prospects first = sampled_prospects(ratings, weights, 3'000, 9);
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    for (int i = 0; i < 20; ++i) {
        std::next_permutation(order.begin(), order.end());
        std::rotate(order.begin(), order.begin() + 2, order.end());
        std::vector<Row> moved;
        for (const std::size_t offer : order) {
            moved.push_back(ratings[offer]);
        }
        const Prospects then = sampled_prospects(moved, weights, 3'000, 9);
        for (std::size_t place = 0; place < order.size(); ++place) {
            CAPTURE(i, place);
            CHECK(then.probability_best[place] == first.probability_best[order[place]]);
        }
    }
}

TEST_CASE("beyond 65,536 combinations of an offer its prospects are drawn, and up to them they are exact") {
    // Each of two cases: 16 of them are 2^16.
    const auto drawn = [](std::size_t factors) {
        const std::vector<Row> ratings{Row(factors, either({{0, 0.5}, {1, 0.5}})), Row(factors, certain(0.4))};
        const std::vector<double> weights(factors, 1 / double(factors));
        return prospects(ratings, weights, 64, 1).sampled;
    };
    CHECK_FALSE(drawn(16));
    CHECK(drawn(17));
    // An unknown counts as two.
    const auto with_unknown = [](std::size_t factors) {
        Row row(factors, either({{0, 0.5}, {1, 0.5}}));
        row[0] = unknown();
        const std::vector<double> weights(factors, 1 / double(factors));
        return prospects({row, Row(factors, certain(0.4))}, weights, 64, 1).sampled;
    };
    CHECK_FALSE(with_unknown(16));
    CHECK(with_unknown(17));
}

TEST_CASE("beyond a hundred unknowns in all they are drawn, and a hundred alike win one time in a hundred") {
    const auto found = [](std::size_t offers) {
        return prospects(std::vector<Row>(offers, Row{unknown()}), std::vector<double>{1}, 64, 1);
    };
    const Prospects exact = found(100);
    CHECK_FALSE(exact.sampled);
    CHECK(exact.probability_best[37] == Approx(0.01).epsilon(1e-9));
    // The best of a hundred.
    CHECK(exact.expected_best == Approx(100 / 101.0).epsilon(1e-9));
    CHECK(found(101).sampled);
}
