#include <deque>

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

TEST_CASE("a lead is about even below a fiftieth of the first one's figure, and says who stands with it") {
    const auto compared = [](const std::vector<int>& salaries) {
        static std::deque<std::vector<model::Offer>> kept;
        auto& papers = kept.emplace_back();
        for (const int salary : salaries) {
            papers.push_back(offers::read(offer_file("A", "[base]\nsalary = " + std::to_string(salary) + "\n")));
        }
        auto valuation = offers::valuation();
        valuation.by = Definition::average;
        return offers::compare(papers, valuation);
    };
    const auto at = compared({98'000, 100'000});
    CHECK_FALSE(at.lead()->about_even);
    CHECK(at.lead()->even == std::vector<std::size_t>{1});
    CHECK(offers::text(at.lead()->amount) == "2,000.00");
    const auto below = compared({98'001, 90'000, 100'000, 99'000});
    CHECK(below.lead()->about_even);
    CHECK(below.lead()->even == std::vector<std::size_t>{2, 3, 0});
    CHECK(offers::text(below.lead()->amount) == "1,000.00");
    CHECK(below.leaders() == std::vector<std::size_t>{2});
    CHECK(below.ranks() == std::vector<std::size_t>{3, 4, 1, 2});
    CHECK_FALSE(compared({98'000}).lead().has_value());
    const auto tied = compared({90'000, 100'000, 80'000, 100'000});
    CHECK(tied.leaders() == std::vector<std::size_t>{1, 3});
    CHECK(tied.ranks() == std::vector<std::size_t>{3, 1, 4, 1});
    CHECK(tied.lead()->about_even);
    // Two offers of nothing are even.
    CHECK(compared({0, 0}).lead()->about_even);
}

TEST_CASE("who would lead with refreshers counted is told where that is somebody else") {
    const std::string refresher =
        "[refresher]\nvalue = 80_000\nvesting = { over = \"4 years\", every = \"12 months\" }\n";
    const std::string stock = "[stock]\nprice = 10\n";
    auto valuation = offers::valuation();
    valuation.by = Definition::average;
    const std::vector apart{offers::read(offer_file("Plain", "[base]\nsalary = 101_000\n")),
                            offers::read(offer_file("More", "[base]\nsalary = 100_000\n" + stock + refresher))};
    const auto other = offers::compare(apart, valuation);
    CHECK(other.best() == 0);
    CHECK(other.leaders_with_refreshers() == std::vector<std::size_t>{1});
    CHECK(other.figure_with_refreshers(1) > other.figure(1));
    CHECK(other.figure_with_refreshers(0) == other.figure(0));
    const std::vector ahead{offers::read(offer_file("Plain", "[base]\nsalary = 101_000\n")),
                            offers::read(offer_file("More", "[base]\nsalary = 102_000\n" + stock + refresher))};
    CHECK(offers::compare(ahead, valuation).leaders_with_refreshers().empty());
    const std::vector plain{offers::read(offer_file("A", "[base]\nsalary = 101_000\n")),
                            offers::read(offer_file("B", "[base]\nsalary = 101_000\n"))};
    CHECK(offers::compare(plain, valuation).leaders_with_refreshers().empty());
}

TEST_CASE("the job held now is looked at from the earliest start of the others, and alone from today") {
    const auto held = offers::read(offer_file("Held", "kind = \"current\"\n[base]\nsalary = 100_000\n"));
    const auto later = offers::read("company = \"L\"\ncurrency = \"USD\"\nstart = 2026-06-01\n[base]\nsalary = 1\n");
    const auto sooner = offers::read("company = \"S\"\ncurrency = \"USD\"\nstart = 2026-04-01\n[base]\nsalary = 1\n");
    auto valuation = offers::valuation();
    valuation.as_of = offers::date(2026, 2, 2);
    const std::vector three{held, later, sooner};
    const auto windows = choice::windows_of(three, valuation);
    CHECK(windows[0].start() == offers::date(2026, 4, 1));
    CHECK(windows[0].held_now());
    CHECK(windows[1].start() == offers::date(2026, 6, 1));
    CHECK_FALSE(windows[1].held_now());
    CHECK(choice::first_day_of(windows) == offers::date(2026, 4, 1));
    CHECK(choice::windows_of(std::vector{held}, valuation)[0].start() == offers::date(2026, 2, 2));
}

TEST_CASE("a rate is looked for in the own file first, then in the others that have some, in the order given") {
    const std::string rates = "[fx]\n\"EUR/USD\" = 1.25\nas_of = 2026-01-01\n";
    const std::vector files{offers::read(offer_file("A", "[base]\nsalary = 1\n" + rates), "a.toml"),
                            offers::read(offer_file("B", "[base]\nsalary = 1\n"), "b.toml"),
                            offers::read(offer_file("C", "[base]\nsalary = 1\n"), "c.toml"),
                            offers::read(offer_file("D", "[base]\nsalary = 1\n" + rates), "d.toml")};
    const auto valuation = offers::valuation();
    std::vector<std::string> origins;
    for (const auto& source : choice::rate_sources(files, 1, valuation)) {
        origins.emplace_back(source.origin);
    }
    CHECK(origins == std::vector<std::string>{"--fx", "b.toml", "a.toml", "d.toml"});
}

TEST_CASE(
    "what only some offers state is told with its effect on the figure, and a worse offer is set against the best") {
    auto valuation = offers::valuation();
    valuation.by = Definition::average;
    const std::vector three{
        offers::read(offer_file("A", "[base]\nsalary = 100_000\n[benefits]\nhealth = 6_000\n"), "a.toml"),
        offers::read(offer_file("B", "[base]\nsalary = 130_000\n[bonus]\namount = 10_000\n"), "b.toml"),
        offers::read(offer_file("C", "[base]\nsalary = 120_000\n" + shares), "c.toml")};
    const auto comparison = offers::compare(three, valuation);
    REQUIRE(comparison.asymmetries.size() == 1);
    CHECK(comparison.asymmetries[0].offer == 0);
    CHECK(comparison.asymmetries[0].key == choice::UnlikeKey::benefits);
    CHECK(offers::text(comparison.asymmetries[0].effect) == "6,000.00");
    // C with 50,000 of shares a year is the best; a tie with it needs a payout of B, and nothing of A ties.
    CHECK(comparison.ranking == std::vector<std::size_t>{2, 1, 0});
    REQUIRE(comparison.break_even.size() == 2);
    CHECK(comparison.break_even[0].offer == 1);
    CHECK(comparison.break_even[0].against == 2);
    CHECK_FALSE(comparison.break_even[0].has_stock);
    CHECK(comparison.break_even[0].payout.has_value());
    CHECK(comparison.break_even[1].offer == 2);
    CHECK(comparison.break_even[1].against == 1);
    CHECK(comparison.break_even[1].has_stock);
    CHECK_FALSE(comparison.break_even[1].shares_follow_price);
    CHECK(comparison.break_even[1].price == comparison.break_even[1].price_after_counting);
}

TEST_CASE("shares that are counted at the stated price bring more at a higher one only once they are counted") {
    // 200,000 at 50.00 are 4,000 shares, 1,000 a year: with 120,000 of base even with 200,000 at 80.00, once counted. A
    // higher price before that gives fewer shares, and the same money.
    auto valuation = offers::valuation();
    valuation.by = Definition::average;
    const std::vector both{
        offers::read(offer_file("Steady", "[base]\nsalary = 200_000\n"), "a.toml"),
        offers::read(offer_file("Money",
                                "[base]\nsalary = 120_000\n[stock]\nprice = 50\n[[grant]]\nvalue = "
                                "200_000\nvesting = { over = \"4 years\", every = \"12 months\" }\n"),
                     "b.toml")};
    const auto comparison = offers::compare(both, valuation);
    REQUIRE(comparison.break_even.size() == 1);
    CHECK(comparison.break_even[0].shares_follow_price);
    CHECK_FALSE(comparison.break_even[0].price.has_value());
    REQUIRE(comparison.break_even[0].price_after_counting.has_value());
    CHECK(comparison.break_even[0].price_after_counting->approximate() == Approx(80));
}

TEST_CASE("a horizon past the year 2999 and a discount of everything leave nothing to compare") {
    diagnostic::Diagnostics diagnostics;
    const std::vector some{offers::read(offer_file("A", "[base]\nsalary = 1\n"))};
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12 * 974);
    CHECK_FALSE(choice::compare(some, valuation, diagnostics));
    CHECK(diagnostics.all().back().code == "schedule-too-long");
    valuation = offers::valuation();
    valuation.discount_rate = quantity::Rate{-1};
    CHECK_FALSE(choice::compare(some, valuation, diagnostics));
    CHECK(diagnostics.all().back().code == "bad-rate");
}
