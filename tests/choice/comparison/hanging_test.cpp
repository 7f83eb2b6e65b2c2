#include <offerkit/choice/comparison/hanging.hpp>
#include "support/catch.hpp"

using namespace offerkit;

TEST_CASE("a lead turns where the leader changes, found to the last digits of a double") {
    const auto at = [](double turn) {
        return choice::turn_of([turn](double chance) { return std::size_t{chance > turn ? 2U : 1U}; });
    };
    for (const double turn : {0.0, 0.001, 0.3, 0.54, 0.999}) {
        CAPTURE(turn);
        const auto found = at(turn);
        REQUIRE(found);
        CHECK(found->before == 1);
        CHECK(found->after == 2);
        CHECK(found->chance == Approx(turn).margin(1e-15));
        CHECK(found->chance >= turn);
    }
    CHECK_FALSE(at(1));
    CHECK_FALSE(at(-1));
}
