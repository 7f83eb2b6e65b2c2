// Shares that wait for events without a date, in the three cases (docs/numbers.md, "What waits").

#include <rapidcheck.h>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Definition;
using model::Pending;

namespace {

const std::string head =
    "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 200_000\n[stock]\nkind = "
    "\"private\"\nprice = 50\nas_of = 2026-01-05\n";
const std::string four_years = "vesting = { over = \"4 years\", every = \"3 months\" }\n";

value::ValuedOffer valued(const std::string& text, Pending pending = Pending::none,
                          Definition by = Definition::average) {
    auto valuation = offers::valuation();
    valuation.as_of = offers::date(2026, 1, 5);
    valuation.pending = pending;
    valuation.by = by;
    const std::vector offer{offers::read(text)};
    auto comparison = offers::compare(offer, valuation);
    comparison.offers.at(0).offer = nullptr;
    return comparison.offers.at(0);
}

std::string event(const std::string& id, const std::string& chance = {}) {
    return "[[event]]\nid = \"" + id + "\"\n" + (chance.empty() ? "" : "chance = \"" + chance + "\"\n");
}

std::string gated(const std::string& gate, const std::string& vesting = four_years) {
    return "[[grant]]\nid = \"g\"\nquantity = 8_000\ngate = " + gate + "\n" + vesting;
}

}  // namespace

TEST_CASE("what waits counts not at all, at the chance of its event, or whole") {
    const auto offer = valued(head + event("tender", "45%") + gated("\"tender\""));
    REQUIRE(offer.waiting.has_value());
    CHECK(offer.waiting->quantity == quantity::Shares{8'000});
    CHECK(offers::text(offer.waiting->worth) == "400,000.00");
    CHECK(offers::text(offer.waiting->none.average) == "200,000.00");
    CHECK(offers::text(offer.waiting->chance.average) == "245,000.00");
    CHECK(offers::text(offer.waiting->all.average) == "300,000.00");
    // Undiscounted, whatever the discount; in the figures that are of the letter never.
    CHECK(offers::text(offer.waiting->all.present_value - offer.waiting->none.present_value) == "400,000.00");
    CHECK(offer.waiting->all.annualized == offer.waiting->none.annualized);
    CHECK(offer.waiting->all.target == offer.waiting->none.target);
    CHECK(offer.waiting->all.guaranteed == offer.waiting->none.guaranteed);
}

TEST_CASE("the chosen case is in every figure, among what is uncertain") {
    const std::string text = head + event("tender", "45%") + gated("\"tender\"");
    const auto all = valued(text, Pending::all);
    CHECK(offers::text(all.total) == "1,200,000.00");
    CHECK(offers::text(all.by_certainty.uncertain) == "400,000.00");
    CHECK(all.definitions.average == all.waiting->all.average);
    CHECK(offers::text(all.waiting->none.average) == "200,000.00");
    const auto chance = valued(text, Pending::chance);
    CHECK(offers::text(chance.by_certainty.uncertain) == "180,000.00");
    CHECK(chance.definitions.present_value == chance.waiting->chance.present_value);
}

TEST_CASE("of several gates the chance is that one at least opens; without a chance there is none") {
    CHECK(offers::text(
              valued(head + event("a", "50%") + event("b", "20%") + gated("[\"a\", \"b\"]")).waiting->chance.average) ==
          "260,000.00");
    CHECK(offers::text(valued(head + event("a") + gated("\"a\"")).waiting->chance.average) == "200,000.00");
    CHECK(
        offers::text(valued(head + event("a") + event("b", "20%") + gated("[\"a\", \"b\"]")).waiting->chance.average) ==
        "220,000.00");
}

TEST_CASE("a gate of the grant and one of a segment have to open both; one event in both is one event") {
    const auto with = [](const std::string& gate, const std::string& of_segment) {
        const auto offer = valued(
            head + event("a", "50%") + event("b", "50%") + "[[grant]]\nid = \"g\"\nquantity = 8_000\ngate = \"" + gate +
            "\"\n[[grant.segment]]\nportion = \"1\"\nover = \"4 years\"\nevery = \"3 months\"\ngate = \"" + of_segment +
            "\"\n");
        return offers::text(offer.waiting->chance.average);
    };
    CHECK(with("a", "b") == "225,000.00");
    CHECK(with("a", "a") == "250,000.00");
}

TEST_CASE("an event with a date waits for nothing, and what is to begin at an event is in no case") {
    CHECK_FALSE(valued(head + "[[event]]\nid = \"a\"\ndate = 2027-01-05\n" + gated("\"a\"")).waiting.has_value());
    const auto begins = valued(
        head + event("a", "50%") +
        "[[grant]]\nid = \"g\"\nquantity = 8_000\n[[grant.segment]]\nportion = \"1\"\nover = \"4 years\"\nevery = \"3 "
        "months\"\nstart = \"event:a + 0 months\"\n");
    REQUIRE(begins.waiting.has_value());
    CHECK(begins.waiting->quantity == quantity::Shares{8'000});
    CHECK(begins.waiting->all.average == begins.waiting->none.average);
}

TEST_CASE("only service inside the horizon counts, and money can wait as well") {
    const auto longer =
        valued(head + event("a", "50%") + gated("\"a\"", "vesting = { over = \"8 years\", every = \"1 year\" }\n"));
    CHECK(offers::text(longer.waiting->all.average) == "250,000.00");
    const auto cash = valued(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 200_000\n" + event("a", "25%") +
        "[[grant]]\nid = \"c\"\ninstrument = \"cash\"\nvalue = 40_000\ngate = \"a\"\n" + four_years);
    CHECK(offers::text(cash.waiting->worth) == "40,000.00");
    CHECK(cash.waiting->quantity.is_zero());
    CHECK(offers::text(cash.waiting->chance.average) == "202,500.00");
}

TEST_CASE("survival is to the day of service, and the three cases are in order for any grant") {
    support::holds("cases", [] {
        const auto quantity = *rc::gen::inRange(1, 100'000);
        const auto chance = *rc::gen::inRange(0, 101);
        const auto months = *rc::gen::element(1, 3, 6, 12);
        const auto offer = valued(head + event("a", std::to_string(chance) + "%") +
                                  "[[grant]]\nid = \"g\"\nquantity = " + std::to_string(quantity) +
                                  "\ngate = \"a\"\nvesting = { over = \"4 years\", every = \"" +
                                  std::to_string(months) + " months\" }\n");
        const auto& cases = *offer.waiting;
        for (const Definition by : {Definition::present_value, Definition::average, Definition::first_year,
                                    Definition::survival_weighted, Definition::annualized}) {
            RC_ASSERT(get(cases.none, by) <= get(cases.chance, by));
            RC_ASSERT(get(cases.chance, by) <= get(cases.all, by));
            RC_ASSERT(get(cases.none, by) == get(offer.definitions, by));
        }
        RC_ASSERT((cases.all.survival_weighted - cases.none.survival_weighted) <=
                  (cases.all.present_value - cases.none.present_value) + quantity::Money(1, offer.currency));
        if (chance == 100) {
            RC_ASSERT(cases.chance.present_value == cases.all.present_value);
        }
    });
}

TEST_CASE("what waits counts in the year in which nothing else holds it: its service, its grant, a gate with a date") {
    const auto first_year = [](const std::string& grant) {
        const auto offer = valued(head + event("sale", "50%") + "[[event]]\nid = \"ipo\"\ndate = 2027-06-01\n" + grant);
        return offers::text(offer.waiting->all.first_year - offer.waiting->none.first_year);
    };
    // 500 shares a quarter at 50.00, four of them by the first anniversary.
    CHECK(first_year(gated("\"sale\"")) == "100,000.00");
    const std::string segment = "[[grant.segment]]\nportion = 1\nover = \"4 years\"\nevery = \"3 months\"\ngate = ";
    CHECK(first_year(gated("\"ipo\"", segment + "\"sale\"\n")) == "0.00");
    CHECK(first_year(gated("\"sale\"", segment + "\"ipo\"\n")) == "0.00");
    const std::string later = "grant_date = 2027-06-01\nvesting_start = 2026-01-05\n" + four_years;
    CHECK(first_year(gated("\"sale\"", later)) == "0.00");
    CHECK(first_year(gated("\"sale\"", "before_grant = \"keep\"\n" + later)) == "100,000.00");
}

TEST_CASE("service on the last day of the horizon still counts, the day after it does not") {
    const auto added = [](const std::string& over) {
        const auto offer = valued(head + event("a", "50%") + gated("\"a\"", "vesting = { over = \"" + over + "\" }\n"));
        return offers::text(offer.waiting->all.average - offer.waiting->none.average);
    };
    CHECK(added("1461 days") == "100,000.00");
    CHECK(added("1462 days") == "0.00");
}

TEST_CASE("an event that missed its deadline takes nothing from the chance of another") {
    const std::string missed = "[[event]]\nid = \"b\"\nchance = \"50%\"\ndeadline = 2025-12-31\n";
    const auto offer = valued(head + event("a", "20%") + missed + gated("[\"a\", \"b\"]"));
    CHECK(offers::text(offer.waiting->chance.average) == "220,000.00");
    CHECK(offer.waiting->events == std::vector<std::string>{"a", "b"});
}

TEST_CASE("what waits counts behind what vests on its day, and what has its day never waits") {
    const auto half = [](const std::string& gate) {
        return "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"1 year\"\n" + gate;
    };
    // 2,000 at 50.00 on two anniversaries of the start; then as many that wait until the event.
    const std::string text = head + event("tender", "45%") + "[[grant]]\nid = \"g\"\nquantity = 8_000\n" + half("") +
                             half("gate = \"tender\"\n");
    const auto all = valued(text, Pending::all);
    REQUIRE(all.waiting.has_value());
    CHECK(all.waiting->quantity == quantity::Shares{4'000});
    CHECK(offers::text(all.waiting->none.average) == "250,000.00");
    CHECK(offers::text(all.waiting->chance.average) == "272,500.00");
    CHECK(offers::text(all.waiting->all.average) == "300,000.00");
    CHECK(offers::text(all.by_certainty.uncertain) == "400,000.00");
}

TEST_CASE("what the scenarios tell of counts in none of the three cases, whichever is chosen") {
    const std::string scenario = "[[exit]]\nchance = \"50%\"\nafter = \"1 year\"\nvalue = ";
    const std::string text = head + "fully_diluted = 10_000_000\n" + event("ipo", "45%") + gated("\"ipo\"") + scenario +
                             "20_000_000\nevent = \"ipo\"\n" + scenario + "0\n";
    for (const auto pending : {Pending::none, Pending::chance, Pending::all}) {
        const auto offer = valued(text, pending);
        CHECK(offers::text(offer.total) == "800,000.00");
        CHECK_FALSE(offer.waiting.has_value());
    }
}
