// A choice that hangs on what has no day yet (docs/numbers.md, "The verdict").

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/decisions.hpp"

using namespace offerkit;
using choice::decision::VerdictClass;
using decisions::Deciding;
using decisions::offer;

namespace {

const choice::DecisionOptions few{.samples = 100};

const std::string pay_alone = "[money]\nworst = 50_000\nbest = 250_000\nswing = 100\n";
const std::string pay_and_growth =
    "[money]\nworst = 50_000\nbest = 250_000\nswing = 50\n[[factor]]\nid = \"growth\"\n"
    "worst_means = \"low\"\nbest_means = \"high\"\nswing = 50\n";

/// 100,000 a year, and 160,000 of shares over four years that begin to vest at an event without a date.
std::string lab(const std::string& factors = {}) {
    return "company = \"Lab\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = 100_000\n[stock]\nkind = "
           "\"private\"\nprice = 400\n[[grant]]\nquantity = 400\n[[grant.segment]]\nportion = \"100%\"\nover = \"4 "
           "years\"\nevery = \"1 year\"\nstart = \"event:ipo\"\n[[event]]\nid = \"ipo\"\n[factors]\n" +
           factors;
}

}  // namespace

TEST_CASE(
    "a schedule that begins at an undated event is in no figure, and keeps a lead that it could turn from clear") {
    // All of its shares are 40,000 a year: 140,000.
    const Deciding could{{offer("Safe", 139'000, ""), lab()}, pay_alone, few};
    CHECK(could->leader() == 0);
    CHECK(could->verdict.open_dates);
    CHECK_FALSE(could->verdict.hangs_on.has_value());
    CHECK(could->verdict.verdict == VerdictClass::leaning);
    const Deciding could_not{{offer("Safe", 141'000, ""), lab()}, pay_alone, few};
    CHECK_FALSE(could_not->verdict.open_dates);
    CHECK(could_not->verdict.verdict == VerdictClass::clear);
}

TEST_CASE("the leader's own undated schedule opens nothing, nor does one where pay does not count") {
    CHECK_FALSE(Deciding({offer("Safe", 90'000, ""), lab()}, pay_alone, few)->verdict.open_dates);
    const std::string no_pay =
        "[[factor]]\nid = \"growth\"\nworst_means = \"low\"\nbest_means = \"high\"\nswing = 50\n";
    CHECK_FALSE(
        Deciding({offer("Safe", 120'000, "growth = 6\n"), lab("growth = 5\n")}, no_pay, few)->verdict.open_dates);
    const std::string weightless = "[money]\nworst = 50_000\nbest = 250_000\nswing = 0\n" + no_pay;
    CHECK_FALSE(
        Deciding({offer("Safe", 120'000, "growth = 6\n"), lab("growth = 5\n")}, weightless, few)->verdict.open_dates);
}

TEST_CASE("everything else counts beside the pay that waits") {
    // 40,000 of 200,000 are worth a fifth of pay's half: 0.1 at most, as 2 points of growth are.
    CHECK(Deciding({offer("Safe", 100'000, "growth = 6\n"), lab("growth = 5\n")}, pay_and_growth, few)
              ->verdict.open_dates);
    CHECK_FALSE(Deciding({offer("Safe", 100'000, "growth = 8\n"), lab("growth = 5\n")}, pay_and_growth, few)
                    ->verdict.open_dates);
}

TEST_CASE("an event that only gates what vests anyway is a lead that hangs on it, by everything that counts") {
    const std::string gated =
        "company = \"Lab\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = 100_000\n[stock]\nkind = "
        "\"private\"\nprice = 400\n[[grant]]\nquantity = 400\nvesting = { over = \"4 years\", every = \"1 year\" }\n"
        "gate = \"tender\"\n[[event]]\nid = \"tender\"\n[factors]\ngrowth = ";
    const Deciding found{{offer("Safe", 100'000, "growth = 6\n"), gated + "5\n"}, pay_and_growth, few};
    REQUIRE(found->verdict.hangs_on.has_value());
    // A point of growth is worth 0.05, as 20,000 a year are: half of what waits.
    CHECK(found->verdict.hangs_on->tie == Approx(0.5).margin(1e-6));
    CHECK_FALSE(found->verdict.open_dates);
    CHECK_FALSE(Deciding({offer("Safe", 100'000, "growth = 8\n"), gated + "5\n"}, pay_and_growth, few)
                    ->verdict.hangs_on.has_value());
}
