// The sale value of a private company at which an offer reaches a goal, and what one sale after another brings
// (docs/numbers.md, "Exits").

#include <string>
#include <vector>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/choice/comparison/sales.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Definition;
using offers::usd;
using quantity::Money;
using quantity::Rate;

namespace {

/// 150,000 a year, and 10,000 of a million shares as options at 1.00 that vest after four years.
std::string young(const std::string& stock = {}, const std::string& rest = {}) {
    return R"(company = "Young"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-01
fully_diluted = 1_000_000
)" + stock +
           R"([[grant]]
instrument = "nso"
quantity = 10_000
strike = 1.00
vesting = { over = "4 years", every = "4 years" }
)" + rest;
}

std::string sold(const std::string& name, const std::string& chance, const std::string& rest) {
    return "[[exit]]\nname = \"" + name + "\"\nchance = \"" + chance + "\"\nafter = \"4 years\"\n" + rest;
}

struct Alone : offers::Alone {
    using offers::Alone::Alone;

    std::optional<choice::CompanyTie> tie(Money goal) {
        return choice::solve_company(comparison.offers[0], goal, valuation, discounting);
    }
    std::optional<choice::Sales> sales(const std::vector<Money>& values) {
        return choice::sales_at(comparison.offers[0], values);
    }
};

}  // namespace

TEST_CASE("the options bring the gap of all years at a value that is theirs and everybody else's") {
    // 50,000 a year over four years on 10,000 options: 20.00 above the strike, of a million shares.
    const auto tie = Alone{young()}.tie(usd(200'000));
    REQUIRE(tie.has_value());
    CHECK(tie->value == usd(21'000'000));
    CHECK(tie->chance == Rate{0});
    CHECK_FALSE(tie->last_round.has_value());
    // Where no shares are needed, any sale does.
    CHECK(Alone{young()}.tie(usd(150'000))->value == usd(0));
    CHECK(Alone{young()}.tie(usd(120'000))->value == usd(0));
}

TEST_CASE("debt and fees come first where all sales state the same, and a tender has none") {
    const std::string owed = "value = 30_000_000\ndebt = 1_000_000\nfees = 500_000\n";
    CHECK(Alone{young({}, sold("a", "40%", owed) + sold("b", "60%", owed))}.tie(usd(200'000))->value ==
          usd(22'500'000));
    const std::string other = "value = 30_000_000\ndebt = 1_000_000\n";
    CHECK(Alone{young({}, sold("a", "40%", owed) + sold("b", "60%", other))}.tie(usd(200'000))->value ==
          usd(21'000'000));
    const std::string tender = "how = \"tender\"\nprice = 5\n";
    CHECK(Alone{young({}, sold("t", "40%", tender) + sold("b", "60%", owed))}.tie(usd(200'000))->value ==
          usd(22'500'000));
}

TEST_CASE(
    "the chance is that of the scenarios worth as much or more, by the price of a share where there is no value") {
    const std::string exits = sold("closes", "50%", "value = 0\n") + sold("as much", "30%", "value = 21_000_000\n") +
                              sold("more", "20%", "value = 90_000_000\n");
    CHECK(Alone{young({}, exits)}.tie(usd(200'000))->chance == *Rate::of(1, 2));
    CHECK(Alone{young({}, exits)}.tie(usd(200'001))->chance == *Rate::of(1, 5));
    CHECK(Alone{young({}, exits)}.tie(usd(100'000))->chance == Rate{1});
    const std::string bought = sold("little", "40%", "how = \"tender\"\nprice = 20.99\n") +
                               sold("enough", "60%", "how = \"tender\"\nprice = 21\n");
    CHECK(Alone{young({}, bought)}.tie(usd(200'000))->chance == *Rate::of(3, 5));
    CHECK(Alone{young({}, bought)}.tie(usd(100'000))->chance == Rate{1});
}

TEST_CASE("the last round stands beside it: the preferred price of all shares") {
    CHECK(Alone{young("preferred_price = 12.5\n")}.tie(usd(200'000))->last_round == usd(12'500'000));
}

TEST_CASE("a present value needs what its gap grows to by the end of the window, and other figures have no such sale") {
    // Over four years from 2026-03-02 at 5%: 1.05^(1461 / 365.25) = 1.21550625 times the gap of 100,000.
    const auto without = Alone{young({}, {}), Definition::present_value};
    auto valuation = without.valuation;
    valuation.discount_rate = *Rate::of(5, 100);
    auto comparison = offers::compare(without.offers, valuation);
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    const auto rest =
        choice::figure_without_shares(comparison.offers[0], Definition::present_value, valuation, discounting);
    const auto tie = choice::solve_company(comparison.offers[0], rest + usd(100'000), valuation, discounting);
    REQUIRE(tie.has_value());
    const double price = static_cast<double>(tie->value.minor()) / 1e8;
    CHECK(price == Approx(1 + 12.1550625).epsilon(1e-3));
    for (const auto by : {Definition::first_year, Definition::annualized, Definition::target, Definition::guaranteed}) {
        CHECK_FALSE(Alone(young(), by).tie(usd(200'000)).has_value());
    }
}

TEST_CASE("public stock, an unknown number of shares and no shares of one's own have no such sale") {
    const std::string listed =
        "company = \"B\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 150_000\n[stock]\nkind = "
        "\"public\"\nprice = 1\n[[grant]]\nquantity = 10_000\nvesting = { over = \"4 years\", every = \"4 years\" }\n";
    CHECK_FALSE(Alone{listed}.tie(usd(200'000)).has_value());
    CHECK_FALSE(Alone{listed}.sales({usd(1)}).has_value());
    std::string uncounted = young();
    uncounted.erase(uncounted.find("fully_diluted"), std::string{"fully_diluted = 1_000_000\n"}.size());
    CHECK_FALSE(Alone{uncounted}.tie(usd(200'000)).has_value());
    CHECK_FALSE(Alone{uncounted}.sales({usd(1)}).has_value());
    const std::string paid = "company = \"C\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 150_000\n";
    CHECK_FALSE(Alone{paid}.tie(usd(200'000)).has_value());
    CHECK_FALSE(Alone{paid}.sales({usd(1)}).has_value());
}

TEST_CASE("a sale brings each share its part above the strike, and nothing below it") {
    const auto sales = Alone{young()}.sales({usd(0), usd(500'000), usd(21'000'000)});
    REQUIRE(sales.has_value());
    CHECK(sales->vested == quantity::Shares{10'000});
    CHECK(sales->exercise_cost == usd(10'000));
    REQUIRE(sales->rows.size() == 3);
    CHECK(sales->rows[0].worth == usd(0));
    CHECK_FALSE(sales->rows[0].of_value.has_value());
    CHECK(sales->rows[1].worth == usd(0));
    CHECK(sales->rows[1].of_value == Rate{0});
    CHECK(sales->rows[2].share_price == quantity::Exact{21});
    CHECK(sales->rows[2].worth == usd(200'000));
    CHECK(sales->rows[2].of_value == *Rate::of(1, 105));
}

TEST_CASE("sales of a company in another currency are told in that of the results, without a share of the value") {
    std::string foreign = young("currency = \"EUR\"\n");
    foreign += "[fx]\n\"EUR/USD\" = 1.25\nas_of = 2026-01-01\n";
    const Money euros{2'100'000'000, *quantity::Currency::of("EUR")};
    const auto sales = Alone{foreign}.sales({euros});
    REQUIRE(sales.has_value());
    // 20.00 euros above the strike on 10,000 options are 200,000 euros.
    CHECK(sales->rows.at(0).worth == usd(250'000));
    CHECK_FALSE(sales->rows[0].of_value.has_value());
    CHECK(sales->exercise_cost == usd(12'500));
    // And the other way round: 40,000 dollars a year lacking are 128,000 euros in all, 12.80 a share.
    CHECK(Alone{foreign}.tie(usd(190'000))->value == Money{1'380'000'000, *quantity::Currency::of("EUR")});
}
