// What only some of the offers state, leads and ties (docs/numbers.md, "Alike or not").

#include <offerkit/choice/comparison/likeness.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using choice::UnlikeKey;

namespace {

model::Offer offer(const std::string& company, int salary, const std::string& rest = {}) {
    return offers::read("company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = " +
                            std::to_string(salary) + "\n" + rest,
                        company + ".toml");
}

choice::Comparison compared(const std::vector<model::Offer>& all, model::Definition by = model::Definition::average) {
    auto valuation = offers::valuation();
    valuation.by = by;
    return offers::compare(all, valuation);
}

}  // namespace

TEST_CASE("what only some of the offers state is named with what it is worth; a written 0 is stated") {
    const std::vector both{offer("A", 100'000, "raise = \"10%\"\n"),
                           offer("B", 100'000, "[benefits]\nhealth = 8_000\n")};
    const auto found = compared(both).asymmetries;
    REQUIRE(found.size() == 2);
    CHECK(found[0].offer == 0);
    CHECK(found[0].key == UnlikeKey::raise);
    // 464,100 over four years instead of 400,000.
    CHECK(offers::text(found[0].effect) == "16,025.00");
    CHECK(found[1].offer == 1);
    CHECK(found[1].key == UnlikeKey::benefits);
    CHECK(offers::text(found[1].effect) == "8,000.00");
    CHECK(compared({offer("A", 100'000, "raise = \"10%\"\n"), offer("B", 100'000, "raise = 0\n")}).asymmetries.empty());
}

TEST_CASE("costs take away, and refreshers count only where they are counted") {
    const std::string refresher = "[stock]\nprice = 10\n[refresher]\nvalue = 10_000\nvesting = { over = \"1 year\" }\n";
    const std::vector both{offer("A", 100'000, "[[cost]]\nname = \"c\"\namount = 2_000\n"),
                           offer("B", 100'000, refresher)};
    const auto without = compared(both).asymmetries;
    REQUIRE(without.size() == 2);
    CHECK(without[0].key == UnlikeKey::refreshers);
    CHECK(without[0].effect.is_zero());
    CHECK(without[1].key == UnlikeKey::costs);
    CHECK(offers::text(without[1].effect) == "-2,000.00");
    auto valuation = offers::valuation();
    valuation.by = model::Definition::average;
    valuation.count_refreshers = true;
    CHECK(offers::text(offers::compare(both, valuation).asymmetries[0].effect) == "7,500.00");
}

TEST_CASE("taking out what only some state leaves what all state") {
    std::vector all{offer("A", 100'000, "raise = \"10%\"\n[benefits]\nhealth = 1\npto_days = 20\n"),
                    offer("B", 100'000, "raise = \"2%\"\n")};
    CHECK(choice::keep_what_all_state(all) == std::vector{UnlikeKey::benefits});
    CHECK_FALSE(all[0].benefits.health.has_value());
    CHECK(all[0].benefits.pto_days.has_value());
    CHECK(all[0].base->raise.value == *quantity::Rate::of(1, 10));
    CHECK(choice::unlike_keys(all).empty());
    CHECK(compared(all).asymmetries.empty());
}

TEST_CASE("a lead under 2% of the leader's figure is about even, and exact ties name all that tie") {
    const auto lead = compared({offer("A", 100'000), offer("B", 98'001), offer("C", 90'000)}).lead();
    REQUIRE(lead.has_value());
    CHECK(lead->about_even);
    CHECK(offers::text(lead->amount) == "1,999.00");
    CHECK(lead->even == std::vector<std::size_t>{0, 1});
    CHECK_FALSE(compared({offer("A", 100'000), offer("B", 98'000)}).lead()->about_even);
    CHECK(compared({offer("A", 90'000), offer("B", 90'000), offer("C", 90'000)}).leaders() ==
          std::vector<std::size_t>{0, 1, 2});
    CHECK_FALSE(compared({offer("A", 90'000)}).lead().has_value());
}

TEST_CASE("the first screen knows who would lead with refreshers counted") {
    const std::string refresher = "[stock]\nprice = 10\n[refresher]\nvalue = 40_000\nvesting = { over = \"1 year\" }\n";
    const auto all = compared({offer("A", 100'000), offer("B", 90'000, refresher)});
    CHECK(all.leaders() == std::vector<std::size_t>{0});
    CHECK(all.leaders_with_refreshers() == std::vector<std::size_t>{1});
    CHECK(compared({offer("A", 200'000), offer("B", 90'000, refresher)}).leaders_with_refreshers().empty());
    // A salary site counts no refreshers.
    CHECK(compared({offer("A", 100'000), offer("B", 90'000, refresher)}, model::Definition::annualized)
              .leaders_with_refreshers()
              .empty());
}

TEST_CASE("at the required chance and at the required payout the two figures tie") {
    const std::string waits =
        "[stock]\nkind = \"private\"\nprice = 50\n[[event]]\nid = \"ipo\"\n[[grant]]\nid = \"g\"\nquantity = "
        "8_000\ngate = "
        "\"ipo\"\nvesting = { over = \"4 years\", every = \"3 months\" }\n";
    for (const auto by : {model::Definition::average, model::Definition::present_value}) {
        const auto chance = compared({offer("A", 250'000), offer("B", 200'000, waits)}, by).break_even;
        REQUIRE(chance.size() == 1);
        REQUIRE(chance[0].chance.has_value());
        if (by == model::Definition::average) {
            CHECK(*chance[0].chance == *quantity::Rate::of(1, 2));
        }
        std::vector bonus{offer("A", 120'000), offer("B", 100'000, "[bonus]\ntarget = \"15%\"\n")};
        const auto payout = compared(bonus, by).break_even;
        REQUIRE(payout.size() == 1);
        REQUIRE(payout[0].payout.has_value());
        bonus[1].bonuses[0].payout = *payout[0].payout;
        const auto tied = compared(bonus, by);
        CHECK(std::abs(tied.figure(0).minor() - tied.figure(1).minor()) <= 4);
    }
    // Nothing makes the richer one fall back.
    CHECK(compared({offer("A", 250'000, "[bonus]\ntarget = \"15%\"\n"), offer("B", 100'000)}).break_even.empty());
}
