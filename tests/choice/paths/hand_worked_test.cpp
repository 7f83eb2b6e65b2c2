// Figures that docs/numbers.md, "Careers", works out by hand.

#include <algorithm>
#include <string>

#include <offerkit/choice/paths/walk.hpp>

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
