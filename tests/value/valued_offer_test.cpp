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

TEST_CASE("what waits is refused when its worth today is more than 64 bits hold, of one grant or of all together") {
    // The letter quotes it at 10; by now a share is at 10^9, of which 64 bits hold 92,233,720 in cents.
    const auto waits = [](const std::string& quantity, int grants) {
        std::string text =
            "[stock]\nprice = 10\nas_of = 2025-01-01\n[[stock.path]]\non = 2025-06-01\nprice = 1_000_000_000\n"
            "[[event]]\nid = \"ipo\"\n";
        for (int i = 0; i < grants; ++i) {
            text += "[[grant]]\nquantity = " + quantity + "\ngate = \"ipo\"\nvesting = { over = \"1 year\" }\n";
        }
        return problems_of(text);
    };
    CHECK(waits("700_000", 2).empty());
    CHECK(waits("100_000_000", 1) == std::vector<std::string>{"overflow"});
    CHECK(waits("50_000_000", 2) == std::vector<std::string>{"overflow"});
}

TEST_CASE("what is paid after the window counts among all amounts of an offer, as what is paid inside it does") {
    const auto valued = [](std::int64_t cents, calendar::Date on) {
        auto offer = offers::read(head + "[[sign_on]]\namount = 1\n");
        offer.sign_ons.front().amount.value = {cents, offer.currency};
        offer.sign_ons.front().when = on;
        diagnostic::Diagnostics problems;
        return choice::compare({&offer, 1}, offers::valuation(), problems).has_value();
    };
    for (const auto on : {offers::date(2026, 6, 1), offers::date(2031, 1, 1)}) {
        CHECK(valued(144'115'188'075'855'871, on));
        CHECK_FALSE(valued(144'115'188'075'855'872, on));
    }
}

TEST_CASE("a job held now is refused where leaving it cannot be counted, and an offer of the same terms is not") {
    const auto valued = [](const std::string& kind) {
        auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2025-03-02\nkind = \"" + kind +
                                  "\"\n[base]\nsalary = 100_000\n[leaving]\nunused_holiday_days = 10\n");
        offer.leaving->unused_holiday_days->value = quantity::Fraction{1'000'000'000'000'000'000};
        diagnostic::Diagnostics problems;
        const auto comparison = choice::compare({&offer, 1}, offers::valuation(), problems);
        CHECK(comparison.has_value() == problems.all().empty());
        return problems.all().empty() ? "" : std::string{problems.all().front().code};
    };
    CHECK(valued("offer").empty());
    CHECK(valued("current") == "overflow");
}

TEST_CASE("an offer is valued again only in a currency that has been found, and where its pay can be laid out") {
    const auto offer = offers::read(whole);
    const std::vector one{offer};
    const auto valuation = offers::valuation();
    auto valued = offers::compare(one, valuation).offers.at(0);
    value::Discounting discounting{offer.start.value, valuation.discount_rate, valuation.exit_per_year};
    CHECK(value::with_pay_of(valued, offer, valuation, discounting));
    auto raised = offer;
    raised.base->raise.value = quantity::Fraction{1'000'000'000};
    CHECK_FALSE(value::with_pay_of(valued, raised, valuation, discounting));
    valued.conversions.clear();
    CHECK_FALSE(value::with_pay_of(valued, offer, valuation, discounting));
}
