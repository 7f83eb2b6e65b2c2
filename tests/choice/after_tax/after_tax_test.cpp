// From an offer to what stays of it after tax, worked out by hand.

#include <string>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/after_tax/equivalent.hpp>
#include <offerkit/choice/after_tax/first_year.hpp>
#include <offerkit/choice/after_tax/taxed_pay.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/figures.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/taxed.hpp"

using namespace offerkit;
using choice::TaxedAs;
using taxes::Case;

namespace {

const std::string pay = R"(company = "Acme"
place = "us-tx"
currency = "USD"
start = 2026-01-05
[base]
salary = 100_000
)";

model::Stated<quantity::Money> dollars(std::int64_t units) {
    return {quantity::Money{units * 100, *quantity::Currency::of("USD")}};
}

}  // namespace

TEST_CASE("pay and shares of a year are taxed together, and what the shares cost is told from what is withheld") {
    const Case one{pay + R"([stock]
price = 10
[[grant]]
id = "g"
instrument = "rsu"
quantity = 4_000
vesting = { over = "6 months" }
)",
                   "us-tx", 1};
    REQUIRE(one.after);
    // 140,000 less 16,100 is 123,900: 1,240 + 4,560 + 12,166 + 24% of 18,200.
    CHECK(one.component(1, tax::Component::income_tax) == "22,334.00");
    CHECK(one.component(1, tax::Component::social_security) == "8,680.00");
    CHECK(one.component(1, tax::Component::medicare) == "2,030.00");
    CHECK(offers::text(one.year(1).after_tax) == "106,956.00");
    // Without the shares: 13,170 + 6,200 + 1,450 = 20,820.
    CHECK(offers::text(one.year(1).equity_costs) == "12,224.00");
    CHECK(offers::text(one.year(1).taxes.withheld) == "8,800.00");
    // 24% + 6.2% + 1.45% of the next thousand.
    CHECK(offers::text(one.year(1).next_of_cash) == "316.50");
    CHECK(offers::text(one.after->definitions.average) == "106,956.00");
    CHECK(offers::text(one.after->definitions.first_year) == "106,956.00");
}

TEST_CASE("what is earned inside the window and paid later is taxed in its last year") {
    const Case one{pay + "[bonus]\ntarget = \"10%\"\npaid = \"03-15\"\n", "us-tx", 2};
    REQUIRE(one.after);
    CHECK(offers::text(one.year(1).pay.cash) == "100,000.00");
    // The bonus of the first year, paid in March of the second, and that of the second, paid after it.
    CHECK(offers::text(one.year(2).pay.cash) == "120,000.00");
    CHECK(offers::text(one.after->definitions.average + one.after->definitions.average) ==
          offers::text(one.year(1).after_tax + one.year(2).after_tax));
}

TEST_CASE("options are taxed when the file says that they are exercised, and else not") {
    const std::string options = R"([stock]
price = 11
[[grant]]
id = "options"
instrument = "KIND"
strike = 1
quantity = 20_000
vesting = { over = "2 years", every = "12 months" }
)";
    const auto written = [&](const std::string& kind, const std::string& more) {
        std::string text = options;
        text.replace(text.find("KIND"), 4, kind);
        return pay + text + more;
    };
    const Case unplanned{written("nso", ""), "us-tx", 2};
    REQUIRE(unplanned.after);
    CHECK(unplanned.year(1).pay.equity.is_zero());
    CHECK(offers::text(unplanned.year(1).pay.untaxed) == "100,000.00");
    const Case planned{written("nso", "exercise = { on = 2027-06-01 }\n"), "us-tx", 2};
    REQUIRE(planned.after);
    CHECK(planned.year(1).pay.shares().is_zero());
    CHECK(offers::text(planned.year(2).pay.equity) == "200,000.00");
    // An incentive option is no income: its gain of 200,000 is counted by the alternative minimum tax alone.
    const Case incentive{written("iso", "exercise = { on = 2027-06-01 }\n"), "us-tx", 2};
    REQUIRE(incentive.after);
    CHECK(incentive.year(2).pay.equity.is_zero());
    CHECK(offers::text(incentive.year(2).pay.spread) == "200,000.00");
    CHECK(incentive.component(1, tax::Component::amt) == "0.00");
    CHECK(incentive.component(2, tax::Component::amt) != "0.00");
    CHECK(incentive.component(2, tax::Component::social_security) == "6,200.00");
}

TEST_CASE("with a spouse, what the offer adds to the household's taxes is taken off it") {
    model::Household household;
    household.status = {tax::Status::joint, {}};
    household.spouse_pay = dollars(100'000);
    const Case one{pay, "us-tx", 1, &household};
    REQUIRE(one.after);
    // Together 200,000 - 32,200 = 167,800: 2,480 + 9,120 + 22% of 67,000 = 26,340. The spouse alone: 67,800: 2,480 +
    // 12% of 43,000 = 7,640. The offer adds 18,700.
    CHECK(one.component(1, tax::Component::income_tax) == "18,700.00");
    CHECK(one.component(1, tax::Component::social_security) == "6,200.00");
}

TEST_CASE("a deferral lowers take-home by itself and the tax by its rate") {
    model::Household household;
    household.most_deferral = diagnostic::Span{};
    const Case without{pay, "us-tx", 1};
    const Case with{pay, "us-tx", 1, &household};
    REQUIRE(with.after);
    CHECK(offers::text(with.year(1).taxes.deferral) == "24,500.00");
    // 22% of 24,500.
    CHECK(offers::text(without.year(1).taxes.employee - with.year(1).taxes.employee) == "5,390.00");
    CHECK(offers::text(with.year(1).after_tax - with.year(1).take_home) == "24,500.00");
    household.most_deferral.reset();
    household.deferral = dollars(30'000);
    const Case above{pay, "us-tx", 1, &household};
    CHECK(!above.after);
    REQUIRE(above.problems.all().size() == 1);
    CHECK(above.problems.all().front().message.find("24,500") != std::string::npos);
}

TEST_CASE("the first year alone, and the annualized figure alone, are those of the whole offer") {
    const std::string text = pay + R"([[bonus]]
target = "12%"
[[sign_on]]
amount = 30_000
[stock]
price = 80.00
as_of = 2026-01-05
[[grant]]
instrument = "rsu"
quantity = 2_000
vesting = { over = "4 years", every = "3 months" }
)";
    const Case california{text, "us-ca", 3};
    REQUIRE(california.after);
    auto& discounting = const_cast<value::Discounting&>(*california.discounting);
    const choice::TaxingContext context{california.valuation, discounting, nullptr, california.rates};
    const auto& valued = california.comparison->offers.front();
    diagnostic::Diagnostics problems;
    const auto first = choice::first_year_after_tax(valued, *california.law, context, problems);
    REQUIRE(first);
    CHECK(first->counted == california.year(1).counted());
    CHECK(first->after_tax == california.year(1).after_tax);
    const auto annualized = value::annualized_offer(california.offers.front(), valued.window,
                                                    {california.valuation, discounting, valued.currency, {}}, problems);
    REQUIRE(annualized);
    CHECK(annualized->definitions.annualized == valued.definitions.annualized);
    CHECK(annualized->definitions.target == valued.definitions.target);
    CHECK(annualized->annualized.equity == valued.annualized.equity);
    CHECK(annualized->flows.empty());
    CHECK(choice::after_tax_figure(*annualized, *california.law, context, model::Definition::annualized, problems) ==
          california.after->definitions.annualized);
    CHECK(problems.all().empty());
}

TEST_CASE("the equivalent base leaves as much, and one less does not") {
    const Case texas{pay, "us-tx", 1};
    const Case california{pay, "us-ca", 1};
    REQUIRE((texas.after && california.after));
    const std::vector<choice::EquivalentCase> cases{
        {&*texas.after,
         nullptr,
         {texas.valuation, const_cast<value::Discounting&>(*texas.discounting), nullptr, texas.rates}},
        {&*california.after,
         nullptr,
         {california.valuation, const_cast<value::Discounting&>(*california.discounting), nullptr, california.rates}}};
    const auto same = choice::equivalents(cases);
    REQUIRE(same.size() == 1);
    CHECK(same.front().offer == 1);
    CHECK(same.front().as == 0);
    const auto left = [](quantity::Money base) {
        std::string text = pay;
        text.replace(text.find("100_000"), 7, std::to_string(base.minor() / 100));
        return Case{text, "us-ca", 1}.year(1).after_tax;
    };
    const auto unit = quantity::Money{100, same.front().base.currency()};
    CHECK(left(same.front().base) >= texas.year(1).after_tax);
    CHECK(left(same.front().base - unit) < texas.year(1).after_tax);
}
