// The chance that an offer with scenarios of an exit pays more than another (docs/numbers.md, "Exits").

#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/numeric/normal.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

/// 100,000 a year; 10,000 options of 1.00 that vest after four years and then bring nothing, or 490,000.
std::string young(const std::string& company, const std::string& good = "20%", const std::string& bad = "80%") {
    return "company = \"" + company + R"("
currency = "USD"
start = 2026-03-02
[base]
salary = 100_000
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-01
fully_diluted = 1_000_000
[[grant]]
instrument = "nso"
quantity = 10_000
strike = 1.00
vesting = { over = "4 years", every = "4 years" }
[[exit]]
name = "closes"
chance = ")" +
           bad + R"("
after = "4 years"
value = 0
[[exit]]
name = "sold"
chance = ")" +
           good + R"("
after = "4 years"
value = 50_000_000
)";
}

/// 100,000 a year and 400,000 of shares at today's price, all on one day after a year.
std::string listed(const std::string& volatility, const std::string& symbol = "BIG") {
    return R"(company = "Big"
currency = "USD"
start = 2026-03-02
[base]
salary = 100_000
[stock]
symbol = ")" +
           symbol + R"("
price = 100.00
as_of = 2026-03-02
volatility = ")" +
           volatility + R"("
[[grant]]
instrument = "rsu"
quantity = 4_000
vesting = { over = "1 year", every = "1 year" }
)";
}

choice::Uncertainty bands(const choice::Comparison& comparison) {
    static const model::StocksProfile defaults{{"stocks", "default", {}, {}, calendar::Date::clamped(2026, 1, 1)},
                                               *quantity::Rate::of(2, 5),
                                               *quantity::Rate::of(1, 2)};
    return choice::uncertainty_of(comparison, defaults, choice::BandDepth::block);
}

model::Valuation by_average() {
    auto valuation = offers::valuation();
    valuation.by = model::Definition::average;
    return valuation;
}

}  // namespace

TEST_CASE("scenarios against uncertain shares: the chance of each x the chance that the other stays below") {
    const std::vector<model::Offer> papers{offers::read(young("Young")), offers::read(listed("40%"))};
    const auto comparison = offers::compare(papers, by_average());
    const auto found = bands(comparison);
    REQUIRE(found.exit_wins.size() == 1);
    CHECK(found.exit_wins[0].offer == 0);
    CHECK(found.exit_wins[0].over == 1);
    // One vest: closed form. The shares of 400,000 stay below the 490,000 of a sale, and never below nothing.
    const double years = 365 / 365.25;
    const double spread = 0.4 * std::sqrt(years);
    const double below = numeric::normal_below(std::log(490'000.0 / 400'000.0) / spread + spread / 2);
    CHECK(found.exit_wins[0].chance == Approx(0.2 * below).epsilon(1e-9));
}

TEST_CASE("scenarios against a certain offer are the chances of those that pay more, exactly") {
    const std::vector<model::Offer> papers{offers::read(young("Young", "15%", "85%")), offers::read(listed("0%"))};
    const auto comparison = offers::compare(papers, by_average());
    const auto found = bands(comparison);
    REQUIRE(found.exit_wins.size() == 1);
    CHECK(found.exit_wins[0].chance == 0.15);
    CHECK_FALSE(found.any());
}

TEST_CASE("two offers with scenarios: each pair of theirs, independently, and a tie is no win") {
    const std::vector<model::Offer> papers{offers::read(young("One")), offers::read(young("Two", "50%", "50%"))};
    const auto comparison = offers::compare(papers, by_average());
    const auto found = bands(comparison);
    REQUIRE(found.exit_wins.size() == 2);
    CHECK(found.exit_wins[0].chance == Approx(0.2 * 0.5));
    CHECK(found.exit_wins[1].chance == Approx(0.5 * 0.8));
}

TEST_CASE("a figure that shares do not enter has no wins, nor has an offer alone") {
    const std::vector<model::Offer> papers{offers::read(young("Young")), offers::read(listed("40%"))};
    auto valuation = offers::valuation();
    valuation.by = model::Definition::guaranteed;
    CHECK(bands(offers::compare(papers, valuation)).exit_wins.empty());
    const std::vector<model::Offer> alone{offers::read(young("Young"))};
    CHECK(bands(offers::compare(alone, by_average())).exit_wins.empty());
}
