// What would have to be believed for a path to tie, worked out by hand (docs/numbers.md, "Careers").

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

/// A first year that pays so much, then 100,000; against 200,000 in each of two years.
std::optional<double> later_pay(const std::string& first_year, const std::string& more = {}) {
    const Terms terms = careers::terms(
        "currency = \"USD\"\nhorizon = \"2 years\"\ndiscount_rate = \"0%\"\n"
        "[[rung]]\nid = \"low\"\ntotal = 100_000\n[[rung]]\nid = \"high\"\ntotal = 200_000\n"
        "[[path]]\nid = \"a\"\nrung = \"low\"\nleave_after = \"1 year\"\npay = " +
        first_year + "\n" + more + "[[path]]\nid = \"b\"\nrung = \"high\"\n");
    const Career found = career(terms, 1, 400, 1);
    REQUIRE(found.paths[0].break_even.has_value());
    const auto& tie = found.paths[0].break_even->later_pay;
    return tie ? std::optional{tie->value} : std::nullopt;
}

}  // namespace

TEST_CASE("later pay may have to be any multiple more, and all of it less at most") {
    // 200,000 are missing of a second year of 100,000.
    CHECK(*later_pay("100_000") == Approx(2));
    CHECK(*later_pay("300_000") == Approx(0).margin(1e-9));
    CHECK(*later_pay("350_000") == Approx(-0.5));
    // A second year of nothing would still be too much.
    CHECK_FALSE(later_pay("500_000").has_value());
    // What is believed already counts: half of it is lost, and half of the rest would have to be gained again.
    CHECK(*later_pay("325_000", "later_pay = \"-50%\"\n") == Approx(0.25));
    CHECK(*later_pay("390_000", "later_pay = \"-50%\"\n") == Approx(-0.4));
    CHECK_FALSE(later_pay("410_000", "later_pay = \"-50%\"\n").has_value());
}

TEST_CASE("what moves both paths alike leaves the chance at which they tie as sure as before") {
    constexpr std::size_t count = 800;
    Terms terms{.horizon = 12, .looks = {12}};
    terms.paths = {{.id = "a"}, {.id = "b"}};
    Worlds worlds{.count = count};
    worlds.paths.resize(2);
    worlds.paths[0].values = {Column(count)};
    worlds.paths[1].values = {Column(count)};
    worlds.paths[0].success.resize(count);
    worlds.paths[0].later.resize(count);
    worlds.paths[0].exits.resize(count);
    const auto chance = [&](double own_sign) {
        for (std::size_t i = 0; i < count; ++i) {
            const double both = i % 4 < 2 ? 10 : -10;
            const bool pays = i % 2 == 0;
            worlds.paths[0].success[i] = pays ? 1 : 0;
            worlds.paths[0].values[0][i] = (pays ? 180 : 20) + own_sign * both;
            worlds.paths[1].values[0][i] = 100 + both;
        }
        const auto found = detail::break_even(terms, worlds, std::vector<double>{100, 100}, 0).success;
        REQUIRE(found.has_value());
        return *found;
    };
    // Half of the way from 20 to 180 is 100. Of the gap between the paths, which is what decides, nothing or twice ten
    // varies.
    CHECK(chance(1).value == Approx(0.5));
    CHECK(chance(1).error == Approx(0).margin(1e-12));
    CHECK(chance(-1).value == Approx(0.5));
    CHECK(chance(-1).error == Approx(20.0 / 160 / std::sqrt(count)).epsilon(0.01));
}
