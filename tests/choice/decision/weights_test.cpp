// Weights and the order that they state (docs/numbers.md, "Deciding").

#include <vector>

#include <offerkit/choice/decision/dominance.hpp>
#include <offerkit/choice/decision/weight_interval.hpp>
#include <offerkit/choice/decision/weights.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::decision;

namespace {

using Groups = std::vector<std::vector<std::size_t>>;
using Ranks = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("the heaviest factor comes first, equal ones together in the order given, and none without weight") {
    CHECK(weight_order(std::vector{0.2, 0.5, 0.0, 0.3}) == Groups{{1}, {3}, {0}});
    CHECK(weight_order(std::vector{0.2, 0.4, 0.2, 0.2}) == Groups{{1}, {0, 2, 3}});
    // Products of thirds that were meant to be equal are.
    CHECK(weight_order(std::vector{0.1 + 0.2, 0.3, 0.4}) == Groups{{2}, {0, 1}});
    CHECK(weight_order(std::vector{0.3, 0.1 + 0.2, 0.4}) == Groups{{2}, {0, 1}});
    CHECK(weight_order(std::vector{0.3, 0.3 + 1e-9, 0.4}) == Groups{{2}, {1}, {0}});
}

TEST_CASE("equal weights share a rank, the next rank counts them all, and no weight is last") {
    CHECK(ranks_of(std::vector{0.2, 0.5, 0.3}) == Ranks{3, 1, 2});
    CHECK(ranks_of(std::vector{0.4, 0.2, 0.4}) == Ranks{1, 3, 1});
    CHECK(ranks_of(std::vector{0.0, 0.6, 0.4, 0.0}) == Ranks{3, 1, 2, 3});
}

TEST_CASE("a partial sum decides under an order: a lead on the heavy factor pays for a lag on a lighter one") {
    const Groups strict{{0}, {1}};
    CHECK(dominates_under_order(std::vector{0.6, 0.2}, std::vector{0.4, 0.4}, strict));
    CHECK_FALSE(dominates_under_order(std::vector{0.6, 0.2}, std::vector{0.4, 0.5}, strict));
    CHECK_FALSE(dominates_under_order(std::vector{0.4, 0.9}, std::vector{0.5, 0.1}, strict));
    CHECK_FALSE(dominates_under_order(std::vector{0.4, 0.4}, std::vector{0.4, 0.4}, strict));
    // Where the order is open, a lag may count before the lead that would pay for it.
    CHECK_FALSE(dominates_under_order(std::vector{0.6, 0.2}, std::vector{0.4, 0.4}, Groups{{0, 1}}));
    CHECK(dominates_under_order(std::vector{0.6, 0.2, 0.4}, std::vector{0.4, 0.4, 0.3}, strict));
}

TEST_CASE("of two offers the stronger kind of dominance is told, and a factor without weight takes no part") {
    const auto found = dominances({{0.6, 0.5, 0.0}, {0.6, 0.4, 1.0}, {0.5, 0.55, 0.3}}, std::vector{0.7, 0.3, 0.0});
    // 0 is better than 1 on every factor with weight; 2 lags 0.1 on the heavier factor behind both.
    REQUIRE(found.size() == 2);
    CHECK(found[0].a == 0);
    CHECK(found[0].b == 1);
    CHECK(found[0].kind == DominanceKind::plain);
    CHECK(found[1].a == 0);
    CHECK(found[1].b == 2);
    CHECK(found[1].kind == DominanceKind::ordered);
}

TEST_CASE("the interval of a weight ends where another offer catches up, and says which") {
    // At weight t of the first factor: A = t, B = 1 - t, C = 0.6 t + 0.3 (1 - t). A leads from 1/2 on.
    const Values values{{1, 0}, {0, 1}, {0.6, 0.3}};
    const auto intervals = weight_intervals(values, std::vector{0.7, 0.3}, std::vector<std::size_t>{0, 2, 1});
    REQUIRE(intervals.size() == 2);
    CHECK(intervals[0].winner->low == Approx(0.5).margin(1e-12));
    CHECK(intervals[0].winner->high == 1);
    CHECK(intervals[0].next_below == 1U);
    CHECK_FALSE(intervals[0].next_above.has_value());
    // C falls behind B below 0.7 / 1.3.
    CHECK(intervals[0].order->low == Approx(0.7 / 1.3).margin(1e-12));
    // The same from the other factor's side.
    CHECK(intervals[1].factor == 1);
    CHECK(intervals[1].winner->low == 0);
    CHECK(intervals[1].winner->high == Approx(0.5).margin(1e-12));
    CHECK(intervals[1].next_above == 1U);
    CHECK_FALSE(intervals[1].next_below.has_value());
    CHECK(intervals[1].order->high == Approx(0.6 / 1.3).margin(1e-12));
}

TEST_CASE("an offer that is nowhere behind keeps its lead at any weight, and one factor alone has no interval") {
    const auto ahead =
        weight_intervals({{0.9, 0.8}, {0.9, 0.2}}, std::vector{0.5, 0.5}, std::vector<std::size_t>{0, 1});
    CHECK(ahead[0].winner->low == 0);
    CHECK(ahead[0].winner->high == 1);
    CHECK_FALSE(ahead[0].next_above.has_value());
    const auto alone =
        weight_intervals({{0.9, 0.8}, {0.5, 0.9}}, std::vector{1.0, 0.0}, std::vector<std::size_t>{0, 1});
    CHECK_FALSE(alone[0].winner.has_value());
    CHECK_FALSE(alone[0].order.has_value());
    // Beside a factor that has all the weight, how far another may grow is still asked: A = 0.9 - 0.1 t, B = 0.5 + 0.4
    // t.
    REQUIRE(alone[1].winner.has_value());
    CHECK(alone[1].winner->high == Approx(0.8).margin(1e-12));
}
