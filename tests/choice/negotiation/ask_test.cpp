// What to ask for, and where an offer stands (docs/numbers.md, "Negotiating").

#include <rapidcheck.h>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/choice/negotiation/position.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using quantity::Rate;

namespace {

const quantity::Currency usd = *quantity::Currency::of("USD");

quantity::Money money(std::int64_t major) { return {major * 100, usd}; }

model::NegotiationProfile practice() {
    return {.header = {"negotiation", "practice", {}, {}, offers::date(2021, 9, 1)},
            .ask_low = *Rate::of(11, 10),
            .ask_high = *Rate::of(12, 10),
            .settlement = *Rate::of(1, 2),
            .rescind = *Rate::of(3, 100),
            .success = *Rate::of(85, 100),
            .non_cash = {"time off", "title"}};
}

}  // namespace

TEST_CASE("a counter is twice as far as the target, and settles where the model says") {
    // Worked by hand: 75,000 + (90,000 - 75,000) / 0.5 = 105,000; 75,000 + 0.5 (94,000 - 75,000) = 84,500.
    CHECK(counter_for(money(75'000), money(90'000), *Rate::of(1, 2)) == money(105'000));
    CHECK(settlement_of(money(75'000), money(94'000), *Rate::of(1, 2)) == money(84'500));
}

TEST_CASE("whoever aims for 200,000 says 220,000 to 240,000") {
    // C. Huyen, "Introduction to Machine Learning Interviews" (2021), chapter 3.2.
    const Ask ask = ask_for(money(180'000), money(200'000), std::nullopt, practice());
    CHECK(ask.low == money(220'000));
    CHECK(ask.high == money(240'000));
    CHECK(ask.counter == money(220'000));
    CHECK(ask.reachable);
}

TEST_CASE("amounts are spoken in thousands below 200,000 and in fives of thousands from there on, halves upwards") {
    CHECK(as_spoken(money(104'499)) == money(104'000));
    CHECK(as_spoken(money(104'500)) == money(105'000));
    CHECK(as_spoken(money(199'400)) == money(199'000));
    CHECK(as_spoken(money(202'499)) == money(200'000));
    CHECK(as_spoken(money(202'500)) == money(205'000));
}

TEST_CASE("a cap below the target is all that can be said, and only then is an ask below the target") {
    const Ask capped = ask_for(money(180'000), money(250'000), money(240'500), practice());
    CHECK_FALSE(capped.reachable);
    CHECK(capped.low == money(240'500));
    CHECK(capped.high == money(240'500));
    CHECK(capped.counter == money(240'500));
    support::holds("an ask is below its target only where the target cannot be reached", [] {
        const auto offer = money(*rc::gen::inRange(1, 2'000'000));
        const auto target = money(*rc::gen::inRange(1, 2'000'000));
        const auto cap = *rc::gen::arbitrary<bool>()
                             ? std::optional{std::max(offer, money(*rc::gen::inRange(1, 3'000'000)))}
                             : std::nullopt;
        const Ask ask = ask_for(offer, target, cap, practice());
        RC_ASSERT(ask.low <= ask.high);
        RC_ASSERT((ask.reachable == (!cap || *cap >= target)));
        RC_ASSERT((!ask.reachable || ask.low >= target));
        RC_ASSERT(ask.counter.has_value() == (target > offer));
        RC_ASSERT((!ask.counter || !ask.reachable || *ask.counter >= target));
        RC_ASSERT((!cap || (ask.high <= *cap && (!ask.counter || *ask.counter <= *cap))));
    });
}

TEST_CASE("the target is the largest of a competing offer, the market's 75th percentile and a tenth more") {
    CHECK(choose_target(money(100'000), {}, {}, {}).amount == money(110'000));
    CHECK(choose_target(money(100'000), {}, money(120'000), money(115'000)).from == TargetFrom::competing_offer);
    CHECK(choose_target(money(100'000), {}, money(90'000), money(115'000)).amount == money(115'000));
    CHECK(choose_target(money(100'000), money(101'000), money(120'000), {}).amount == money(101'000));
}

TEST_CASE("numbers on the way down shrink from the counter to the target and never pass the reservation") {
    support::holds("concessions", [] {
        const auto offer = money(*rc::gen::inRange(50'000, 900'000));
        const auto target = offer + money(*rc::gen::inRange(1, 200'000));
        const auto floor = *rc::gen::arbitrary<bool>()
                               ? std::optional{offer + money(*rc::gen::inRange(-100'000, 300'000))}
                               : std::nullopt;
        const Ask ask = ask_for(offer, target, std::nullopt, practice());
        const auto steps = concessions(ask, target, floor, practice());
        RC_ASSERT(steps.empty() == (floor && *ask.counter < *floor));
        RC_ASSERT((steps.empty() || steps.front().ask == *ask.counter));
        for (std::size_t i = 1; i < steps.size(); ++i) {
            RC_ASSERT(steps[i].ask < steps[i - 1].ask);
            RC_ASSERT(steps[i].step == steps[i - 1].ask - steps[i].ask);
            RC_ASSERT((i == 1 || steps[i].step < steps[i - 1].step || steps[i].step < money(2)));
            RC_ASSERT(!steps[i].non_cash.empty());
            RC_ASSERT((!floor || steps[i].ask >= *floor));
        }
        if (steps.size() > 1) {
            RC_ASSERT(steps.back().ask == std::max(target, floor.value_or(target)));
        }
    });
}

TEST_CASE("asking is worth it when what it may lose weighs less than what it may win") {
    // 3% of 40,000 is 1,200; 85% of 10,000 is 8,500.
    const auto asked = worth_asking(money(200'000), money(160'000), money(210'000), practice());
    CHECK(asked.expected_loss == money(1'200));
    CHECK(asked.expected_gain == money(8'500));
    CHECK(asked.worth);
    // With nothing to go back to, a very small gain is not: 3% of 200,000 is 6,000.
    CHECK_FALSE(worth_asking(money(200'000), money(0), money(207'000), practice()).worth);
}

TEST_CASE("a base stands in its band by the middle and by how far up it is") {
    // 200,000 in 148,000 to 235,750: the middle is 191,875; 200,000 / 191,875 = 1.042; 52,000 / 87,750 = 0.593.
    const auto placed = place_in({.min = money(148'000), .max = money(235'750)}, money(200'000));
    CHECK(placed.range.mid == money(191'875));
    CHECK(quantity::to_decimal(*placed.compa_ratio, 3) == "1.042");
    CHECK(quantity::to_decimal(*placed.penetration, 3) == "0.593");
    CHECK_FALSE(place_in({.min = money(5), .max = money(5)}, money(5)).penetration.has_value());
    CHECK(*place_in({.min = money(100), .max = money(200)}, money(50)).penetration < Rate{0});
    CHECK(*place_in({.min = money(100), .max = money(200)}, money(250)).penetration > Rate{1});
}

TEST_CASE("a percentile is read between the points that are given, and not beyond them") {
    const model::Percentiles market{.p25 = money(240'000), .p50 = money(280'000), .p90 = money(400'000)};
    CHECK(place_among(market, money(260'000))->percentile == *Rate::of(75, 2));
    CHECK(place_among(market, money(280'000))->percentile == Rate{50});
    CHECK(place_among(market, money(340'000))->percentile == Rate{70});
    CHECK_FALSE(place_among(market, money(200'000))->percentile.has_value());
    CHECK(place_among(market, money(200'000))->below == 25);
    CHECK(place_among(market, money(500'000))->above == 90);
    CHECK_FALSE(place_among({}, money(1)).has_value());
}
