// Exchange rates, ratings, the band of the level and what the market pays, as an offer states them.

#include <string>
#include <variant>

#include "file/reading.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using quantity::Number;
using reading::offer;
using reading::with_top;

namespace {

/// One factor `a` in line 5.
reading::Outcome rated(const std::string& value) { return offer(with_top("[factors]\na = " + value + "\n")); }

model::FactorRating rating(const std::string& value) {
    const auto outcome = rated(value);
    CAPTURE(value, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->factors.at(0);
}

}  // namespace

TEST_CASE("a rate of exchange is what one unit of the first currency costs in the second") {
    const auto read = offer(with_top("[fx]\nas_of = 2026-01-15\n\"EUR/USD\" = 1.08\n\"USD/JPY\" = 150\n"));
    REQUIRE(read.problems.empty());
    CHECK(read.offer->fx.as_of == calendar::Date::of(2026, 1, 15));
    REQUIRE(read.offer->fx.rates.size() == 2);
    CHECK(read.offer->fx.rates[1].rate == Number{150});
    CHECK(offer(with_top("[fx]\n\"EUR/USD\" = 1.08\n")).problems.empty());
    CHECK_FALSE(offer(with_top("[fx]\n\"EUR/USD\" = 1.08\n")).offer->fx.as_of);
    for (const std::string pair : {"EURUSD", "EUR/", "/USD", "EUR/USB", "EUE/USD", "USD/USD", "EUR/USD/JPY"}) {
        CAPTURE(pair);
        CHECK(offer(with_top("[fx]\n\"" + pair + "\" = 1\n")).only("5:1 unknown-currency"));
    }
    CHECK(offer(with_top("[fx]\n\"EUR/USD\" = -1\n")).only("5:13 bad-number"));
    CHECK(offer(with_top("[fx]\n\"EUR/USD\" = 0.0001\n")).problems.empty());
    // What is wrong with one hides nothing of the next.
    CHECK(offer(with_top("[fx]\n\"EUR/USD\" = 0\n\"EUR-GBP\" = 1\n\"EUR/CHF\" = \"one\"\n")).problems.size() == 3);
}

TEST_CASE("a rating is a number, a range of three, a chance of two levels, or unknown") {
    CHECK(std::get<Number>(rating("-3").rating) == Number{-3});
    CHECK(std::holds_alternative<model::UnknownRating>(rating("\"unknown\"").rating));
    const auto range = std::get<model::RangeRating>(rating("{ low = 5, likely = 7, high = 9 }").rating);
    CHECK(range.low == Number{5});
    CHECK(range.likely == Number{7});
    CHECK(range.high == Number{9});
    CHECK(std::holds_alternative<model::RangeRating>(rating("{ low = 7, likely = 7, high = 7 }").rating));
    const auto chance = std::get<model::ConditionRating>(rating("{ chance = \"60%\", met = 9, unmet = 4 }").rating);
    CHECK(chance.chance == *quantity::Rate::of(3, 5));
    CHECK(chance.met == Number{9});
    CHECK(chance.unmet == Number{4});
    const auto ends = std::get<model::ConditionRating>(rating("{ chance = \"60%\" }").rating);
    CHECK_FALSE(ends.met);
    CHECK_FALSE(ends.unmet);
}

TEST_CASE("somebody at the company could tell a rating, unless it says that nobody can") {
    CHECK(rating("{ chance = \"60%\" }").askable);
    CHECK_FALSE(rating("{ chance = \"60%\", askable = false }").askable);
    CHECK_FALSE(rating("{ low = 5, likely = 7, high = 9, askable = false }").askable);
}

TEST_CASE("a range and a chance exclude each other, and each needs its own keys") {
    CHECK(rated("{ low = 5, likely = 7 }").only("5:5 missing-key"));
    CHECK(rated("{ likely = 7, high = 9 }").only("5:5 missing-key"));
    CHECK(rated("{ likely = 7 }").problems.size() == 2);
    // One end begins a range, which lacks the other and the middle.
    for (const std::string end : {"{ low = 5 }", "{ high = 9 }"}) {
        CAPTURE(end);
        const auto half = rated(end);
        REQUIRE(half.problems.size() == 2);
        for (const std::string& problem : half.problems) {
            CHECK(problem.starts_with("5:5 missing-key: "));
            CHECK(problem.ends_with(": a range is `low`, `likely` and `high`"));
        }
    }
    CHECK(rated("{ low = 5, likely = 10, high = 9 }").only("5:25 wrong-order"));
    CHECK(rated("{ low = 8, likely = 7, high = 9 }").only("5:25 wrong-order"));
    CHECK(rated("{ low = 5, likely = 7, high = 9, met = 9 }").only("5:38 out-of-place"));
    CHECK(rated("{ low = 5, likely = 7, high = 9, unmet = 9 }").only("5:38 out-of-place"));
    CHECK(rated("{ chance = \"60%\", low = 5 }").only("5:23 out-of-place"));
    CHECK(rated("{ chance = \"60%\", high = 5 }").only("5:23 out-of-place"));
    CHECK(rated("{ chance = \"60%\", unmet = 4 }").only("5:5 missing-key"));
    CHECK(rated("{ likely = 7, chance = \"60%\" }").has("5:19 conflict"));
    CHECK(rated("{}").only("5:5 missing-key"));
    CHECK(rated("{ chance = \"160%\" }").only("5:16 bad-rate"));
    CHECK(rated("{ chance = \"60%\", met = \"good\", unmet = 4 }").only("5:29 wrong-type"));
}

TEST_CASE("a band has ranges of base, equity and sign-on, each from its lowest to its highest") {
    const auto read =
        offer(with_top("[band]\nbase = { min = 1, mid = 2, max = 3 }\nequity = { min = 4, max = 5 }\n"
                       "sign_on = { mid = 6, max = 6 }\nsource = \"posting\"\nas_of = 2026-01-10\n"));
    REQUIRE(read.problems.empty());
    const auto& band = *read.offer->band;
    CHECK(quantity::to_plain(*band.base.min) == "1");
    CHECK(quantity::to_plain(*band.base.mid) == "2");
    CHECK(quantity::to_plain(*band.base.max) == "3");
    CHECK(quantity::to_plain(*band.equity.min) == "4");
    CHECK_FALSE(band.equity.mid);
    CHECK(quantity::to_plain(*band.sign_on.max) == "6");
    CHECK(band.source == "posting");
    CHECK(band.as_of == calendar::Date::of(2026, 1, 10));
    CHECK_FALSE(offer(with_top("")).offer->band);
    const auto below = offer(with_top("[band]\nbase = { min = 3, max = 2 }\n"));
    REQUIRE(below.only("5:25 wrong-order"));
    CHECK(below.problems[0].ends_with("`max` is below `min`"));
    CHECK(offer(with_top("[band]\nsign_on = { mid = 3, max = 2 }\n")).only("5:28 wrong-order"));
}

TEST_CASE("percentiles of the market rise, or stay") {
    const auto market = [](const std::string& total) {
        return offer(with_top("[market]\ntotal = { " + total + " }\nsource = \"a survey\"\n"));
    };
    const auto read = market("p10 = 1, p25 = 2, p50 = 3, p75 = 4, p90 = 5");
    REQUIRE(read.problems.empty());
    const auto& total = read.offer->market->total;
    CHECK(quantity::to_plain(*total.p10) == "1");
    CHECK(quantity::to_plain(*total.p25) == "2");
    CHECK(quantity::to_plain(*total.p50) == "3");
    CHECK(quantity::to_plain(*total.p75) == "4");
    CHECK(quantity::to_plain(*total.p90) == "5");
    CHECK(read.offer->market->source == "a survey");
    CHECK(market("p10 = 2, p90 = 2").problems.empty());
    CHECK(market("p10 = 2, p90 = 1").only("5:26 wrong-order"));
    CHECK(market("p25 = 3, p50 = 2, p75 = 1").problems.size() == 2);
    CHECK(offer(with_top("[market]\nsource = \"a survey\"\n")).only("4:1 missing-key"));
}
