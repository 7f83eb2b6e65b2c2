// The rules of money over time, each worked by hand (docs/numbers.md, "Pay", "Stock", "Present value" and
// "Definitions").

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using timeline::Category;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";

choice::Comparison alone(const model::Offer& offer, const model::Valuation& valuation = offers::valuation()) {
    diagnostic::Diagnostics diagnostics;
    auto comparison = choice::compare({&offer, 1}, valuation, diagnostics);
    REQUIRE(comparison.has_value());
    return *std::move(comparison);
}

std::vector<std::string> column(const value::ValuedOffer& offer, Category category) {
    std::vector<std::string> result;
    for (const auto& year : offer.years) {
        result.push_back(offers::text(year.parts[category]));
    }
    return result;
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("a raise comes on each anniversary of as_of, is exact, and a year holds exactly twelve parts") {
    const auto offer = offers::read(head + "[base]\nsalary = 100_000.01\nraise = \"3%\"\n");
    // 100,000.01 x 1.03 = 103,000.0103; x 1.0609 = 106,090.010609; x 1.092727 = 109,272.71092727
    CHECK(column(alone(offer).offers[0], Category::base) ==
          Row{"100,000.01", "103,000.01", "106,090.01", "109,272.71"});
}

TEST_CASE("a raise counted from an earlier as_of comes inside the year") {
    // The salary is of 2025-07-01, so months from July 2026 on pay 3% more: 6 x 10,000 + 6 x 10,300.
    const auto offer = offers::read(head + "[base]\nsalary = 120_000\nas_of = 2025-07-01\nraise = \"3%\"\n");
    CHECK(column(alone(offer).offers[0], Category::base)[0] == "121,800.00");
}

TEST_CASE("a dated change applies to months that begin on or after it, and ends raises") {
    const auto offer = offers::read(head + R"([base]
salary = 120_000
raise = "10%"
[[base.change]]
on = 2027-03-15
salary = 144_000
)");
    // 2027: January to March at 132,000 / 12 = 11,000, from April on 12,000; no raise after.
    CHECK(column(alone(offer).offers[0], Category::base) ==
          Row{"120,000.00", "141,000.00", "144,000.00", "144,000.00"});
}

TEST_CASE("hourly and daily pay are yearly amounts by hours, weeks and days") {
    CHECK(column(alone(offers::read(head + "[base]\nhourly = 95\nhours_per_week = 37.5\n")).offers[0],
                 Category::base)[0] == "185,250.00");
    CHECK(column(alone(offers::read(head + "[base]\ndaily = 650\n")).offers[0], Category::base)[0] == "143,000.00");
}

TEST_CASE(
    "pay ends with the last day employed: a month that ends the day after is whole, a cut month pays by its days") {
    const auto whole = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\nend = 2026-06-30\n[base]\nsalary = 120_000\n");
    CHECK(column(alone(whole).offers[0], Category::base)[0] == "60,000.00");
    const auto cut = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\nend = 2026-06-12\n[base]\nsalary = 120_000\n");
    // Five months and 12 of June's 30 days.
    CHECK(column(alone(cut).offers[0], Category::base)[0] == "54,000.00");
    CHECK(offers::text(alone(cut).offers[0].definitions.average) == "13,500.00");
}

TEST_CASE(
    "a sign-on paid at once on an anniversary belongs to the year that begins there; a vest on it to the year that "
    "ends there") {
    const auto offer = offers::read(head + R"(
[[sign_on]]
name = "Second"
amount = 10_000
after = "1 year"
[stock]
kind = "public"
price = 1.00
[[grant]]
id = "g"
instrument = "rsu"
quantity = 400
vesting = { over = "4 years", every = "1 year" }
)");
    const auto comparison = alone(offer);
    CHECK(column(comparison.offers[0], Category::sign_on) == Row{"0.00", "10,000.00", "0.00", "0.00"});
    CHECK(column(comparison.offers[0], Category::equity) == Row{"100.00", "100.00", "100.00", "100.00"});
}

TEST_CASE("a sign-on paid over months is split to the cent, each part at its month's end") {
    const auto offer = offers::read(
        head + "[[sign_on]]\nname = \"S\"\namount = 100_000\nover = \"24 months\"\nafter = \"6 months\"\n");
    const auto comparison = alone(offer);
    // 6 parts in year 1, 12 in year 2, 6 in year 3.
    CHECK(column(comparison.offers[0], Category::sign_on) == Row{"25,000.00", "50,000.00", "25,000.00", "0.00"});
    quantity::Money sum = quantity::Money::zero(comparison.currency);
    int parts = 0;
    for (const auto& flow : comparison.offers[0].flows) {
        sum += flow.amount;
        ++parts;
    }
    CHECK(parts == 24);
    CHECK(offers::text(sum) == "100,000.00");
    CHECK(to_string(comparison.offers[0].flows.front().date) == "2026-08-01");
}

TEST_CASE("a guaranteed bonus pays its whole target and is guaranteed; other years pay the expected payout") {
    const auto offer = offers::read(
        head + "[base]\nsalary = 100_000\n[bonus]\ntarget = \"20%\"\npayout = \"80%\"\nguaranteed_years = 1\n");
    const auto comparison = alone(offer);
    CHECK(column(comparison.offers[0], Category::bonus) == Row{"20,000.00", "16,000.00", "16,000.00", "16,000.00"});
    CHECK(offers::text(comparison.offers[0].definitions.guaranteed) == "120,000.00");
    CHECK(offers::text(comparison.offers[0].by_certainty.contingent) == "48,000.00");
    CHECK(offers::text(comparison.offers[0].definitions.target) == "120,000.00");
}

TEST_CASE("the month a bonus is paid in moves its date and not its year") {
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 100_000\n[bonus]\ntarget = "
        "\"10%\"\npaid = 3\n");
    const auto comparison = alone(offer);
    CHECK(column(comparison.offers[0], Category::bonus) == Row{"10,000.00", "10,000.00", "10,000.00", "10,000.00"});
    std::vector<std::string> dates;
    for (const auto& flow : comparison.offers[0].flows) {
        if (flow.category == Category::bonus) {
            dates.push_back(to_string(flow.date));
        }
    }
    CHECK(dates == Row{"2027-03-31", "2028-03-31", "2029-03-31", "2030-03-31"});
}

TEST_CASE("a deferred part of a bonus counts in the year of its own dates, to the cent") {
    const auto offer = offers::read(head + R"([base]
salary = 100_000
[bonus]
target = "10%"
deferred = { portion = "40%", vesting = { over = "3 years", every = "12 months" } }
)");
    // 6,000 at once each year; 4,000 of year 1 in thirds (1,333.33 1,333.33 1,333.34) from its payment on.
    const auto bonus = column(alone(offer).offers[0], Category::bonus);
    CHECK(bonus == Row{"6,000.00", "7,333.33", "8,666.66", "10,000.00"});
}

TEST_CASE("a retirement match fills its tiers up to the employer's limit, and yearly benefits come in twelfths") {
    const auto match = [](const std::string& text) {
        return column(alone(offers::read(head + "[base]\nsalary = 200_000\n[benefits]\n" + text)).offers[0],
                      Category::benefits)[0];
    };
    CHECK(match("retirement_match = { rate = \"50%\", up_to = \"6%\" }\n") == "6,000.00");
    CHECK(match("retirement_match = { rate = \"50%\", up_to = \"20%\", limit = 11_750 }\n") == "11,750.00");
    CHECK(match("retirement_match = { tiers = [[\"100%\", \"3%\"], [\"50%\", \"2%\"]] }\n") == "8,000.00");
    CHECK(match("health = 12_000\nretirement = \"10%\"\n") == "32,000.00");
    // From a year of service on there is none in the first year.
    CHECK(match("[[benefits.other]]\nname = \"Meals\"\namount = 4_000\nafter = \"9 months\"\n") == "1,000.00");
}

TEST_CASE("costs are counted once on the first day or every year, and parts add up to the total") {
    const auto offer = offers::read(head +
                                    "[base]\nsalary = 100_000\n[[cost]]\nname = \"Move\"\namount = 8_000\nonce = "
                                    "true\n[[cost]]\nname = \"Commute\"\namount = 1_200\n");
    const auto comparison = alone(offer);
    CHECK(column(comparison.offers[0], Category::costs) == Row{"-9,200.00", "-1,200.00", "-1,200.00", "-1,200.00"});
    CHECK(offers::text(comparison.offers[0].definitions.first_year) == "90,800.00");
    CHECK(offers::text(comparison.offers[0].definitions.guaranteed) == "90,800.00");
}

TEST_CASE("present value discounts each flow by days over 365.25 from the first day and rounds once") {
    // One payment, exactly four times 365.25 days after the start: 100,000 / 1.05^4 = 82,270.2474791...
    const auto offer = offers::read(head + "[[sign_on]]\nname = \"S\"\namount = 100_000\non = 2030-01-01\n");
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(60);
    const auto comparison = alone(offer, valuation);
    CHECK(offers::text(comparison.offers[0].definitions.present_value) == "82,270.25");
    // and x 0.868^4, the chance of still being there: 46,700.5187...
    CHECK(offers::text(comparison.offers[0].definitions.survival_weighted) == "46,700.52");
}

TEST_CASE("a horizon that is no whole number of years shows a short last year, and the average is by months") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(18);
    const auto comparison =
        alone(offers::read(head + "[base]\nsalary = 120_000\n[bonus]\namount = 12_000\n"), valuation);
    REQUIRE(comparison.offers[0].years.size() == 2);
    CHECK(to_string(comparison.offers[0].years[1].to) == "2027-07-01");
    CHECK(offers::text(comparison.offers[0].years[1].total) == "66,000.00");
    CHECK(offers::text(comparison.offers[0].definitions.average) == "132,000.00");
}

TEST_CASE("growth compounds by days from the day of the price, to the same cent everywhere") {
    const auto offer = offers::read(head + R"(
[stock]
kind = "public"
price = 100.00
growth = "10%"
[[grant]]
id = "g"
instrument = "rsu"
quantity = 1_000
vesting = { on = [ { date = 2030-01-01, portion = "1" } ] }
)");
    // 1,461 days are four years of 365.25: 100 x 1.1^4 = 146.41.
    CHECK(offers::text(alone(offer).offers[0].total) == "146,410.00");
}

TEST_CASE(
    "what waits for an undated event counts nothing and stands beside the total with today's worth and its chance") {
    const auto offer = offers::read(head + R"(
[stock]
kind = "private"
price = 10.00
[[grant]]
id = "g"
instrument = "rsu"
quantity = 1_000
vesting = { over = "4 years", every = "1 year" }
gate = "ipo"
[[event]]
id = "ipo"
chance = "40%"
)");
    const auto comparison = alone(offer);
    CHECK(comparison.offers[0].total.is_zero());
    REQUIRE(comparison.offers[0].pending.size() == 1);
    CHECK(comparison.offers[0].pending[0].quantity == quantity::Shares{1000});
    CHECK(offers::text(comparison.offers[0].pending[0].worth_today) == "10,000.00");
    REQUIRE(comparison.offers[0].pending[0].events.size() == 1);
    CHECK(comparison.offers[0].pending[0].events[0].chance == quantity::Rate::of(40, 100));
    CHECK(comparison.offers[0].definitions.annualized.is_zero());
}

TEST_CASE("the job held now counts only what is dated after the first day of the offers beside it") {
    const auto current = offers::read(R"(
company = "Now"
currency = "USD"
kind = "current"
start = 2022-05-16
[base]
salary = 100_000
[stock]
kind = "public"
price = 10.00
as_of = 2026-01-01
[[grant]]
id = "old"
instrument = "rsu"
quantity = 1_600
vesting = { over = "4 years", every = "3 months", cliff = "12 months" }
)",
                                      "now.toml");
    const auto offer = offers::read(
        "company = \"Next\"\ncurrency = \"USD\"\nstart = 2026-02-16\n[base]\nsalary = 110_000\n", "next.toml");
    const std::vector both{current, offer};
    const auto comparison = offers::compare(both, offers::valuation());
    // The vest of 2026-02-16 is already theirs; that of 2026-05-16 is to come.
    CHECK(column(comparison.offers[0], Category::equity) == Row{"1,000.00", "0.00", "0.00", "0.00"});
    CHECK(comparison.offers[0].window.start() == offers::date(2026, 2, 16));
    CHECK(column(comparison.offers[0], Category::base)[0] == "100,000.00");
}

TEST_CASE(
    "an offer with everything agrees to the cent with a computation in exact fractions and sixty-digit decimals") {
    // Worked apart from this library, in Python's fractions and decimal modules, from the rules in docs/numbers.md: a
    // start on a 31st, a raise, an expected payout, sign-ons at once and in sevenths, growth from before the start, a
    // grant of money rounded up, vesting on the 15th, a capped match.
    const auto offer = offers::read(R"(
company = "All of it"
currency = "USD"
start = 2026-03-31
[base]
salary = 187_345.67
raise = "3.5%"
[bonus]
target = "12.5%"
payout = "90%"
paid = 3
[[sign_on]]
name = "At once"
amount = 33_333.33
[[sign_on]]
name = "In parts"
amount = 10_000
over = "7 months"
after = "3 months"
[stock]
kind = "public"
price = 123.45
growth = "7%"
as_of = 2026-02-10
[[grant]]
id = "g"
instrument = "rsu"
value = 250_000
conversion = { price = 111.11, round = "up" }
vesting = { yearly = ["38%", "32%", "20%", "10%"], every = "3 months" }
day_of_month = 15
[benefits]
health = 9_999.99
retirement_match = { rate = "50%", up_to = "6%", limit = 5_000 }
[[cost]]
name = "Commute"
amount = 1_234.56
)");
    const auto comparison = alone(offer);
    const auto& valued = comparison.offers[0];
    CHECK(column(valued, Category::base) == Row{"187,345.67", "193,902.77", "200,689.37", "207,713.49"});
    CHECK(column(valued, Category::bonus) == Row{"21,076.39", "21,814.06", "22,577.55", "23,367.77"});
    CHECK(column(valued, Category::sign_on) == Row{"43,333.33", "0.00", "0.00", "0.00"});
    CHECK(column(valued, Category::equity) == Row{"110,821.66", "99,853.31", "66,780.50", "35,886.07"});
    CHECK(column(valued, Category::benefits) == Row{"14,999.99", "14,999.99", "14,999.99", "14,999.99"});
    CHECK(column(valued, Category::costs) == Row{"-1,234.56", "-1,234.56", "-1,234.56", "-1,234.56"});
    CHECK(offers::text(valued.definitions.first_year) == "376,342.48");
    CHECK(offers::text(valued.definitions.annualized) == "284,097.21");
    CHECK(offers::text(valued.definitions.average) == "322,555.92");
    CHECK(offers::text(valued.definitions.target) == "273,263.88");
    CHECK(offers::text(valued.definitions.guaranteed) == "244,444.43");
    CHECK(offers::text(valued.definitions.present_value) == "1,175,019.57");
    CHECK(offers::text(valued.definitions.survival_weighted) == "912,446.90");
}
