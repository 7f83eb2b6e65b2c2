// Two paths against each other, world by world, worked out by hand (docs/numbers.md, "Careers").

#include <vector>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

/// Two paths over a year and four hundred worlds, of which `a` is ahead from some months on.
struct Two {
    Terms terms{.horizon = 12, .looks = {12}};
    Worlds worlds{.count = 400};
    PairWorlds pair{.a = 0, .b = 1, .a_from = std::vector<std::uint32_t>(14), .b_from = std::vector<std::uint32_t>(14)};

    Two() {
        terms.paths = {{.id = "a"}, {.id = "b"}};
        worlds.paths.resize(2);
        for (PathWorlds& path : worlds.paths) {
            path.values = {Column(400, 100.0)};
            path.curve.assign(13, 0.0);
        }
        pair.b_from[13] = 400;
    }

    [[nodiscard]] PairFigures figures() const { return detail::pair_figures(terms, worlds, pair); }
};

}  // namespace

TEST_CASE("half of the worlds are ahead by the middle one, give or take the ones a standard deviation beside it") {
    Two two;
    two.pair.a_from[1] = 100;
    two.pair.a_from[5] = 100;
    two.pair.a_from[9] = 110;
    two.pair.a_from[13] = 90;
    const PairFigures found = two.figures();
    CHECK(found.a_for_good.never.value == Approx(0.225));
    REQUIRE(found.a_for_good.median_month.has_value());
    // The 200th in month 5; ten before it the same, ten after it in month 9.
    CHECK(found.a_for_good.median_month->value == 5);
    CHECK(found.a_for_good.median_month->error == 2);
    CHECK(found.b_for_good.never.value == 1);
    CHECK_FALSE(found.b_for_good.median_month.has_value());
    // All in one month: nothing is uncertain.
    two.pair.a_from.assign(14, 0);
    two.pair.a_from[7] = 400;
    CHECK(two.figures().a_for_good.median_month->value == 7);
    CHECK(two.figures().a_for_good.median_month->error == 0);
    CHECK(two.figures().a_for_good.never.value == 0);
    // One less than half.
    two.pair.a_from[7] = 199;
    two.pair.a_from[13] = 201;
    CHECK_FALSE(two.figures().a_for_good.median_month.has_value());
}

TEST_CASE("the means pay back from the month on after which one never falls behind again") {
    Two two;
    two.worlds.paths[0].curve = {0, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9, 9, 9};
    two.worlds.paths[1].curve = {0, 1, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6};
    CHECK(two.figures().a_for_good.of_means == 5);
    CHECK_FALSE(two.figures().b_for_good.of_means.has_value());
    two.worlds.paths[1].curve[12] = 10;
    CHECK_FALSE(two.figures().a_for_good.of_means.has_value());
    CHECK(two.figures().b_for_good.of_means == 12);
    // From the first month on.
    two.worlds.paths[0].curve.assign(13, 2.0);
    two.worlds.paths[1].curve.assign(13, 1.0);
    CHECK(two.figures().a_for_good.of_means == 1);
    two.worlds.paths[1].curve.assign(13, 2.0);
    CHECK_FALSE(two.figures().a_for_good.of_means.has_value());
}

TEST_CASE("the chance of being ahead counts ties as halves, and the difference is the mean of both") {
    Two two;
    for (std::size_t i = 0; i < 400; ++i) {
        two.worlds.paths[0].values[0][i] = i < 100 ? 130 : i < 300 ? 100 : 80;
    }
    const PairFigures found = two.figures();
    CHECK(found.ahead.at(0).value == Approx(0.5));
    // (100 x 30 - 100 x 20) / 400.
    CHECK(found.difference.value == Approx(2.5));
    two.worlds.paths[0].values[0][399] = 101;
    CHECK(two.figures().ahead.at(0).value == Approx(201 / 400.0));
}
