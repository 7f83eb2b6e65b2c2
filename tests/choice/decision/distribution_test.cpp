// The law of a weighted sum of ratings (docs/numbers.md, "Deciding").

#include <vector>

#include <offerkit/choice/decision/detail/distribution.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::decision;

TEST_CASE(
    "combinations multiply over the factors with weight, an unknown as two, and are counted to one beyond the most") {
    const Rating unknown{.kind = RatingKind::unknown};
    Rating of_three{};
    of_three.outcomes.resize(3);
    const std::vector<Rating> ratings{unknown, of_three, unknown, unknown};
    const auto count = [&](const std::vector<double>& weights, std::size_t most) {
        return detail::Distribution::combinations(ratings, weights, most);
    };
    CHECK(count({0.25, 0.25, 0.25, 0.25}, 100) == 24);
    CHECK(count({0.5, 0, 0.25, 0.25}, 100) == 8);
    CHECK(count({0, 0, 0, 0}, 100) == 1);
    CHECK(count({0.25, 0.25, 0.25, 0.25}, 24) == 24);
    CHECK(count({0.25, 0.25, 0.25, 0.25}, 23) == 24);
    CHECK(count({0.25, 0.25, 0.25, 0.25}, 5) == 6);
}
