// What offers come to when the prices of all their shares move alike (docs/report.md, "Value against share price").

#include <string>
#include <vector>

#include <offerkit/choice/comparison/price_lines.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using offers::usd;
using quantity::Money;

namespace {

std::string pay(const std::string& company, int salary) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = " + std::to_string(salary) + "\n";
}

/// So many shares at 40.00, a fourth of them in each of four years.
std::string with_shares(const std::string& company, int salary, int shares) {
    return pay(company, salary) + "[stock]\nprice = 40\n[[grant]]\nquantity = " + std::to_string(shares) +
           "\nvesting = { over = \"4 years\", every = \"12 months\" }\n";
}

choice::PriceLines lines_of(const std::vector<std::string>& texts) {
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    auto valuation = offers::valuation();
    valuation.by = model::Definition::average;
    return choice::price_lines(offers::compare(offers, valuation));
}

}  // namespace

TEST_CASE("the lines go from -80% to +200% in tens, and each figure moves by its shares alone") {
    const auto lines = lines_of({pay("Steady", 110'000), with_shares("Shares", 60'000, 4'000)});
    REQUIRE(lines.percents.size() == 29);
    CHECK(lines.percents.front() == -80);
    CHECK(lines.percents[8] == 0);
    CHECK(lines.percents.back() == 200);
    CHECK(lines.moves == std::vector<bool>{false, true});
    CHECK(lines.figures[0].front() == usd(110'000));
    CHECK(lines.figures[0].back() == usd(110'000));
    // 1,000 shares a year at 8.00, 40.00 and 120.00.
    CHECK(lines.figures[1].front() == usd(68'000));
    CHECK(lines.figures[1][8] == usd(100'000));
    CHECK(lines.figures[1].back() == usd(180'000));
}

TEST_CASE("the lead passes at the first tenth of a percent at which the next is ahead, and a tie is the first one's") {
    // At 50.00 both come to 110,000.
    const auto behind = lines_of({pay("Steady", 110'000), with_shares("Shares", 60'000, 4'000)});
    REQUIRE(behind.crossings.size() == 1);
    CHECK(behind.crossings[0].percent == Approx(25.1));
    CHECK(behind.crossings[0].from == 0);
    CHECK(behind.crossings[0].to == 1);
    CHECK(behind.crossings[0].figure == usd(110'040));
    const auto first = lines_of({with_shares("Shares", 60'000, 4'000), pay("Steady", 110'000)});
    REQUIRE(first.crossings.size() == 1);
    CHECK(first.crossings[0].percent == Approx(25.0));
    CHECK(first.crossings[0].from == 1);
    CHECK(first.crossings[0].to == 0);
    CHECK(first.crossings[0].figure == usd(110'000));
}

TEST_CASE("two changes of the lead between neighbouring points are both found, rising") {
    // 60,000 + 40,000 t is ahead of 110,000 from t = 1.25 on, and 14,000 + 76,000 t of it from 46 / 36 = 1.2778 on.
    const auto lines =
        lines_of({pay("Steady", 110'000), with_shares("Some", 60'000, 4'000), with_shares("Many", 14'000, 7'600)});
    REQUIRE(lines.crossings.size() == 2);
    CHECK(lines.crossings[0].percent == Approx(25.1));
    CHECK(lines.crossings[0].to == 1);
    CHECK(lines.crossings[1].percent == Approx(27.8));
    CHECK(lines.crossings[1].from == 1);
    CHECK(lines.crossings[1].to == 2);
    CHECK(lines.crossings[1].figure == usd(14'000 + 76'000) + Money{21'128'00, usd(0).currency()});
}

TEST_CASE("without a change of the lead there is no crossing") {
    CHECK(lines_of({pay("Rich", 500'000), with_shares("Shares", 60'000, 4'000)}).crossings.empty());
    CHECK(lines_of({with_shares("Shares", 60'000, 4'000)}).crossings.empty());
}
