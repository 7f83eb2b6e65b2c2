// What a share would have to do for a figure to reach a goal (docs/numbers.md, "Break-even").

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/break_even.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Definition;
using offers::usd;
using quantity::Money;

namespace {

/// 100,000 a year over four years from 2026-01-01, valued by the average.
std::string offer(const std::string& rest) {
    return "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = 100_000\n" + rest;
}

std::string stock(const std::string& more = {}) {
    return "[stock]\nkind = \"public\"\nprice = 100\nas_of = 2026-01-01\n" + more;
}

struct Alone : offers::Alone {
    using offers::Alone::Alone;

    [[nodiscard]] Money figure() const { return comparison.figure(0); }
    choice::StockSolution reaching(Money goal) {
        return choice::solve_stock(comparison.offers[0], goal, valuation, discounting);
    }
    [[nodiscard]] std::optional<double> price(Money goal) {
        const auto found = reaching(goal).price;
        return found ? std::optional{found->approximate()} : std::nullopt;
    }
    [[nodiscard]] std::optional<double> price_after_counting(Money goal) {
        const auto found = reaching(goal).price_after_counting;
        return found ? std::optional{found->approximate()} : std::nullopt;
    }
    [[nodiscard]] std::optional<double> growth(Money goal) {
        const auto found = reaching(goal).growth;
        return found ? std::optional{found->approximate()} : std::nullopt;
    }
};

const std::string four_years = "vesting = { over = \"4 years\", every = \"1 year\" }\n";
const std::string shares = stock() + "[[grant]]\nid = \"g\"\nquantity = 4_000\n" + four_years;
const std::string options =
    stock() + "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nquantity = 4_000\nstrike = 50\n" + four_years;
// 400,000 that become shares after a year, which vest one and two years later.
const std::string money_first =
    "[[grant]]\nid = \"g\"\nvalue = 400_000\ngrant_date = 2027-01-01\nvesting = { over = \"2 "
    "years\", every = \"1 year\" }\n";

}  // namespace

TEST_CASE("a thousand shares a year bring a thousand times their price") {
    CHECK(Alone{offer(shares)}.figure() == usd(200'000));
    CHECK(Alone{offer(shares)}.price(usd(250'000)) == 150.0);
    CHECK(Alone{offer(shares)}.price(usd(200'000)) == 100.0);
    CHECK(Alone{offer(shares)}.price(usd(100'500)) == 0.5);
    CHECK(Alone{offer(shares)}.price(usd(100'000)) == 0.0);
    CHECK_FALSE(Alone{offer(shares)}.price(usd(99'999)).has_value());
    // Above what any share costs.
    CHECK(Alone{offer(shares)}.price(usd(900'000'100'000)) == 900'000'000.0);
    CHECK_FALSE(Alone{offer(shares)}.price(usd(2'000'000'000'000)).has_value());
}

TEST_CASE("options bring what the price has above the strike, and nothing at every price below it") {
    CHECK(Alone{offer(options)}.figure() == usd(150'000));
    CHECK(Alone{offer(options)}.price(usd(200'000)) == 150.0);
    CHECK(Alone{offer(options)}.price(usd(101'000)) == 51.0);
    const auto nothing = Alone{offer(options)}.price(usd(100'000));
    REQUIRE(nothing.has_value());
    CHECK(*nothing <= 50);
    // They stand below their strike now: what they bring is nothing at this price already.
    const auto under_water = Alone{offer(stock() +
                                         "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nquantity = "
                                         "4_000\nstrike = 150\n" +
                                         four_years)}
                                 .price(usd(100'000));
    REQUIRE(under_water.has_value());
    CHECK(*under_water <= 150);
    CHECK_FALSE(Alone{offer(options)}.price(usd(99'999)).has_value());
}

TEST_CASE("growth counts until a tranche vests, from nothing on and at what is stated alike") {
    // 100,000 x (g + g^2 + g^3 + g^4) / 4 on top of the base; at 10% a year 510,510 / 4.
    for (const std::string stated : {"", "growth = \"4%\"\n", "growth = \"-20%\"\n"}) {
        const std::string text = offer(stock(stated) + "[[grant]]\nid = \"g\"\nquantity = 4_000\n" + four_years);
        CAPTURE(stated);
        const auto found = Alone{text}.growth(usd(100'000) + Money{12'762'750, *quantity::Currency::of("USD")});
        REQUIRE(found.has_value());
        CHECK(*found == Approx(0.1).margin(2e-4));
    }
}

TEST_CASE("money that becomes shares later buys fewer of them the more they have grown by then") {
    // What is bought for 200,000 each grows for one year and for two: 220,000 and 242,000 at 10%, over four years.
    for (const std::string stated : {"", "growth = \"4%\"\n", "growth = \"-20%\"\n"}) {
        Alone one{offer(stock(stated) + money_first)};
        CAPTURE(stated);
        const auto found = one.growth(usd(100'000 + 462'000 / 4));
        REQUIRE(found.has_value());
        CHECK(*found == Approx(0.1).margin(5e-4));
        // A price moves what is bought already: at twice the price it is worth twice as much.
        const auto twice = one.price_after_counting(usd(-100'000) + one.figure() + one.figure());
        REQUIRE(twice.has_value());
        CHECK(*twice == Approx(200).margin(1e-3));
    }
}

TEST_CASE("a figure by the price times a factor moves with the shares alone") {
    const auto at = [](const std::string& text, double times, Definition by = Definition::average) {
        Alone one{text, by};
        return choice::figure_by_price(one.comparison.offers[0], one.valuation, one.discounting)(times);
    };
    CHECK(at(offer(shares), 1) == usd(200'000));
    CHECK(at(offer(shares), 0) == usd(100'000));
    CHECK(at(offer(shares), 2.5) == usd(350'000));
    CHECK(at(offer(options), 0.4) == usd(100'000));
    CHECK(at(offer(options), 2) == usd(250'000));
    CHECK(at(offer(shares), 3, Definition::guaranteed) == usd(100'000));
    CHECK(at(offer({}), 3) == usd(100'000));
    CHECK(at(offer(stock()), 3) == usd(100'000));
}
