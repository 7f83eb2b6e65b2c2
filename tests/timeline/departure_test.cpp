// What a departure leaves of a grant. Each answer is worked out by hand; docs/numbers.md, "Leaving" has the first.

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using offerkit::calendar::Date;
using offerkit::model::LeavingReason;
using offerkit::quantity::Shares;
using offerkit::timeline::Departure;
using offerkit::timeline::Forfeiture;
using tranches::rows;
using tranches::Rows;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string yearly =
    "[[grant]]\ninstrument = \"rsu\"\nquantity = 100\nvesting = { over = \"4 years\", every = \"12 months\" }\n";

offerkit::timeline::ResolvedGrant grant(const std::string& more = {}) {
    return offers::resolve_first(offers::read(head + yearly + more));
}

offerkit::timeline::Schedule left(const offerkit::timeline::ResolvedGrant& resolved, Date on,
                                  LeavingReason reason = LeavingReason::voluntary) {
    auto schedule = settle(resolved, Departure{on, reason});
    CHECK(tranches::sums(schedule).total() == resolved.quantity);
    return schedule;
}

Shares forfeited(const offerkit::timeline::ResolvedGrant& resolved, Date on,
                 LeavingReason reason = LeavingReason::voluntary) {
    return tranches::sums(left(resolved, on, reason)).forfeited;
}

}  // namespace

TEST_CASE("leaving on 10 January 2027 forfeits 812 shares: 125, 237 and 450") {
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nkind = \"current\"\nstart = 2022-05-16\n"
        "[[grant]]\nid = \"hire\"\ninstrument = \"rsu\"\nquantity = 1_600\n"
        "vesting = { over = \"4 years\", every = \"3 months\", cliff = \"1 year\" }\n"
        "[[grant]]\nid = \"2024\"\ninstrument = \"rsu\"\nquantity = 400\ngrant_date = 2024-03-15\n"
        "vesting = { over = \"4 years\", every = \"3 months\" }\n"
        "[[grant]]\nid = \"2025\"\ninstrument = \"rsu\"\nquantity = 420\ngrant_date = 2025-03-15\n"
        "vesting = { over = \"4 years\", every = \"3 months\" }\n"
        "[[grant]]\nid = \"retention\"\ninstrument = \"rsu\"\nquantity = 450\ngrant_date = 2026-03-15\n"
        "vesting = { on = [ { date = 2027-03-15, quantity = 225 }, { date = 2028-03-15, quantity = 225 } ] }\n");
    std::vector<Shares> gone;
    offerkit::diagnostic::Diagnostics diagnostics;
    for (const auto& each : offer.grants) {
        const auto resolved = offerkit::timeline::resolve(offer, each, offers::date(2026, 1, 1), diagnostics);
        REQUIRE(resolved.has_value());
        gone.push_back(forfeited(*resolved, offers::date(2027, 1, 10)));
    }
    // 1,600: over on 16 May 2026. 400: 11 quarters of 25 by 15 December 2026, 5 to come. 420: 7 of 16, so
    // floor(420 x 7/16) = 183 have come. 450: both days are to come.
    CHECK(gone == std::vector<Shares>{Shares{0}, Shares{125}, Shares{237}, Shares{450}});
}

TEST_CASE("a vest on the last day employed is kept, one on the day after is not") {
    const auto resolved = grant();
    CHECK(forfeited(resolved, offers::date(2027, 3, 1)) == Shares{100});
    CHECK(forfeited(resolved, offers::date(2027, 3, 2)) == Shares{75});
    CHECK(forfeited(resolved, offers::date(2030, 3, 1)) == Shares{25});
    CHECK(forfeited(resolved, offers::date(2030, 3, 2)) == Shares{0});
    CHECK(rows(left(resolved, offers::date(2028, 3, 2))) ==
          Rows{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25, forfeited", "2030-03-02 25, forfeited"});
}

TEST_CASE("in a month without the day, the vest is on the month's last day and so is its edge") {
    const auto resolved = offers::resolve_first(
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-31\n[[grant]]\ninstrument = \"rsu\"\n"
                     "quantity = 40\nvesting = { over = \"4 months\", every = \"1 month\" }\n"));
    CHECK(forfeited(resolved, offers::date(2026, 2, 27)) == Shares{40});
    CHECK(forfeited(resolved, offers::date(2026, 2, 28)) == Shares{30});
    CHECK(forfeited(resolved, offers::date(2026, 3, 30)) == Shares{30});
    CHECK(forfeited(resolved, offers::date(2026, 3, 31)) == Shares{20});
}

TEST_CASE("a cliff missed by a week forfeits everything") {
    const auto resolved = offers::resolve_first(
        offers::read(head + "[[grant]]\ninstrument = \"rsu\"\nquantity = 4800\nvesting = { over = \"4 years\", every "
                            "= \"1 month\", cliff = \"1 year\" }\n"));
    CHECK(forfeited(resolved, offers::date(2027, 2, 23)) == Shares{4800});
    CHECK(forfeited(resolved, offers::date(2027, 3, 2)) == Shares{3600});
}

TEST_CASE("shares that served their time behind a gate are forfeited or kept as the grant says") {
    const std::string gate = "gate = \"ipo\"\n";
    const std::string ipo = "[[event]]\nid = \"ipo\"\n";
    const auto on = offers::date(2028, 6, 1);
    const auto lost = left(grant(gate + ipo), on);
    CHECK(tranches::sums(lost).forfeited == Shares{100});
    CHECK(lost.tranches[0].forfeiture == Forfeiture::still_held);
    CHECK(lost.tranches[2].forfeiture == Forfeiture::not_earned);
    const std::string keep = gate + "after_leaving = \"keep\"\n";
    CHECK(rows(left(grant(keep + ipo), on)) ==
          Rows{"no date 25, pending", "no date 25, pending", "no date 25, forfeited", "no date 25, forfeited"});
    // The event comes after leaving: what was kept is released on it.
    CHECK(rows(left(grant(keep + ipo + "date = 2029-09-01\n"), on)) ==
          Rows{"2029-09-01 50", "2029-09-01 25, forfeited", "2030-03-02 25, forfeited"});
    CHECK(tranches::sums(left(grant(gate + ipo + "date = 2029-09-01\n"), on)).forfeited == Shares{100});
    // It came before, or on the last day.
    CHECK(tranches::sums(left(grant(gate + ipo + "date = 2028-06-01\n"), on)).forfeited == Shares{50});
    CHECK(tranches::sums(left(grant(gate + ipo + "date = 2028-06-02\n"), on)).forfeited == Shares{100});
    // It missed its deadline: what was kept never comes.
    const auto late = left(grant(keep + ipo + "date = 2029-09-01\ndeadline = 2029-01-01\n"), on);
    CHECK(tranches::sums(late).impossible == Shares{50});
    CHECK(tranches::sums(late).forfeited == Shares{50});
}

TEST_CASE("a reason that forfeits vested shares takes all of them") {
    const auto resolved = grant("forfeits_vested = [\"with_cause\"]\n");
    CHECK(forfeited(resolved, offers::date(2029, 6, 1), LeavingReason::with_cause) == Shares{100});
    CHECK(forfeited(resolved, offers::date(2029, 6, 1), LeavingReason::voluntary) == Shares{25});
    CHECK(left(resolved, offers::date(2029, 6, 1), LeavingReason::with_cause).tranches[0].forfeiture ==
          Forfeiture::vested_too);
}

TEST_CASE("a stretch whose event comes after leaving is forfeited") {
    const std::string text =
        head +
        "[[grant]]\ninstrument = \"rsu\"\nquantity = 100\n[[grant.segment]]\nportion = \"1/2\"\nover = \"1 year\"\n"
        "[[grant.segment]]\nportion = \"1/2\"\nover = \"6 months\"\nstart = \"event:ipo\"\n[[event]]\nid = \"ipo\"\n";
    CHECK(rows(left(offers::resolve_first(offers::read(text)), offers::date(2028, 1, 1))) ==
          Rows{"2027-03-02 50", "no date 50, forfeited"});
    CHECK(rows(left(offers::resolve_first(offers::read(text + "date = 2028-01-02\n")), offers::date(2028, 1, 1))) ==
          Rows{"2027-03-02 50", "2028-07-02 50, forfeited"});
}

TEST_CASE("a grant that was to be made after leaving is forfeited, earlier service or not") {
    const auto resolved = grant("grant_date = 2027-06-01\nvesting_start = 2026-03-02\n");
    CHECK(rows(resolved.schedule) == Rows{"2027-06-01 25", "2028-03-02 25", "2029-03-02 25", "2030-03-02 25"});
    const auto before = left(resolved, offers::date(2027, 5, 31));
    CHECK(tranches::sums(before).forfeited == Shares{100});
    CHECK(before.tranches[0].forfeiture == Forfeiture::not_granted);
    CHECK(forfeited(resolved, offers::date(2027, 6, 1)) == Shares{75});
}

TEST_CASE("the end that an offer states settles its grants, and money vests by the same rule") {
    const auto ended = offers::resolve_first(offers::read(
        head +
        "end = 2028-12-31\n[[grant]]\ninstrument = \"cash\"\nvalue = 1_000.01\nvesting = { over = \"4 years\", "
        "every = \"12 months\" }\n"));
    CHECK(rows(ended.schedule) ==
          Rows{"2027-03-02 25000", "2028-03-02 25000", "2029-03-02 25000, forfeited", "2030-03-02 25001, forfeited"});
}

TEST_CASE("shares kept past the last day count in the years their gate opens in") {
    const auto offer =
        offers::read(head + "end = 2028-06-01\n[stock]\nprice = 10\nas_of = 2026-03-02\n" + yearly +
                     "gate = \"ipo\"\nafter_leaving = \"keep\"\n[[event]]\nid = \"ipo\"\ndate = 2029-09-01\n");
    const std::vector<offerkit::model::Offer> all{offer};
    const auto comparison = offers::compare(all, offers::valuation());
    // 50 shares at 10 on 1 September 2029, in year 4.
    CHECK(offers::text(comparison.offers[0].total) == "500.00");
    CHECK(offers::text(comparison.offers[0].years[3].total) == "500.00");
}
