// Figures that others published, each recomputed to the cent. The source stands beside each.

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

std::vector<std::string> totals(const value::ValuedOffer& offer) {
    std::vector<std::string> result;
    for (const auto& year : offer.years) {
        result.push_back(offers::text(year.total));
    }
    return result;
}

std::vector<std::string> refreshers(const value::ValuedOffer& offer) {
    std::vector<std::string> result;
    for (const auto& year : offer.years) {
        result.push_back(offers::text(year.parts[timeline::Category::refreshers]));
    }
    return result;
}

std::vector<std::string> equity(const value::ValuedOffer& offer) {
    std::vector<std::string> result;
    for (const auto& year : offer.years) {
        result.push_back(offers::text(year.parts[timeline::Category::equity]));
    }
    return result;
}

using Row = std::vector<std::string>;

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";
const std::string dollar_stock = "[stock]\nkind = \"public\"\nprice = 1.00\n";

}  // namespace

TEST_CASE("150k base, a 200k grant and even refreshers of 60k a year pay 200, 215, 230, 245 (Blind QE6nPq6V)") {
    // docs/numbers.md, "Equity".
    const std::vector offers_read{offers::read(head + dollar_stock + R"(
[base]
salary = 150_000
[[grant]]
id = "new-hire"
instrument = "rsu"
value = 200_000
vesting = { over = "4 years", every = "1 year" }
[refresher]
value = 60_000
vesting = { over = "4 years", every = "1 year" }
)")};
    auto valuation = offers::valuation();
    const auto without = offers::compare(offers_read, valuation);
    CHECK(totals(without.offers[0]) == Row{"200,000.00", "200,000.00", "200,000.00", "200,000.00"});
    CHECK(refreshers(without.offers[0]) == Row{"0.00", "15,000.00", "30,000.00", "45,000.00"});
    valuation.count_refreshers = true;
    const auto with = offers::compare(offers_read, valuation);
    CHECK(totals(with.offers[0]) == Row{"200,000.00", "215,000.00", "230,000.00", "245,000.00"});
    CHECK(offers::text(with.offers[0].definitions.average) == "222,500.00");
    // The annualized figure never counts refreshers: 150,000 + 200,000 / 4.
    CHECK(offers::text(with.offers[0].definitions.annualized) == "200,000.00");
}

TEST_CASE("100 shares over four years and 80 more a year later vest 45 in year 2") {
    // docs/numbers.md, "Dates and years".
    const std::vector offers_read{offers::read(head + dollar_stock + R"(
[[grant]]
id = "first"
instrument = "rsu"
quantity = 100
vesting = { over = "4 years", every = "1 year" }
[[grant]]
id = "second"
instrument = "rsu"
quantity = 80
grant_date = 2027-01-01
vesting = { over = "4 years", every = "1 year" }
)")};
    const auto comparison = offers::compare(offers_read, offers::valuation());
    CHECK(equity(comparison.offers[0]) == Row{"25.00", "45.00", "45.00", "45.00"});
    REQUIRE(comparison.offers[0].just_outside.empty());
}

TEST_CASE("stacked grants of 100k and 40, 60, 80, 100k vest as published, even and front-loaded (HN 27765672)") {
    // docs/numbers.md, "Equity".
    const std::string even = R"({ over = "4 years", every = "1 year" })";
    const auto stacked = [&](const std::string& first) {
        std::string file = head + dollar_stock;
        const int amounts[] = {100'000, 40'000, 60'000, 80'000, 100'000};
        for (int year = 0; year < 5; ++year) {
            file += "[[grant]]\nid = \"g" + std::to_string(year) +
                    "\"\ninstrument = \"rsu\"\nvalue = " + std::to_string(amounts[year]) +
                    "\ngrant_date = " + std::to_string(2026 + year) +
                    "-01-01\nvesting = " + (year == 0 ? first : even) + "\n";
        }
        const std::vector offers_read{offers::read(file)};
        auto valuation = offers::valuation();
        valuation.horizon = calendar::Period::months(60);
        return equity(offers::compare(offers_read, valuation).offers[0]);
    };
    CHECK(stacked(even) == Row{"25,000.00", "35,000.00", "50,000.00", "70,000.00", "70,000.00"});
    CHECK(stacked(R"({ yearly = ["33%", "33%", "22%", "12%"] })") ==
          Row{"33,000.00", "43,000.00", "47,000.00", "57,000.00", "70,000.00"});
}

TEST_CASE("1,176 shares at four yearly prices beside 120k pay what was published (r/levels_fyi, Meta E3 2022)") {
    // docs/numbers.md, "Stock".
    const std::vector offers_read{offers::read(head + R"(
[base]
salary = 120_000
[stock]
kind = "public"
price = 170.00
[[stock.path]]
on = 2027-01-01
price = 170.16
[[stock.path]]
on = 2028-01-01
price = 286.98
[[stock.path]]
on = 2029-01-01
price = 504.22
[[stock.path]]
on = 2030-01-01
price = 733.63
[[grant]]
id = "new-hire"
instrument = "rsu"
value = 200_000
vesting = { over = "4 years", every = "1 year" }
)")};
    const auto comparison = offers::compare(offers_read, offers::valuation());
    CHECK(comparison.offers[0].grants[0].quantity == quantity::Shares{1176});
    CHECK(totals(comparison.offers[0]) == Row{"170,027.04", "204,372.12", "268,240.68", "335,687.22"});
}

TEST_CASE("a 250k grant front-loaded at 40/30/20/10 vests 100, 75, 50 and 25k (r/levels_fyi)") {
    const std::vector offers_read{offers::read(head + dollar_stock + R"(
[[grant]]
id = "new-hire"
instrument = "rsu"
value = 250_000
vesting = { yearly = ["40%", "30%", "20%", "10%"], every = "3 months" }
)")};
    CHECK(equity(offers::compare(offers_read, offers::valuation()).offers[0]) ==
          Row{"100,000.00", "75,000.00", "50,000.00", "25,000.00"});
}

TEST_CASE("a bonus of 15% of 150,000 is 22,500, and 62,000 x 15% x 90% is 8,370 (levels.fyi; jointaro)") {
    const auto bonus = [](const std::string& salary, const std::string& payout) {
        const std::vector offers_read{offers::read(head + "[base]\nsalary = " + salary +
                                                   "\n[bonus]\ntarget = \"15%\"\npayout = \"" + payout + "\"\n")};
        return offers::text(
            offers::compare(offers_read, offers::valuation()).offers[0].years[0].parts[timeline::Category::bonus]);
    };
    CHECK(bonus("150_000", "100%") == "22,500.00");
    CHECK(bonus("62_000", "90%") == "8,370.00");
}

TEST_CASE("first years published for front-loaded and even grants of one level add up (r/levels_fyi, Airbnb G9)") {
    const auto first_year = [](const std::string& base, const std::string& stock, const std::string& bonus) {
        const std::vector offers_read{offers::read(head + dollar_stock + "[base]\nsalary = " + base +
                                                   "\n[bonus]\namount = " + bonus +
                                                   "\n[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nvalue = " + stock +
                                                   "\nvesting = { over = \"1 year\", every = \"3 months\" }\n")};
        return offers::text(offers::compare(offers_read, offers::valuation()).offers[0].definitions.first_year);
    };
    CHECK(first_year("226_500", "211_750", "62_800") == "501,050.00");
    CHECK(first_year("226_886", "182_429", "39_546") == "448,861.00");
}

TEST_CASE("20,000 options at 2 are worth 80,000 at 6 and nothing at 1.80 (Wealthfront)") {
    const auto worth = [](const std::string& price) {
        const std::vector offers_read{
            offers::read(head + "[stock]\nkind = \"public\"\nprice = " + price +
                         "\n[[grant]]\nid = \"options\"\ninstrument = \"nso\"\nquantity = 20_000\nstrike = "
                         "2.00\nvesting = { over = \"4 years\", every = \"1 month\", cliff = \"1 year\" }\n")};
        const auto comparison = offers::compare(offers_read, offers::valuation());
        return std::pair{offers::text(comparison.offers[0].total), comparison.offers[0].at_the_money.size()};
    };
    CHECK(worth("6.00") == std::pair<std::string, std::size_t>{"80,000.00", 0});
    // Never a bare zero: the reader is told what each 1.00 above the strike adds.
    CHECK(worth("1.80") == std::pair<std::string, std::size_t>{"0.00", 1});
}

TEST_CASE(
    "an ESPP is worth its discount on the contribution or on the limit, whichever is less; the lookback counts "
    "nothing") {
    // docs/numbers.md, "Pay".
    const auto espp = [](const std::string& limit) {
        const std::vector offers_read{offers::read(head +
                                                   "[base]\nsalary = 170_000\n[benefits]\nespp = { discount = \"15%\", "
                                                   "contribution = \"10%\", lookback = true" +
                                                   limit + " }\n")};
        return offers::text(
            offers::compare(offers_read, offers::valuation()).offers[0].years[0].parts[timeline::Category::benefits]);
    };
    // 17,000 x 0.15 / 0.85, and 25,000 x 0.85 x 0.15 / 0.85.
    CHECK(espp("") == "3,000.00");
    CHECK(espp(", limit = 18_000") == "2,700.00");
}

TEST_CASE(
    "a private share loses its discount; rounds to come lower the part of the company, never the price of a share") {
    // docs/numbers.md, "Stock".
    const std::vector offers_read{offers::read(head + R"(
[stock]
kind = "private"
price = 10.00
discount = "20%"
dilution = "10%"
rounds = 2
[[grant]]
id = "g"
instrument = "rsu"
quantity = 1_000
vesting = { over = "1 year", every = "1 year" }
)")};
    const auto comparison = offers::compare(offers_read, offers::valuation());
    // 1,000 x 10 x 0.8
    CHECK(equity(comparison.offers[0])[0] == "8,000.00");
    CHECK(offers::text(comparison.offers[0].definitions.annualized) == "8,000.00");
    CHECK(comparison.offers[0].by_certainty.uncertain == comparison.offers[0].total);
}

TEST_CASE("what a letter adds up counts a year of pay and bonus, and sign-ons and grants whole") {
    const std::vector offer{
        offers::read(head + dollar_stock +
                     "[base]\nsalary = 100_000\n[[bonus]]\nname = \"own\"\ntarget = \"10%\"\n[[bonus]]\nname = "
                     "\"fixed\"\namount = 5_000\n[[sign_on]]\nname = \"sign\"\namount = 20_000\n[[sign_on]]\nname = "
                     "\"move\"\namount = 1_000.50\n[[grant]]\nid = \"g\"\nvalue = 40_000\nvesting = "
                     "\"even-yearly\"\n[fx]\n\"EUR/USD\" = 1.25\n")};
    // 100,000 + 10,000 + 5,000 + 20,000 + 1,000.50 + 40,000
    CHECK(offers::text(offers::compare(offer, offers::valuation()).offers[0].everything) == "176,000.50");
    auto in_euro = offers::valuation();
    in_euro.currency = *quantity::Currency::of("EUR");
    CHECK(offers::text(offers::compare(offer, in_euro).offers[0].everything) == "140,800.40");
}
