#include <string>
#include <vector>

#include <offerkit/choice/comparison/hanging.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

std::string pay(const std::string& company, int salary) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = " + std::to_string(salary) + "\n";
}

/// So many thousands a year more over four years, once an event happens.
std::string waits(const std::string& event, int thousands) {
    return "[[grant]]\nid = \"of-" + event + "\"\nquantity = " + std::to_string(thousands * 10) +
           "\nvesting = { over = \"4 years\", every = \"1 year\" }\ngate = \"" + event + "\"\n";
}
const std::string stock = "[stock]\nkind = \"private\"\nprice = 400\n";

std::optional<choice::HangingLead> hangs(const std::vector<std::string>& texts) {
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    auto valuation = offers::valuation();
    valuation.by = model::Definition::average;
    return choice::hanging_lead(offers::compare(offers, valuation));
}

using Events = std::vector<std::string>;

}  // namespace

TEST_CASE("a lead turns where the leader changes, found to the last digits of a double") {
    const auto at = [](double turn) {
        return choice::turn_of([turn](double chance) { return std::size_t{chance > turn ? 2U : 1U}; });
    };
    for (const double turn : {0.0, 0.001, 0.3, 0.54, 0.999}) {
        CAPTURE(turn);
        const auto found = at(turn);
        REQUIRE(found);
        CHECK(found->before == 1);
        CHECK(found->after == 2);
        CHECK(found->chance == Approx(turn).margin(1e-15));
        CHECK(found->chance >= turn);
    }
    CHECK_FALSE(at(1));
    CHECK_FALSE(at(-1));
}

TEST_CASE(
    "the first event that alone puts another offer first is the one the lead hangs on, with the chance of a tie") {
    const std::string lab = pay("Lab", 100'000) + stock + waits("small", 10) + waits("large", 40) +
                            waits("larger", 50) +
                            "[[event]]\nid = \"small\"\n[[event]]\nid = \"large\"\nchance = \"80%\"\n[[event]]\nid = "
                            "\"larger\"\n";
    const auto found = hangs({pay("Safe", 120'000), lab});
    REQUIRE(found.has_value());
    CHECK(found->events == Events{"large"});
    CHECK(found->without == 0);
    CHECK(found->with == 1);
    CHECK(found->tie == Approx(0.5).margin(1e-12));
    CHECK(found->stated == 0.8);
    // Ahead without any of it, or behind with all of it, the lead hangs on nothing.
    CHECK_FALSE(hangs({pay("Safe", 90'000), lab}).has_value());
    CHECK_FALSE(hangs({pay("Safe", 210'000), lab}).has_value());
    CHECK_FALSE(hangs({pay("Safe", 120'000), pay("Other", 100'000)}).has_value());
}

TEST_CASE("where no event alone is enough, all of them together may be, each named once and in order") {
    const std::string events = "[[event]]\nid = \"z\"\nchance = \"80%\"\n[[event]]\nid = \"a\"\nchance = \"80%\"\n";
    const auto found =
        hangs({pay("Safe", 120'000), pay("Lab", 100'000) + stock + waits("z", 15) + waits("a", 15) + events});
    REQUIRE(found.has_value());
    CHECK(found->events == Events{"a", "z"});
    CHECK(found->tie == Approx(2.0 / 3).margin(1e-12));
    CHECK_FALSE(found->stated.has_value());
    CHECK(found->with == 1);
}

TEST_CASE(
    "an offer that leads without what waits may fall behind one that waits, and what waits in both counts in both") {
    const std::string ipo = "[[event]]\nid = \"ipo\"\n";
    const std::string own = pay("Own", 120'000) + stock + waits("ipo", 30) + ipo;
    const std::string other = pay("Other", 100'000) + stock + waits("ipo", 40) + ipo;
    const auto alone = hangs({own, other});
    REQUIRE(alone.has_value());
    // The other's alone: 140,000 against 120,000.
    CHECK(alone->without == 0);
    CHECK(alone->with == 1);
    CHECK(alone->events == Events{"ipo"});
    CHECK(alone->tie == Approx(0.5).margin(1e-12));
}

TEST_CASE("an event counts by itself: what waits for another one is left out") {
    std::vector<model::Offer> papers{offers::read(pay("Lab", 100'000) + stock + waits("a", 10) + waits("b", 40) +
                                                  "[[event]]\nid = \"a\"\n[[event]]\nid = \"b\"\nchance = \"30%\"\n")};
    auto valuation = offers::valuation();
    valuation.by = model::Definition::average;
    const auto comparison = offers::compare(papers, valuation);
    CHECK(offers::text(choice::definitions_with(comparison, 0, "a").average) == "110,000.00");
    CHECK(offers::text(choice::definitions_with(comparison, 0, "b").average) == "140,000.00");
}
