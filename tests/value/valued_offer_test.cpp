// An offer valued again with its pay edited, and how much all of its amounts may come to.

#include <string>
#include <vector>

#include <offerkit/value/figures.hpp>
#include <offerkit/value/valued_offer.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Definition;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string whole =
    head +
    "[base]\nsalary = 100_000\n[bonus]\ntarget = \"10%\"\n[[sign_on]]\namount = 5_000\n[stock]\n"
    "price = 10\nas_of = 2026-01-01\n[[grant]]\nid = \"g\"\nquantity = 400\nvesting = { over = "
    "\"4 years\", every = \"1 year\" }\n[refresher]\nvalue = 1_000\nvesting = { over = \"1 year\" }\n";

constexpr Definition all[] = {Definition::present_value,    Definition::average, Definition::first_year,
                              Definition::annualized,       Definition::target,  Definition::guaranteed,
                              Definition::survival_weighted};

/// What a definition comes to with a salary of so much, in major units; "none" where it cannot be added up.
std::string with_salary(const model::Offer& offer, std::int64_t major, Definition by, bool refreshers = false) {
    auto valuation = offers::valuation();
    valuation.count_refreshers = refreshers;
    const std::vector one{offer};
    const auto comparison = offers::compare(one, valuation);
    auto edited = offer;
    edited.base->rate.value = {major * 100, offer.currency};
    value::Discounting discounting{offer.start.value, valuation.discount_rate, valuation.exit_per_year};
    const auto definitions = value::with_pay_of(comparison.offers.at(0), edited, valuation, discounting);
    return definitions ? offers::text(get(*definitions, by)) : "none";
}

std::vector<std::string> problems_of(const std::string& rest) { return offers::problems(head + rest); }

}  // namespace

TEST_CASE("with its own pay an offer comes to what it came to, refreshers counted or not") {
    const auto offer = offers::read(whole);
    for (const bool refreshers : {false, true}) {
        auto valuation = offers::valuation();
        valuation.count_refreshers = refreshers;
        const std::vector one{offer};
        const auto valued = offers::compare(one, valuation).offers.at(0);
        for (const Definition by : all) {
            CHECK(with_salary(offer, 100'000, by, refreshers) == offers::text(get(valued.definitions, by)));
        }
    }
}

TEST_CASE("with other pay an offer changes by what the pay does, and its shares stay") {
    const auto offer = offers::read(whole);
    // 10,000 more of base and 1,000 more of bonus a year.
    CHECK(with_salary(offer, 100'000, Definition::first_year) == "116,000.00");
    CHECK(with_salary(offer, 110'000, Definition::first_year) == "127,000.00");
    CHECK(with_salary(offer, 110'000, Definition::guaranteed) == "115,000.00");
    CHECK(with_salary(offer, 110'000, Definition::average) == "123,250.00");
    // What counts whole targets is of the papers.
    CHECK(with_salary(offer, 110'000, Definition::target) == with_salary(offer, 100'000, Definition::target));
}

TEST_CASE("all amounts of an offer together come to at most a 64th of what 64 bits hold") {
    // That is 144,115,188,075,855,871 cents; over four years a year's pay of 360,287,970,189,639.67 dollars at most.
    const auto offer = offers::read(head + "[base]\nsalary = 100_000\nraise = \"0%\"\n");
    CHECK(with_salary(offer, 360'287'970'189'639, Definition::first_year) == "360,287,970,189,639.00");
    CHECK(with_salary(offer, 360'287'970'189'640, Definition::first_year) == "none");
    // A cost counts as much as what it is taken from.
    const auto cost = offers::read(
        head + "[base]\nsalary = 100_000\nraise = \"0%\"\n[[cost]]\nname = \"C\"\namount = 1\nonce = true\n");
    CHECK(with_salary(cost, 360'287'970'189'639, Definition::first_year) == "360,287,970,189,638.00");
    auto dear = cost;
    dear.costs.front().amount = {1'000, dear.currency};
    CHECK(with_salary(dear, 360'287'970'189'639, Definition::first_year) == "none");
}

TEST_CASE("what waits is refused when it cannot be counted, though it counts nowhere yet") {
    const auto waits = [](const std::string& quantity) {
        return problems_of(
            "[base]\nsalary = 100_000\n[stock]\nprice = 1_000_000_000_000\nas_of = 2026-01-01\n[[grant]]\nquantity = " +
            quantity + "\ngate = \"ipo\"\nvesting = { over = \"1 year\" }\n[[event]]\nid = \"ipo\"\n");
    };
    CHECK(waits("1_440").empty());
    CHECK(waits("1_442") == std::vector<std::string>{"overflow"});
}
