// What formulas say of purchase plans and of shares without a market (docs/numbers.md, "What options are worth").

#include <string>

#include <offerkit/risk/offers/market_discount.hpp>
#include <offerkit/risk/offers/purchase_worth.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

const model::StocksProfile& moves() {
    static const model::StocksProfile defaults{{"stocks", "default", {}, {}, calendar::Date::clamped(2026, 1, 1)},
                                               *quantity::Rate::of(2, 5),
                                               *quantity::Rate::of(1, 2)};
    return defaults;
}

std::string with(const std::string& stock, const std::string& plan) {
    return R"(company = "Plan"
currency = "USD"
start = 2026-03-02
[base]
salary = 300_000
[benefits]
espp = { )" +
           plan +
           R"( }
[stock]
as_of = 2026-03-02
)" + stock +
           "\n";
}

const std::string looks_back = "discount = \"15%\", contribution = \"15%\", lookback = true, limit = 50_000";
const std::string moving = "price = 170.00\nvolatility = \"35%\"";

std::optional<risk::LookbackWorth> lookback(const std::string& stock, const std::string& plan) {
    const std::vector<model::Offer> papers{offers::read(with(stock, plan))};
    return risk::lookback_worth(offers::compare(papers, offers::valuation()).offers.front(), moves());
}

std::optional<risk::MarketDiscount> discount(const std::string& stock) {
    const std::vector<model::Offer> papers{
        offers::read("company = \"Young\"\ncurrency = \"USD\"\nstart = 2026-03-02\n"
                     "[base]\nsalary = 100_000\n[stock]\nkind = \"private\"\n"
                     "price = 1.00\nas_of = 2026-03-02\n" +
                     stock + "\n")};
    return risk::market_discount(offers::compare(papers, offers::valuation()).offers.front());
}

}  // namespace

TEST_CASE("a lookback adds what its payoff integrates to, for a period, with the limit in proportion") {
    // 15% of 300,000 is 22,500 a half-year, and the limit of 25,000 a half-year allows 21,250 of it.
    const auto worth = lookback(moving, looks_back);
    REQUIRE(worth);
    CHECK(offers::text(worth->adds) == "2,092.74");
    CHECK(worth->period == calendar::Period::months(6));
    CHECK_FALSE(worth->volatility_assumed);
    const auto quarter = lookback(moving, looks_back + ", period = \"3 months\"");
    REQUIRE(quarter);
    // Half the money and root half the spread.
    CHECK(quarter->adds < worth->adds);
    CHECK(quarter->adds > *quantity::multiply(worth->adds, *quantity::Rate::of(1, 4)));
}

TEST_CASE("without a volatility in the file the lookback takes the usual one, and says so") {
    const auto assumed = lookback("price = 170.00", looks_back);
    const auto stated = lookback("price = 170.00\nvolatility = \"40%\"", looks_back);
    REQUIRE(assumed);
    REQUIRE(stated);
    CHECK(assumed->adds == stated->adds);
    CHECK(assumed->volatility_assumed);
    CHECK_FALSE(stated->volatility_assumed);
}

TEST_CASE("no lookback, a certain price and a private company leave a purchase plan as it is") {
    CHECK_FALSE(lookback(moving, "discount = \"15%\", contribution = \"15%\""));
    CHECK_FALSE(lookback("price = 170.00\nvolatility = \"0%\"", looks_back));
    CHECK_FALSE(lookback("kind = \"private\"\n" + moving, looks_back));
}

TEST_CASE("private shares lose what the average-strike put says, over the years to the mean day of their scenarios") {
    const auto usual = discount("volatility = \"80%\"");
    REQUIRE(usual);
    CHECK(usual->part == Approx(0.263089).margin(5e-7));
    CHECK(usual->years == 3);
    CHECK(usual->years_assumed);
    const auto told = discount(R"(volatility = "60%"
fully_diluted = 1_000_000
[[grant]]
instrument = "rsu"
quantity = 1_000
vesting = { over = "4 years", every = "1 year" }
[[exit]]
chance = "50%"
after = "4 years"
value = 0
[[exit]]
chance = "50%"
after = "6 years"
value = 9_000_000)");
    REQUIRE(told);
    CHECK(told->years == Approx(5).margin(0.01));
    CHECK(told->part == Approx(0.257871).margin(2e-4));
    CHECK_FALSE(told->years_assumed);
    CHECK_FALSE(discount(""));
    CHECK_FALSE(discount("volatility = \"0%\""));
}
