// What moving share prices make of a comparison (docs/numbers.md, "If share prices move").

#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/numeric/normal.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

std::string pay(const std::string& company, int salary) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = " + std::to_string(salary) + "\n";
}

/// 100,000 a year and 400,000 of shares at today's price, all on one day after a year: 100,000 + 100,000 X on average
/// over four years, of which X is lognormal with a mean of 1.
std::string listed(const std::string& symbol = "BIG", const std::string& stock = "volatility = \"40%\"\n") {
    return pay(symbol, 100'000) + "[stock]\nsymbol = \"" + symbol + "\"\nprice = 100.00\nas_of = 2026-03-02\n" + stock +
           "[[grant]]\nquantity = 4_000\nvesting = { over = \"1 year\", every = \"1 year\" }\n";
}

const double spread = 0.4 * std::sqrt(365 / 365.25);

/// The average in the future that has a normal score.
double average_at(double score) { return 100'000 + 100'000 * std::exp(spread * score - spread * spread / 2); }
double below(double average) {
    return numeric::normal_below(std::log((average - 100'000) / 100'000) / spread + spread / 2);
}

choice::Uncertainty bands(const std::vector<std::string>& texts, choice::BandDepth depth,
                          model::Definition by = model::Definition::average) {
    static const model::StocksProfile defaults{{"stocks", "default", {}, {}, calendar::Date::clamped(2026, 1, 1)},
                                               *quantity::Rate::of(2, 5),
                                               *quantity::Rate::of(1, 2)};
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    auto valuation = offers::valuation();
    valuation.by = by;
    return choice::uncertainty_of(offers::compare(offers, valuation), defaults, depth);
}

double major(quantity::Money amount) { return static_cast<double>(amount.minor()) / 100; }

constexpr auto line = choice::BandDepth::line;
constexpr auto block = choice::BandDepth::block;

}  // namespace

TEST_CASE("a band is of the law of its shares: mean, amounts that are not reached and the mean of the worst tenth") {
    const auto found = bands({listed()}, block);
    REQUIRE(found.any());
    const auto& band = *found.offers[0];
    CHECK(major(band.mean) == Approx(200'000).epsilon(1e-9));
    const double tenth = 1.2815515655446004;
    const double fourth = 0.6744897501960817;
    const std::vector<double> scores{-tenth, -fourth, 0, fourth, tenth};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        CHECK(major(band.quantiles[i]) == Approx(average_at(scores[i])).epsilon(1e-6));
    }
    CHECK(major(band.shortfall) ==
          Approx(100'000 + 100'000 * numeric::normal_below(-tenth - spread) / 0.1).epsilon(1e-5));
    CHECK(band.average == band.quantiles);
    CHECK_FALSE(band.options_worthless.has_value());
    // Alone there is nobody to pay less than.
    CHECK_FALSE(band.pays_most.has_value());
    CHECK_FALSE(band.chance_below_safest.has_value());
    CHECK(found.pays_most.empty());
    CHECK(found.chances.empty());
}

TEST_CASE("each year has a band of its own, and the lowest is named") {
    const auto found = bands({listed()}, block);
    const auto& band = *found.offers[0];
    REQUIRE(band.years.size() == 4);
    CHECK(band.years[0].year == 1);
    CHECK(band.years[3].year == 4);
    // The shares vest in the first year, so that the second is the first of those without any.
    CHECK(major(band.years[0].quantiles[2]) == Approx(4 * average_at(0) - 300'000).epsilon(1e-6));
    CHECK(major(band.years[1].quantiles[0]) == 100'000);
    CHECK(band.lowest_year == 1);
}

TEST_CASE("beside another offer each has its chance of paying most, and of less than the safest of the others") {
    const auto found = bands({listed(), pay("Safe", 180'000), pay("Less", 120'000)}, block);
    REQUIRE(found.pays_most.size() == 3);
    // Among three offers by drawn futures.
    CHECK(found.pays_most[0] == Approx(1 - below(180'000)).margin(1e-3));
    CHECK(found.pays_most[1] == Approx(below(180'000)).margin(1e-3));
    CHECK(found.pays_most[2] == Approx(0).margin(1e-9));
    CHECK(found.offers[0]->pays_most == found.pays_most[0]);
    CHECK(*found.offers[0]->chance_below_safest == Approx(below(180'000)).margin(1e-6));
    CHECK_FALSE(found.offers[1].has_value());
    REQUIRE(found.chances.size() == 3);
    CHECK(found.chances[0].a == 0);
    CHECK(found.chances[0].b == 1);
    CHECK(found.chances[1].b == 2);
    CHECK(found.chances[2].a == 1);
    CHECK(found.chances[0].a_beats_b.value == Approx(1 - below(180'000)).margin(1e-6));
    CHECK(found.chances[2].a_beats_b.value == 1);
}

TEST_CASE("the safest of the others counts without its shares") {
    // The other one is 100,000 for certain, and shares.
    const auto found = bands({listed("BIG"), listed("TOO"), pay("Less", 90'000)}, block);
    CHECK(*found.offers[0]->chance_below_safest == Approx(0).margin(1e-9));
    CHECK(found.pays_most[0] == Approx(0.5).margin(1e-3));
    CHECK(found.pays_most[1] == Approx(0.5).margin(1e-3));
}

TEST_CASE("one line an offer has no block, and the same band") {
    const auto found = bands({listed(), pay("Safe", 180'000)}, line);
    REQUIRE(found.any());
    CHECK(found.offers[0]->years.empty());
    CHECK(found.offers[0]->shortfall.is_zero());
    CHECK(found.chances.empty());
    CHECK(found.pays_most.size() == 2);
    CHECK(found.offers[0]->quantiles == bands({listed(), pay("Safe", 180'000)}, block).offers[0]->quantiles);
}

TEST_CASE("what is assumed of a price is said where a band rests on it, and how prices move together where two do") {
    const auto stated = bands({listed()}, line);
    CHECK_FALSE(stated.volatility_assumed);
    CHECK_FALSE(stated.correlation_assumed);
    CHECK(stated.assumed_volatility == *quantity::Rate::of(2, 5));
    CHECK(stated.assumed_correlation == *quantity::Rate::of(1, 2));
    const auto assumed = bands({listed("BIG", "")}, line);
    CHECK(assumed.volatility_assumed);
    CHECK_FALSE(assumed.correlation_assumed);
    CHECK_FALSE(bands({listed(), pay("Safe", 1)}, line).correlation_assumed);
    CHECK(bands({listed("A"), listed("B")}, line).correlation_assumed);
}

TEST_CASE("nothing has a band without uncertain shares, or among more offers than are looked at") {
    const auto certain = bands({pay("A", 100'000), pay("B", 110'000)}, block);
    CHECK_FALSE(certain.any());
    CHECK(certain.offers.size() == 2);
    CHECK(certain.pays_most.empty());
    std::vector<std::string> many(choice::most_banded, pay("A", 100'000));
    many.front() = listed();
    CHECK(bands(many, line).any());
    many.push_back(pay("A", 100'000));
    const auto beyond = bands(many, line);
    CHECK_FALSE(beyond.any());
    CHECK(beyond.offers.size() == many.size());
}

TEST_CASE("another figure than the average has the average's band beside its own") {
    const auto found = bands({listed()}, block, model::Definition::first_year);
    CHECK(found.figure == model::Definition::first_year);
    const auto& band = *found.offers[0];
    CHECK(major(band.quantiles[2]) == Approx(4 * average_at(0) - 300'000).epsilon(1e-6));
    CHECK(major(band.average[2]) == Approx(average_at(0)).epsilon(1e-6));
}
