// What uncertain pay is worth to somebody who owns something else (docs/numbers.md, "Worth to you").

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/quantity/estimate.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using quantity::Currency;
using quantity::Money;

namespace {

const model::StocksProfile& moves() {
    static const model::StocksProfile defaults{{"stocks", "default", {}, {}, calendar::Date::clamped(2026, 1, 1)},
                                               *quantity::Rate::of(2, 5),
                                               *quantity::Rate::of(1, 2)};
    return defaults;
}

/// Options that bring nothing, or 490,000 in one of five cases.
const std::string young = R"(company = "Young"
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
chance = "80%"
after = "4 years"
value = 0
[[exit]]
chance = "20%"
after = "4 years"
value = 50_000_000
)";

std::string listed(const std::string& volatility, const std::string& base = "[base]\nsalary = 100_000\n") {
    return "company = \"Big\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + base +
           "[stock]\nprice = 100.00\nas_of = 2026-03-02\nvolatility = \"" + volatility +
           "\"\n[[grant]]\ninstrument = \"rsu\"\nquantity = 4_000\nvesting = { over = \"4 years\", every = \"3 "
           "months\" }\n";
}

model::Priorities owning(std::int64_t wealth, int aversion, const char* currency = "USD") {
    model::Priorities priorities;
    priorities.wealth = model::Stated<Money>{Money{wealth * 100, *Currency::of(currency)}, {}};
    priorities.risk_aversion = model::Stated<quantity::Number>{quantity::Number{aversion}, {}};
    return priorities;
}

std::vector<std::optional<choice::WorthToYou>> worths(const std::string& text, const model::Priorities& priorities,
                                                      diagnostic::Diagnostics& problems) {
    const std::vector<model::Offer> papers{offers::read(text)};
    auto valuation = offers::valuation();
    valuation.discount_rate = quantity::Rate{0};
    return choice::worths_to_you(offers::compare(papers, valuation), moves(), priorities, problems);
}

double amount(const std::string& text, const model::Priorities& priorities) {
    diagnostic::Diagnostics problems;
    const auto found = worths(text, priorities, problems);
    REQUIRE(problems.all().empty());
    REQUIRE(found.front());
    return quantity::major_of(found.front()->amount);
}

}  // namespace

TEST_CASE("scenarios of an exit: the certain amount of equal mean utility, in closed form") {
    const double poor = 200'000 + 400'000;
    const double rich = poor + 490'000;
    CHECK(amount(young, owning(200'000, 1)) ==
          Approx(std::exp(0.8 * std::log(poor) + 0.2 * std::log(rich)) - 200'000).margin(0.01));
    CHECK(amount(young, owning(200'000, 2)) == Approx(1 / (0.8 / poor + 0.2 / rich) - 200'000).margin(0.01));
    diagnostic::Diagnostics problems;
    const auto found = worths(young, owning(200'000, 2), problems);
    CHECK(offers::text(found.front()->mean) == "498,000.00");
}

TEST_CASE("shares count for less than their mean, for more to the richer and for less to the more careful") {
    diagnostic::Diagnostics problems;
    const auto found = worths(listed("40%"), owning(300'000, 3), problems);
    REQUIRE(found.front());
    CHECK(offers::text(found.front()->mean) == "800,000.00");
    const double usual = quantity::major_of(found.front()->amount);
    CHECK(usual < 800'000);
    CHECK(amount(listed("40%"), owning(3'000'000, 3)) > usual);
    CHECK(amount(listed("40%"), owning(300'000, 6)) < usual);
    CHECK(amount(listed("40%"), owning(1'000'000'000'000, 1)) == Approx(800'000).margin(1));
}

TEST_CASE("certain pay and priorities that do not ask give nothing") {
    diagnostic::Diagnostics problems;
    CHECK_FALSE(worths(listed("0%"), owning(300'000, 3), problems).front());
    CHECK_FALSE(worths(listed("40%"), {}, problems).front());
    CHECK(problems.all().empty());
}

TEST_CASE("wealth in another currency, and wealth of nothing beside nothing certain, are reported") {
    diagnostic::Diagnostics other;
    CHECK_FALSE(worths(listed("40%"), owning(300'000, 3, "EUR"), other).front());
    REQUIRE(other.all().size() == 1);
    CHECK(other.all().front().code == "conflict");
    diagnostic::Diagnostics nothing;
    CHECK_FALSE(worths(listed("40%", ""), owning(0, 3), nothing).front());
    REQUIRE(nothing.all().size() == 1);
    CHECK(nothing.all().front().code == "bad-money");
}
