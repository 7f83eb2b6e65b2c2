// Where a rule changes from one side to the other: prices at a strike, a price of one, deadlines of a week, ids that
// refreshers have too.

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/value/review.hpp>
#include <offerkit/value/vest_timeline.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

const std::string top = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";

std::int64_t shares_of(const std::string& value, const std::string& price) {
    const auto offer = offers::read(top + "[stock]\nprice = 50.00\nas_of = 2026-01-01\n[[grant]]\nvalue = " + value +
                                    "\nconversion = { price = " + price + " }\nvesting = \"standard\"\n");
    return offers::resolve_first(offer).quantity.whole();
}

bool has(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_short(const std::string& received, const std::string& decide_by) {
    const std::vector<model::Offer> offer{
        offers::read(top + "received = " + received + "\ndecide_by = " + decide_by + "\n[base]\nsalary = 100_000\n")};
    const auto comparison = offers::compare(offer, offers::valuation());
    diagnostic::Diagnostics diagnostics;
    value::review(comparison.offers.front(), offers::valuation(), diagnostics);
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                       [](const auto& problem) { return problem.code == "short-deadline"; });
}

/// An option grant at a price and a strike: what it is worth, and whether it is told as worth nothing.
value::ValuedOffer with_strike(const model::Offer& offer) {
    return offers::compare({offer}, offers::valuation()).offers.front();
}

std::string option(const std::string& price) {
    return top + "[stock]\nprice = " + price +
           "\nas_of = 2026-01-01\n[[grant]]\nid = \"options\"\ninstrument = \"nso\"\nquantity = 4_800\n"
           "strike = 20.00\nvesting = \"standard\"\n";
}

}  // namespace

TEST_CASE("money becomes shares at a price of one and below as at any other") {
    CHECK(shares_of("1_000", "2.00") == 500);
    CHECK(shares_of("1_000", "1.01") == 990);
    CHECK(shares_of("1_000", "1.00") == 1'000);
    CHECK(shares_of("1_000", "0.99") == 1'010);
    CHECK(shares_of("1_000", "0.50") == 2'000);
    CHECK(shares_of("1_000", "0.0001") == 10'000'000);
}

TEST_CASE("a price equal to the strike is worth nothing, and that is said; a cent above is worth its cent") {
    const auto at = offers::read(option("20.00"));
    const auto above = offers::read(option("20.01"));
    const auto below = offers::read(option("19.99"));
    REQUIRE(with_strike(at).at_the_money.size() == 1);
    CHECK(with_strike(at).at_the_money.front().grant == "options");
    CHECK(with_strike(below).at_the_money.size() == 1);
    CHECK(with_strike(above).at_the_money.empty());
    const auto timeline = [](const model::Offer& offer) {
        diagnostic::Diagnostics diagnostics;
        auto result = value::vest_timeline(offer, {.as_of = offers::date(2026, 1, 1)}, diagnostics);
        REQUIRE(result.has_value());
        return std::move(*result);
    };
    // A quarter of 4,800 at the cliff.
    CHECK(offers::text(*timeline(above).grants.at(0).tranches.at(0).value) == "12.00");
    CHECK(timeline(at).grants.at(0).tranches.at(0).value->is_zero());
    CHECK(timeline(below).grants.at(0).tranches.at(0).value->is_zero());
}

TEST_CASE("a week to decide is no short deadline, a day less is") {
    CHECK_FALSE(is_short("2026-01-05", "2026-01-12"));
    CHECK(is_short("2026-01-05", "2026-01-11"));
    CHECK(is_short("2026-01-05", "2026-01-05"));
    CHECK_FALSE(is_short("2026-01-05", "2026-01-13"));
}

TEST_CASE("what a missed deadline made impossible stands beside the total, apart from what still waits") {
    const std::string stock = "[stock]\nprice = 10.00\nas_of = 2026-01-01\n";
    const auto grant = [](const std::string& id, const std::string& event) {
        return "[[grant]]\nid = \"" + id +
               "\"\nquantity = 480\nvesting = { over = \"4 years\", every = \"12 months\" }\ngate = [\"" + event +
               "\"]\n";
    };
    const auto offer = offers::read(top + stock + grant("waits", "ipo") + grant("missed", "tender") +
                                    "[[event]]\nid = \"ipo\"\n[[event]]\nid = \"tender\"\ndeadline = 2025-12-31\n");
    const auto comparison = offers::compare({offer}, offers::valuation());
    const auto& pending = comparison.offers.front().pending;
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].grant == "waits");
    CHECK_FALSE(pending[0].impossible);
    CHECK(pending[0].quantity.whole() == 480);
    CHECK(pending[1].grant == "missed");
    CHECK(pending[1].impossible);
    CHECK(pending[1].quantity.whole() == 480);
}

TEST_CASE("what is lost or impossible adds nothing to what comes, wherever it stands among the tranches") {
    const std::string half = "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"3 months\"\n";
    const std::string missed = "gate = \"tender\"\n";
    const std::string halves = GENERATE_COPY(half + missed + half, half + half + missed);
    const auto offer = offers::read(top +
                                    "[stock]\nprice = 10.00\nas_of = 2026-01-01\n[[grant]]\nquantity = 491\n"
                                    "allocation = \"truncate_forfeit\"\n" +
                                    halves + "[[event]]\nid = \"tender\"\ndeadline = 2025-12-31\n");
    diagnostic::Diagnostics diagnostics;
    const auto timeline = value::vest_timeline(offer, {.as_of = offers::date(2026, 1, 1)}, diagnostics);
    REQUIRE(timeline.has_value());
    const auto& grant = timeline->grants.at(0);
    quantity::Shares coming;
    quantity::Shares all = grant.grant.schedule.lost;
    for (const auto& tranche : grant.tranches) {
        all += tranche.tranche.quantity;
        if (tranche.tranche.release == timeline::Release::dated) {
            coming += tranche.tranche.quantity;
            REQUIRE(tranche.cumulative.has_value());
            CHECK(*tranche.cumulative == coming);
        } else {
            CHECK_FALSE(tranche.cumulative.has_value());
        }
    }
    CHECK(all == grant.grant.quantity);
    CHECK_FALSE(grant.grant.schedule.lost.is_zero());
    CHECK_FALSE(grant.impossible.is_zero());
    CHECK_FALSE(coming.is_zero());
}

TEST_CASE("a grant that is called refresher-1 stays apart from the first refresher") {
    const auto offer = offers::read(top +
                                    "[stock]\nprice = 10.00\nas_of = 2026-01-01\n[[grant]]\nid = \"refresher-1\"\n"
                                    "quantity = 4_800\nvesting = \"standard\"\n[refresher]\nvalue = 10_000\nvesting = "
                                    "{ over = \"1 year\", every = \"12 months\" }\n");
    const timeline::Window window{offer.start.value, calendar::Period::months(48), false, std::nullopt};
    diagnostic::Diagnostics diagnostics;
    const auto timeline = value::vest_timeline(
        offer, {.as_of = offers::date(2026, 1, 1), .until = window.end(), .refreshers = &window}, diagnostics);
    REQUIRE(timeline.has_value());
    REQUIRE(timeline->grants.size() > 1);
    const auto& own = timeline->grants[0];
    const auto& refresher = timeline->grants[1];
    CHECK(own.grant.id == "refresher-1");
    CHECK_FALSE(own.grant.refresher);
    CHECK(own.grant.quantity.whole() == 4'800);
    CHECK(refresher.grant.refresher);
    CHECK(refresher.grant.quantity.whole() == 1'000);
    CHECK(refresher.tranches.size() == 1);
}

TEST_CASE("every mistake in a table of rates is told, and the sound ones do not hide it") {
    const std::string fx = "[base]\nsalary = 100_000\n[fx]\n\"EUR/USD\" = 1.08\n\"GBP/USD\" = 0\n\"CHF/XXQ\" = 1.1\n";
    const auto codes = offers::problems(top + fx);
    CHECK(codes == std::vector<std::string>{"bad-number", "unknown-currency"});
    CHECK_FALSE(has(codes, "no-exchange-rate"));
}
