#include <rapidcheck.h>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Definition;

namespace {

std::string offer_file(const std::string& company, const std::string& rest, const std::string& currency = "USD") {
    return "company = \"" + company + "\"\ncurrency = \"" + currency + "\"\nstart = 2026-01-01\n" + rest;
}

const std::string shares = R"(
[stock]
kind = "public"
price = 50.00
[[grant]]
id = "g"
instrument = "rsu"
quantity = 4_000
vesting = { over = "4 years", every = "3 months" }
)";

}  // namespace

TEST_CASE(
    "at the break-even price and at the break-even growth the two figures tie, by every definition that a stock "
    "moves") {
    const std::vector both{offers::read(offer_file("Steady", "[base]\nsalary = 200_000\n"), "a.toml"),
                           offers::read(offer_file("Shares", "[base]\nsalary = 120_000\n" + shares), "b.toml")};
    for (const Definition by : {Definition::present_value, Definition::average, Definition::first_year,
                                Definition::annualized, Definition::target, Definition::survival_weighted}) {
        INFO(word(by));
        auto valuation = offers::valuation();
        valuation.by = by;
        const auto before = offers::compare(both, valuation);
        REQUIRE(before.break_even.size() == 1);
        const auto& tie = before.break_even[0];
        REQUIRE(tie.price.has_value());
        auto moved = both;
        moved[1].stock->price.value = *tie.price;
        const auto at_price = offers::compare(moved, valuation);
        // Sixteen equal tranches are rounded to the cent each, so the figure moves in steps of up to sixteen cents.
        CHECK(std::abs(at_price.figure(0).minor() - at_price.figure(1).minor()) <= 8);
        if (by == Definition::annualized || by == Definition::target) {
            CHECK_FALSE(tie.growth.has_value());
            continue;
        }
        REQUIRE(tie.growth.has_value());
        moved = both;
        moved[1].stock->growth.value = *tie.growth;
        moved[1].stock->growth_stated = true;
        const auto at_growth = offers::compare(moved, valuation);
        CHECK(std::abs(at_growth.figure(0).minor() - at_growth.figure(1).minor()) <= 8);
    }
}

TEST_CASE("where no price makes two offers tie, none is given") {
    const std::vector both{offers::read(offer_file("Rich", "[base]\nsalary = 500_000\n" + shares), "a.toml"),
                           offers::read(offer_file("Poor", "[base]\nsalary = 100_000\n"), "b.toml")};
    const auto comparison = offers::compare(both, offers::valuation());
    REQUIRE(comparison.break_even.size() == 1);
    CHECK(comparison.break_even[0].offer == 0);
    CHECK_FALSE(comparison.break_even[0].price.has_value());
    CHECK_FALSE(comparison.break_even[0].growth.has_value());
}

TEST_CASE("a price so high that doubles lie further apart than its digits is found as well") {
    for (const int millions : {30, 50, 70, 90, 110, 130}) {
        CAPTURE(millions);
        const std::vector both{
            offers::read(offer_file("Rich", "[base]\nsalary = " + std::to_string(millions) + "_000_000\n"), "a.toml"),
            offers::read(offer_file("Share",
                                    "[base]\nsalary = 100_000\n[stock]\nprice = 1\nas_of = 2026-01-01\n[[grant]]\nid = "
                                    "\"g\"\nquantity = 1\nvesting = { over = \"1 year\", every = \"1 year\" }\n"),
                         "b.toml")};
        const auto before = offers::compare(both, offers::valuation());
        REQUIRE(before.break_even.size() == 1);
        REQUIRE(before.break_even[0].price.has_value());
        auto moved = both;
        moved[1].stock->price.value = *before.break_even[0].price;
        const auto at_price = offers::compare(moved, offers::valuation());
        CHECK(std::abs(at_price.figure(0).minor() - at_price.figure(1).minor()) <= 1);
    }
}

TEST_CASE("each amount is converted exactly and rounded once, and the rate says where it came from") {
    const std::vector both{
        offers::read(offer_file("Home", "[base]\nsalary = 120_000\n", "EUR"), "home.toml"),
        offers::read(offer_file("Away", "[base]\nsalary = 120_000\n[fx]\n\"EUR/USD\" = 1.25\nas_of = 2026-01-01\n"),
                     "away.toml")};
    const auto comparison = offers::compare(both, offers::valuation());
    CHECK(comparison.currency.code() == "EUR");
    CHECK(offers::text(comparison.offers[1].definitions.first_year) == "96,000.00");
    REQUIRE(comparison.offers[1].conversions.size() == 1);
    CHECK(comparison.offers[1].conversions[0].origin == "away.toml, 2026-01-01");
}

TEST_CASE("two currencies without a rate between them are an error that says what to write") {
    const std::vector both{offers::read(offer_file("Home", "[base]\nsalary = 120_000\n", "EUR"), "home.toml"),
                           offers::read(offer_file("Away", "[base]\nsalary = 100_000\n"), "away.toml")};
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(choice::compare(both, offers::valuation(), diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "no-exchange-rate");
    CHECK(diagnostics.all()[0].help.find("--fx USD/EUR=") != std::string::npos);
}

TEST_CASE("equal figures share a rank, and the order given decides which is named first") {
    const std::vector three{offers::read(offer_file("A", "[base]\nsalary = 100_000\n"), "a.toml"),
                            offers::read(offer_file("B", "[base]\nsalary = 120_000\n"), "b.toml"),
                            offers::read(offer_file("C", "[base]\nsalary = 120_000\n"), "c.toml")};
    const auto comparison = offers::compare(three, offers::valuation());
    CHECK(comparison.best() == 1);
    CHECK(comparison.rank_of(0) == 3);
    CHECK(comparison.rank_of(1) == 1);
    CHECK(comparison.rank_of(2) == 1);
}

TEST_CASE("totals are the sums of the parts shown and of the classes of certainty, for any offer") {
    support::holds("sums", [] {
        const auto money = [](int most) {
            return std::to_string(*rc::gen::inRange(0, most)) + "." + std::to_string(*rc::gen::inRange(10, 99));
        };
        const auto percent = [](int most) { return "\"" + std::to_string(*rc::gen::inRange(0, most)) + "%\""; };
        std::string text = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-0" +
                           std::to_string(*rc::gen::inRange(1, 9)) + "-" + std::to_string(*rc::gen::inRange(10, 29)) +
                           "\n";
        text += "[base]\nsalary = " + money(400'000) + "\nraise = " + percent(10) + "\n";
        text += "[bonus]\ntarget = " + percent(60) + "\npayout = " + percent(150) +
                "\nguaranteed_years = " + std::to_string(*rc::gen::inRange(0, 3)) + "\n";
        text += "[[sign_on]]\nname = \"S\"\namount = " + money(90'000) + "\nover = \"" +
                std::to_string(*rc::gen::inRange(1, 30)) + " months\"\n";
        text += "[benefits]\nhealth = " + money(20'000) + "\nretirement = " + percent(12) + "\n";
        text += "[[cost]]\nname = \"C\"\namount = " + money(9'000) + "\n";
        text += "[stock]\nkind = \"public\"\nprice = " + money(700) + "\ngrowth = " + percent(40) + "\n";
        text +=
            "[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nquantity = " + std::to_string(*rc::gen::inRange(1, 5'000)) +
            "\nvesting = { over = \"4 years\", every = \"1 month\", cliff = \"1 year\" }\n";
        text += "[refresher]\nvalue = " + money(90'000) + "\nvesting = { over = \"4 years\", every = \"3 months\" }\n";
        const std::vector one{offers::read(text)};
        auto valuation = offers::valuation();
        valuation.count_refreshers = *rc::gen::arbitrary<bool>();
        valuation.horizon = calendar::Period::months(*rc::gen::inRange(1, 80));
        const auto comparison = offers::compare(one, valuation);
        const auto& offer = comparison.offers[0];
        auto total = quantity::Money::zero(offer.currency);
        for (const auto& year : offer.years) {
            auto parts = quantity::Money::zero(offer.currency);
            for (int c = 0; c < timeline::category_count; ++c) {
                const auto category = static_cast<timeline::Category>(c);
                if (category != timeline::Category::refreshers || valuation.count_refreshers) {
                    parts += year.parts[category];
                }
            }
            RC_ASSERT(parts == year.total);
            total += year.total;
        }
        RC_ASSERT(total == offer.total);
        RC_ASSERT(offer.by_certainty.guaranteed + offer.by_certainty.contingent + offer.by_certainty.uncertain ==
                  offer.total);
        RC_ASSERT(offer.definitions.present_value <= offer.total);
        RC_ASSERT(offer.definitions.survival_weighted <= offer.definitions.present_value);
    });
}

TEST_CASE("comparing the same offers twice, or beside others, gives the same figures") {
    const auto a = offers::read(offer_file("A", "[base]\nsalary = 150_000\n" + shares), "a.toml");
    const auto b = offers::read(offer_file("B", "[base]\nsalary = 170_000\n"), "b.toml");
    const std::vector alone{a};
    const std::vector beside{b, a};
    const auto one = offers::compare(alone, offers::valuation());
    const auto two = offers::compare(beside, offers::valuation());
    CHECK(one.offers[0].definitions.present_value == two.offers[1].definitions.present_value);
    CHECK(one.offers[0].definitions.annualized == two.offers[1].definitions.annualized);
}

TEST_CASE("nothing to compare, and no time to compare over, are problems and not the end of the program") {
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(choice::compare({}, offers::valuation(), diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "missing-key");
    const std::vector some{
        offers::read("company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 1\n")};
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(0);
    CHECK_FALSE(choice::compare(some, valuation, diagnostics));
    CHECK(diagnostics.all().back().code == "bad-period");
}
