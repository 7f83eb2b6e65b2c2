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
            .rescind = *Rate::of(6, 100),
            .success = *Rate::of(1, 2),
            .non_cash = {"time off", "title"}};
}

}  // namespace

TEST_CASE("a counter is twice as far as the target, and settles where the model says") {
    // Worked by hand: 75,000 + (90,000 - 75,000) / 0.5 = 105,000; 75,000 + 0.5 (94,000 - 75,000) = 84,500.
    CHECK(counter_for(money(75'000), money(90'000), *Rate::of(1, 2)) == money(105'000));
    CHECK(settlement_of(money(75'000), money(94'000), *Rate::of(1, 2)) == money(84'500));
}

TEST_CASE("before there is an offer, whoever aims for 200,000 says 220,000 to 240,000; after it one number") {
    // C. Huyen, "Introduction to Machine Learning Interviews" (2021), chapter 3.2.
    const Ask before = ask_for(money(0), money(200'000), true, {}, practice());
    CHECK(before.low == money(220'000));
    CHECK(before.high == money(240'000));
    CHECK_FALSE(before.counter.has_value());
    const Ask after = ask_for(money(180'000), money(200'000), false, {.cap = money(300'000)}, practice());
    CHECK_FALSE(after.low.has_value());
    CHECK(after.counter == money(220'000));
    CHECK(after.reachable);
}

TEST_CASE("amounts are spoken in thousands below 200,000 and in fives of thousands from there on, halves upwards") {
    CHECK(as_spoken(money(104'499)) == money(104'000));
    CHECK(as_spoken(money(104'500)) == money(105'000));
    CHECK(as_spoken(money(199'400)) == money(199'000));
    CHECK(as_spoken(money(202'499)) == money(200'000));
    CHECK(as_spoken(money(202'500)) == money(205'000));
}

TEST_CASE("no number goes beyond the ceiling or the strongest reason, and each is one that people say") {
    const Ask capped =
        ask_for(money(180'000), money(250'000), false, {.cap = money(240'500), .sayable = money(240'500)}, practice());
    CHECK_FALSE(capped.reachable);
    CHECK(capped.counter == money(240'000));
    // Without a ceiling no number is said at all.
    CHECK_FALSE(ask_for(money(180'000), money(250'000), false, {}, practice()).counter.has_value());
    support::holds("asks", [] {
        const auto offer = money(*rc::gen::inRange(1, 2'000'000));
        const auto target = money(*rc::gen::inRange(1, 2'000'000));
        const auto some = [&] {
            return *rc::gen::arbitrary<bool>() ? std::optional{offer + money(*rc::gen::inRange(0, 1'000'000))}
                                               : std::nullopt;
        };
        const Limits limits{.cap = some(), .sayable = some(), .reason = some()};
        const bool before = *rc::gen::arbitrary<bool>();
        const Ask ask = ask_for(offer, target, before, limits, practice());
        const bool within = !limits.cap || *limits.cap >= target;
        RC_ASSERT(ask.reachable == within);
        RC_ASSERT(ask.low.has_value() == before);
        RC_ASSERT(ask.high.has_value() == before);
        if (ask.counter) {
            RC_ASSERT(!before);
            RC_ASSERT(*ask.counter > offer);
        }
        for (const auto& number : {ask.low, ask.high, ask.counter}) {
            if (number) {
                RC_ASSERT(*number == as_spoken(*number));
                for (const auto& limit : {limits.sayable, limits.reason}) {
                    if (limit) {
                        RC_ASSERT(*number <= *limit);
                    }
                }
            }
        }
        if (before && !limits.sayable && !limits.reason) {
            RC_ASSERT(*ask.low >= target);
            RC_ASSERT(*ask.low <= *ask.high);
        }
    });
}

TEST_CASE("the target is the largest of a competing offer, the market's 75th percentile and a tenth more") {
    CHECK(choose_target(money(100'000), {}, {}, {}, {}).amount == money(110'000));
    CHECK(choose_target(money(100'000), {}, money(120'000), money(115'000), {}).from == TargetFrom::competing_offer);
    CHECK(choose_target(money(100'000), {}, money(90'000), money(115'000), {}).amount == money(115'000));
    CHECK(choose_target(money(100'000), money(101'000), money(120'000), {}, {}).amount == money(101'000));
    // And never below what one would walk away for.
    CHECK(choose_target(money(100'000), money(101'000), {}, {}, money(105'000)).from == TargetFrom::reservation);
}

TEST_CASE("asking pays up to the chance of losing the offer at which both weigh the same") {
    // Half of 10,000 with an even chance is 2,500; 40,000 is lost with the offer: 2,500 / 42,500 = 1 / 17.
    CHECK(break_even_loss(money(200'000), money(160'000), money(210'000), practice()) == *Rate::of(1, 17));
    CHECK(break_even_loss(money(200'000), money(200'000), money(210'000), practice()) == Rate{1});
    CHECK_FALSE(break_even_loss(money(200'000), money(160'000), money(200'000), practice()).has_value());
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

TEST_CASE("before there is an offer nothing is said of a target of nothing") {
    const Ask none = ask_for(money(0), money(0), true, {}, practice());
    CHECK_FALSE(none.low.has_value());
    CHECK_FALSE(none.high.has_value());
    const Ask one = ask_for(money(0), money(1'000), true, {}, practice());
    CHECK(one.low == money(1'000));
    CHECK(one.high == money(1'000));
}
