// Figures that docs/numbers.md, "Careers", works out by hand.

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/choice/paths/walk.hpp>
#include <offerkit/numeric/philox32.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

/// What a path of a plan pays in a month of world 0.
double paid(const std::string& plan, std::size_t path, std::size_t month) {
    const Terms terms = careers::terms(plan);
    World world{terms, 1};
    world.enter(0);
    Walk walk;
    Walker{terms}.walk(world, path, walk);
    return walk.money.at(month);
}

const std::string promotion = R"(
currency = "USD"
horizon = "5 years"
[[rung]]
id = "one"
total = 400_000
[[rung]]
id = "two"
total = 560_000
[[path]]
id = "only"
rung = "one"
promotion.two = { ever = "100%", median = "24 months", slow = "24 months", pay_over = "4 months" }
)";

}  // namespace

TEST_CASE("a raise begins in the month after the promotion and comes in equal steps") {
    CHECK(paid(promotion, 0, 24) == Approx(33'333.33).margin(0.01));
    CHECK(paid(promotion, 0, 25) == Approx(36'666.67).margin(0.01));
    CHECK(paid(promotion, 0, 28) == Approx(46'666.67).margin(0.01));
    CHECK(paid(promotion, 0, 60) == Approx(46'666.67).margin(0.01));
}

TEST_CASE("a job lives through a normal and a bad year with a chance of 84.48%") {
    const Terms terms = careers::terms(R"(
currency = "USD"
horizon = "2 years"
[market]
downturn = "50%"
[[rung]]
id = "one"
total = 400_000
[[path]]
id = "only"
rung = "one"
job_loss = { per_year = "4%", in_downturn = "12%" }
)");
    constexpr std::uint64_t seed = 1;
    World world{terms, seed};
    Walker walker{terms};
    Walk walk;
    int met = 0;
    int lost = 0;
    for (std::uint32_t number = 0; number < 4'000; ++number) {
        world.enter(number);
        if (world.downturn(0) || !world.downturn(1)) {
            continue;
        }
        walker.walk(world, 0, walk);
        // The draw of the first employment: who has at most 1 - 0.96 x 0.88 loses it in these two years.
        CHECK(walk.lost_a_job == (offerkit::numeric::keyed_uniform(seed, number, 5, 0) <= 1 - 0.8448));
        ++met;
        lost += walk.lost_a_job ? 1 : 0;
    }
    CHECK(met > 900);
    CHECK(lost > 100);
}

TEST_CASE("a turn with two things to see is worth 5 more than staying, all of it for seeing") {
    Terms terms{.horizon = 12, .looks = {12}};
    terms.paths = {{.id = "stay"}, {.id = "go"}};
    terms.turns = {{.at = 6, .from = 0, .to = 1, .open = 0.5}};
    Worlds worlds{.count = 400};
    worlds.paths.resize(2);
    worlds.paths[0].values = {Column(400)};
    worlds.paths[1].values = {Column(400, 80.0)};
    worlds.turns = {{Column(400, 80.0), std::vector<std::uint32_t>(400)}};
    for (std::size_t i = 0; i < 400; ++i) {
        const bool good = i % 2 == 0;
        worlds.paths[0].values[0][i] = good ? 100 : 60;
        worlds.turns[0].sight[i] = sight_key({.first_job = true, .heard = good ? Heard::success : Heard::failure});
    }
    const std::vector<double> means{80, 80};
    const TurnFigures turn = detail::turn_figures(terms, worlds, means, 0);
    CHECK(turn.value.value == Approx(85));
    CHECK(turn.right.value == Approx(5));
    CHECK(turn.seeing.value == Approx(5));
    CHECK(turn.turns.value == 0.5);
    REQUIRE(turn.groups.size() == 2);
    CHECK(turn.groups[0].goes() != turn.groups[1].goes());
}

TEST_CASE("a path whose rules another one goes over to says so") {
    const Terms terms = careers::terms(R"(
currency = "USD"
horizon = "4 years"
[[rung]]
id = "one"
total = 400_000
[[rung]]
id = "two"
total = 300_000
[[path]]
id = "staying"
rung = "one"
[[path]]
id = "coming"
rung = "two"
leave_after = "2 years"
then = "staying"
[[path]]
id = "apart"
rung = "two"
)");
    const Career found = career(terms, 1, 500, 1);
    REQUIRE(found.paths.size() == 3);
    CHECK(found.paths[0].break_even->inherited);
    CHECK_FALSE(found.paths[1].break_even->inherited);
    CHECK_FALSE(found.paths[2].break_even->inherited);
}

TEST_CASE("what an unknown name may have meant is said, and a circle is shown as the circle") {
    const auto told = careers::problems(R"(
currency = "USD"
[[rung]]
id = "senior"
total = 400_000
[[path]]
id = "a"
rung = "senoir"
then = "b"
[[path]]
id = "b"
rung = "senior"
then = "a"
promotion.senior = { ever = 50, median = "4 years", slow = "2 years" }
)");
    const auto holds = [&](const std::string& part) {
        return std::any_of(told.begin(), told.end(),
                           [&](const std::string& line) { return line.find(part) != std::string::npos; });
    };
    CAPTURE(told);
    CHECK(holds("no [[rung]] has the id `senoir` (did you mean `senior`?)"));
    CHECK(holds("circle: a -> b -> a"));
    CHECK(holds("\"50%\""));
    CHECK(holds("`slow` is shorter than `median`"));
}

TEST_CASE("exits that do not add up name what is missing") {
    const auto told = careers::problems(R"(
currency = "USD"
[[rung]]
id = "one"
total = 400_000
[[path]]
id = "startup"
rung = "one"
[[path.exit]]
name = "closed"
chance = "60%"
after = "3 years"
[[path.exit]]
name = "sold"
chance = "35%"
after = "5 years"
worth = 1_000_000
)");
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("add up to 95%: 5% are missing") != std::string::npos);
}
