// Ties that no share price makes: a chance, a payout (docs/numbers.md, "Break-even").

#include <string>
#include <vector>

#include <offerkit/choice/comparison/break_even.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using offers::usd;
using quantity::Money;
using quantity::Rate;

namespace {

const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = 100_000\n";

/// One offer over four years from 2026-01-01.
struct Alone : offers::Alone {
    Alone(const std::string& text, model::Definition by) : offers::Alone{head + text, by} {}

    [[nodiscard]] Money figure() const { return comparison.figure(0); }
    std::optional<Rate> payout(Money goal) {
        return choice::solve_payout(comparison.offers[0], goal, valuation, discounting);
    }
    [[nodiscard]] std::optional<Rate> chance(Money goal) const {
        return choice::solve_chance(comparison.offers[0], goal, valuation.by);
    }
};

// 400 shares at 400.00 over four years that wait for an event without a date: 40,000 a year.
const std::string waits =
    "[stock]\nkind = \"private\"\nprice = 400\n[[grant]]\nquantity = 400\nvesting = { over = \"4 years\", every = \"1 "
    "year\" }\ngate = \"tender\"\n[[event]]\nid = \"tender\"\n";

}  // namespace

TEST_CASE("the payout at which a figure reaches a goal, put back, reaches it to the cent") {
    for (const auto by : {model::Definition::average, model::Definition::present_value}) {
        for (const std::string bonus : {"[bonus]\namount = 20_000\n", "[bonus]\namount = 20_000\npayout = \"50%\"\n",
                                        "[bonus]\ntarget = \"15%\"\n"}) {
            CAPTURE(bonus);
            Alone offer{bonus, by};
            const auto without = Alone{"", by}.figure();
            for (const Money goal : {offer.figure() + usd(3'000), offer.figure() - usd(1'000)}) {
                const auto payout = offer.payout(goal);
                REQUIRE(payout.has_value());
                auto moved = offer.offers;
                moved[0].bonuses[0].payout = *payout;
                CHECK(std::abs((offers::compare(moved, offer.valuation).figure(0) - goal).minor()) <= 2);
            }
            CHECK(offer.payout(without) == Rate{0});
            CHECK_FALSE(offer.payout(without - usd(1)).has_value());
        }
    }
}

TEST_CASE("up to a hundred times the target is a payout, and beyond it none is told") {
    Alone offer{"[bonus]\namount = 20_000\n", model::Definition::average};
    const auto whole = offer.figure() - usd(100'000);
    CHECK(offer.payout(usd(100'000) + Money{whole.minor() * 100, whole.currency()}) == Rate{100});
    CHECK_FALSE(offer.payout(usd(100'000) + Money{whole.minor() * 100 + 1'000, whole.currency()}).has_value());
}

TEST_CASE("without a bonus, and where figures count whole targets, no payout moves anything") {
    CHECK_FALSE(Alone("", model::Definition::average).payout(usd(110'000)).has_value());
    CHECK_FALSE(Alone("[bonus]\namount = 20_000\n", model::Definition::annualized).payout(usd(130'000)).has_value());
    // One that is guaranteed is paid whole.
    CHECK_FALSE(Alone("[bonus]\namount = 20_000\nguaranteed_years = 10\n", model::Definition::average)
                    .payout(usd(130'000))
                    .has_value());
}

TEST_CASE("the chance of what waits lies between nothing of it and all of it, both included") {
    const Alone offer{waits, model::Definition::average};
    CHECK(offer.chance(usd(110'000)) == *Rate::of(1, 4));
    CHECK(offer.chance(usd(100'000)) == Rate{0});
    CHECK(offer.chance(usd(140'000)) == Rate{1});
    CHECK_FALSE(offer.chance(usd(99'999)).has_value());
    CHECK_FALSE(offer.chance(usd(140'001)).has_value());
    CHECK_FALSE(Alone("", model::Definition::average).chance(usd(100'000)).has_value());
}
