// Where an offer stands before anybody asks for anything (docs/numbers.md, "Where an offer stands").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/position.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using offers::usd;
using quantity::Money;
using quantity::Rate;

namespace {

std::string pay(const std::string& company, int salary) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = " + std::to_string(salary) + "\n";
}

Position placed(const std::vector<std::string>& texts) {
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    const auto comparison = offers::compare(offers, offers::valuation());
    return position_of(comparison, 0, {offers, 0, comparison, Metric::annualized});
}

}  // namespace

TEST_CASE("each part of an offer stands in its own part of the band, and sign-ons and grants by their sums") {
    const auto position = placed({pay("X", 200'000) + R"([[sign_on]]
name = "a"
amount = 10_000
[[sign_on]]
name = "b"
amount = 20_000
[stock]
price = 10
[[grant]]
id = "one"
value = 60_000
vesting = { over = "4 years", every = "12 months" }
[[grant]]
id = "two"
quantity = 4_000
vesting = { over = "4 years", every = "12 months" }
[band]
base = { min = 180_000, max = 220_000 }
sign_on = { mid = 60_000 }
equity = { min = 50_000, max = 250_000 }
)"});
    CHECK(position.salary == usd(200'000));
    REQUIRE(position.base.has_value());
    CHECK(position.base->penetration == *Rate::of(1, 2));
    // 30,000 of 60,000; without ends nothing says how far up that is.
    REQUIRE(position.sign_on.has_value());
    CHECK(position.sign_on->compa_ratio == *Rate::of(1, 2));
    CHECK_FALSE(position.sign_on->penetration.has_value());
    // 60,000 and 4,000 shares at 10: half the way from 50,000 to 150,000.
    REQUIRE(position.equity.has_value());
    CHECK(position.equity->penetration == *Rate::of(1, 4));
    CHECK(position.equity->compa_ratio == *Rate::of(2, 3));
    CHECK_FALSE(position.market.has_value());
}

TEST_CASE("what a band does not say places nothing, and one end alone says neither a middle nor a way up") {
    const auto position = placed({pay("X", 200'000) + "[band]\nbase = { max = 220_000 }\n"});
    REQUIRE(position.base.has_value());
    CHECK_FALSE(position.base->compa_ratio.has_value());
    CHECK_FALSE(position.base->penetration.has_value());
    CHECK_FALSE(position.equity.has_value());
    CHECK_FALSE(position.sign_on.has_value());
    const auto lowest = placed({pay("X", 200'000) + "[band]\nbase = { min = 180_000 }\n"});
    CHECK(lowest.base.has_value());
    CHECK_FALSE(placed({pay("X", 200'000)}).base.has_value());
}

TEST_CASE("a middle that is stated stands, and one of two odd ends is rounded half up") {
    const auto stated = place_in({.min = usd(100), .mid = usd(120), .max = usd(200)}, usd(150));
    CHECK(stated.range.mid == usd(120));
    CHECK(stated.compa_ratio == *Rate::of(5, 4));
    CHECK(stated.penetration == *Rate::of(1, 2));
    const auto currency = usd(0).currency();
    CHECK(place_in({.min = Money{1, currency}, .max = Money{2, currency}}, usd(1)).range.mid == Money{2, currency});
    CHECK_FALSE(place_in({.mid = usd(0)}, usd(1)).compa_ratio.has_value());
}

TEST_CASE("an amount at the lowest or highest point is that percentile, and the points keep their own numbers") {
    const model::Percentiles market{
        .p10 = usd(100), .p25 = usd(130), .p50 = usd(200), .p75 = usd(250), .p90 = usd(300)};
    CHECK(place_among(market, usd(100))->percentile == Rate{10});
    CHECK(place_among(market, usd(300))->percentile == Rate{90});
    // 115 lies half-way from the 10th to the 25th.
    CHECK(place_among(market, usd(115))->percentile == *Rate::of(35, 2));
    const auto points = points_of(market);
    REQUIRE(points.size() == 5);
    CHECK(points[2].percentile == 50);
    CHECK(points[2].amount == usd(200));
    CHECK(points[3].percentile == 75);
    CHECK(place_among(market, usd(99))->above == 0);
    CHECK(place_among(market, usd(301))->below == 0);
}

TEST_CASE("an offer ranks behind every larger one and beside those that are equal") {
    const auto position = placed({pay("X", 200'000), pay("A", 210'000), pay("B", 200'000), pay("C", 220'000)});
    CHECK(position.rank == 3);
    CHECK(position.files == 4);
    CHECK(placed({pay("X", 200'000)}).rank == 1);
}

TEST_CASE("annualized pay stands among the market's percentiles") {
    const auto position = placed({pay("X", 200'000) + "[market]\ntotal = { p50 = 180_000, p75 = 230_000 }\n"});
    CHECK(position.annualized == usd(200'000));
    CHECK(position.market->percentile == Rate{60});
}
