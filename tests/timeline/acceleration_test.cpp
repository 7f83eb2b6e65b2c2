// What comes early when something happens. Each answer is worked out by hand.
//
// 100 shares, 25 each 2 March from 2027 to 2030; the event on 1 June 2027 finds 75 unearned.

#include <offerkit/timeline/acceleration.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using offerkit::model::LeavingReason;
using offerkit::quantity::Shares;
using offerkit::timeline::Departure;
using tranches::rows;
using tranches::Rows;

namespace {

offerkit::timeline::ResolvedGrant grant(const std::string& accelerations, const std::string& more = {},
                                        const std::string& date = "date = 2027-06-01\n") {
    return offers::resolve_first(
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"sale\"\n" + date +
                     "[[grant]]\ninstrument = \"rsu\"\nquantity = 100\nvesting = { over = \"4 years\", every = \"12 "
                     "months\" }\n" +
                     more + accelerations));
}

std::string single(const std::string& amount) {
    return "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\n" + amount + "\n";
}
std::string twice(const std::string& amount) {
    return "[[grant.acceleration]]\ntrigger = \"double\"\nevent = \"sale\"\n" + amount + "\n";
}

Rows after(const std::string& amount) { return rows(grant(single(amount)).schedule); }

Shares gained(const offerkit::timeline::ResolvedGrant& resolved, int year, int month, int day, LeavingReason reason) {
    const auto schedule = settle(resolved, Departure{offers::date(year, month, day), reason});
    CHECK(tranches::sums(schedule).total() == resolved.quantity);
    return tranches::sums(schedule).gained();
}

}  // namespace

TEST_CASE("an acceleration of all brings everything unearned to its event's day") {
    CHECK(after("") == Rows{"2027-03-02 25", "2027-06-01 75, accelerated"});
}

TEST_CASE("a share of what is unvested is rounded down, and taken by each order") {
    // Half of 75 is 37. Spread by what has passed: 37 x 25/75 = 12.3, 37 x 50/75 = 24.7, 37: so 12, 12 and 13.
    CHECK(after("amount = \"50%\"") ==
          Rows{"2027-03-02 25", "2027-06-01 37, accelerated", "2028-03-02 13", "2029-03-02 13", "2030-03-02 12"});
    CHECK(after("amount = \"50%\"\norder = \"soonest\"") ==
          Rows{"2027-03-02 25", "2027-06-01 37, accelerated", "2029-03-02 13", "2030-03-02 25"});
    CHECK(after("amount = \"50%\"\norder = \"last\"") ==
          Rows{"2027-03-02 25", "2027-06-01 37, accelerated", "2028-03-02 25", "2029-03-02 13"});
}

TEST_CASE("an acceleration by months brings as many shares as were to be earned in them") {
    // Within 12 months of 1 June 2027 lies 2 March 2028 alone; 9 months end the day before it.
    CHECK(after("months = 12\norder = \"soonest\"") ==
          Rows{"2027-03-02 25", "2027-06-01 25, accelerated", "2029-03-02 25", "2030-03-02 25"});
    CHECK(after("months = 12\norder = \"last\"") ==
          Rows{"2027-03-02 25", "2027-06-01 25, accelerated", "2028-03-02 25", "2029-03-02 25"});
    // 25 x 25/75 = 8.3, 25 x 50/75 = 16.7, 25: 8, 8 and 9.
    CHECK(after("months = 12") ==
          Rows{"2027-03-02 25", "2027-06-01 25, accelerated", "2028-03-02 17", "2029-03-02 17", "2030-03-02 16"});
    CHECK(after("months = 9") == Rows{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25", "2030-03-02 25"});
    CHECK(after("months = 21\norder = \"soonest\"") ==
          Rows{"2027-03-02 25", "2027-06-01 25, accelerated", "2029-03-02 25", "2030-03-02 25"});
}

TEST_CASE("an acceleration by a number of shares brings that many at most") {
    CHECK(after("quantity = 30\norder = \"soonest\"") ==
          Rows{"2027-03-02 25", "2027-06-01 30, accelerated", "2029-03-02 20", "2030-03-02 25"});
    CHECK(after("quantity = 30\norder = \"last\"") ==
          Rows{"2027-03-02 25", "2027-06-01 30, accelerated", "2028-03-02 25", "2029-03-02 20"});
    // 30 x 25/75 = 10 each.
    CHECK(after("quantity = 30") ==
          Rows{"2027-03-02 25", "2027-06-01 30, accelerated", "2028-03-02 15", "2029-03-02 15", "2030-03-02 15"});
    CHECK(after("quantity = 1_000_000") == Rows{"2027-03-02 25", "2027-06-01 75, accelerated"});
}

TEST_CASE("an event without a date accelerates nothing, one after the last tranche neither") {
    const Rows plain{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25", "2030-03-02 25"};
    CHECK(rows(grant(single(""), "", "").schedule) == plain);
    CHECK(rows(grant(single(""), "", "date = 2030-03-02\n").schedule) == plain);
    CHECK(rows(grant(single(""), "", "date = 2030-03-01\n").schedule) ==
          Rows{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25", "2030-03-01 25, accelerated"});
}

TEST_CASE("several accelerations act in turn, each on what the earlier ones left") {
    // 30 of 75 leave 45, of which a third is 15.
    const auto both =
        grant(single("quantity = 30\norder = \"soonest\"") + single("amount = \"1/3\"\norder = \"last\""));
    CHECK(rows(both.schedule) == Rows{"2027-03-02 25", "2027-06-01 45, accelerated", "2029-03-02 20", "2030-03-02 10"});
    // The event of 1 June comes before a departure in 2028, although the file names the double trigger first: it finds
    // 75 and brings 37 from the end; at the departure on 1 June 2028 the rest of 13 is unearned.
    const auto turned = grant(twice("within = \"12 months\"") + single("amount = \"50%\"\norder = \"last\""));
    CHECK(rows(settle(turned, Departure{offers::date(2028, 6, 1), LeavingReason::without_cause})) ==
          Rows{"2027-03-02 25", "2027-06-01 37, accelerated", "2028-03-02 25", "2028-06-01 13, accelerated"});
}

TEST_CASE("a double trigger counts from its event to the edge of its window, and for two reasons alone") {
    const auto resolved = grant(twice("within = \"12 months\""));
    CHECK(rows(resolved.schedule) == Rows{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25", "2030-03-02 25"});
    const auto let_go = LeavingReason::without_cause;
    CHECK(gained(resolved, 2027, 5, 31, let_go) == Shares{25});  // the day before the event
    CHECK(gained(resolved, 2027, 6, 1, let_go) == Shares{100});  // on it
    CHECK(gained(resolved, 2028, 6, 1, let_go) == Shares{100});  // the last day of the window
    CHECK(gained(resolved, 2028, 6, 2, let_go) == Shares{50});   // the day after
    CHECK(gained(resolved, 2027, 9, 1, LeavingReason::good_reason) == Shares{100});
    for (const auto reason : {LeavingReason::voluntary, LeavingReason::retirement, LeavingReason::with_cause,
                              LeavingReason::death, LeavingReason::disability}) {
        CHECK(gained(resolved, 2027, 9, 1, reason) == Shares{25});
    }
    // Without a window it holds for good; without a date of its event, never.
    CHECK(gained(grant(twice("")), 2029, 12, 31, let_go) == Shares{100});
    CHECK(gained(grant(twice(""), "", ""), 2029, 12, 31, let_go) == Shares{75});
    // Half of what is left, 75: 37.
    const auto half =
        settle(grant(twice("within = \"12 months\"\namount = \"50%\"")), Departure{offers::date(2027, 9, 1), let_go});
    CHECK(rows(half) == Rows{"2027-03-02 25", "2027-09-01 37, accelerated", "2028-03-02 13, forfeited",
                             "2029-03-02 13, forfeited", "2030-03-02 12, forfeited"});
    CHECK(half.tranches[1].brought_by_leaving);
}

TEST_CASE("death and disability bring what they are said to bring, each for itself") {
    const auto resolved = grant(
        "[[grant.acceleration]]\ntrigger = \"death\"\n[[grant.acceleration]]\ntrigger = "
        "\"disability\"\nmonths = 12\n");
    CHECK(gained(resolved, 2027, 9, 1, LeavingReason::death) == Shares{100});
    CHECK(gained(resolved, 2027, 9, 1, LeavingReason::disability) == Shares{50});
    CHECK(gained(resolved, 2027, 9, 1, LeavingReason::voluntary) == Shares{25});
}

TEST_CASE("somebody who has left before an event has no part in what it accelerates") {
    CHECK(gained(grant(single("")), 2027, 5, 31, LeavingReason::voluntary) == Shares{25});
    CHECK(gained(grant(single("")), 2027, 6, 1, LeavingReason::voluntary) == Shares{100});
}

TEST_CASE("an acceleration does not open a gate") {
    const std::string gate = "gate = \"ipo\"\n";
    const std::string ipo = "[[event]]\nid = \"ipo\"\n";
    const auto waiting = grant(single("") + ipo, gate);
    CHECK(rows(waiting.schedule) == Rows{"no date 25, pending", "no date 25, accelerated, pending",
                                         "no date 25, accelerated, pending", "no date 25, accelerated, pending"});
    const auto open = grant(single("") + ipo + "date = 2028-05-01\n", gate);
    CHECK(rows(open.schedule) == Rows{"2028-05-01 25", "2028-05-01 75, accelerated"});
}

TEST_CASE("a stretch that waits for its event is unvested too, and can be accelerated") {
    const auto resolved = offers::resolve_first(offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"sale\"\ndate = 2027-06-01\n"
        "[[event]]\nid = \"ipo\"\n[[grant]]\ninstrument = \"rsu\"\nquantity = 100\n"
        "[[grant.segment]]\nportion = \"1/2\"\nover = \"2 years\"\nevery = \"1 year\"\n"
        "[[grant.segment]]\nportion = \"1/2\"\nover = \"2 years\"\nstart = \"event:ipo\"\n" +
        single("amount = \"80%\"\norder = \"soonest\"")));
    // 75 are unearned: 25 of 2 March 2028 and the 50 that wait; 60 come.
    CHECK(rows(resolved.schedule) ==
          Rows{"2027-03-02 25", "2027-06-01 25, accelerated", "2027-06-01 35, accelerated", "no date 15, pending"});
}

TEST_CASE("parts of shares are taken in the finest part that the grant has") {
    // 18 over 4 are 4.5 each; half of the 13.5 left is 6.75, in halves 6.5: 2, 2 and 2.5 of them.
    const auto resolved = offers::resolve_first(offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"sale\"\ndate = 2027-06-01\n"
        "[[grant]]\ninstrument = \"rsu\"\nquantity = 18\nallocation = \"fractional\"\n"
        "vesting = { over = \"4 years\", every = \"12 months\" }\n" +
        single("amount = \"50%\"")));
    CHECK(rows(resolved.schedule) ==
          Rows{"2027-03-02 9/2", "2027-06-01 13/2, accelerated", "2028-03-02 5/2", "2029-03-02 5/2", "2030-03-02 2"});
}

TEST_CASE("an acceleration at an event that no table describes is an error") {
    CHECK(offers::problems("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\ninstrument = "
                           "\"rsu\"\nquantity = 10\nvesting = { over = \"1 year\" }\n" +
                           single(""))
              .front() == "unknown-event");
}

TEST_CASE("a reason for leaving sets an acceleration off by itself, sale or not") {
    for (const auto& [word, reason] : {std::pair{"without_cause", LeavingReason::without_cause},
                                       {"good_reason", LeavingReason::good_reason},
                                       {"retirement", LeavingReason::retirement},
                                       {"death", LeavingReason::death},
                                       {"disability", LeavingReason::disability}}) {
        CAPTURE(word);
        const auto resolved =
            grant("[[grant.acceleration]]\ntrigger = \"" + std::string{word} + "\"\namount = \"50%\"\n", {}, "");
        // 75 are unearned after the first tranche; half of them is 37.
        CHECK(gained(resolved, 2027, 6, 1, reason) == Shares{62});
        CHECK(gained(resolved, 2027, 6, 1, LeavingReason::voluntary) == Shares{25});
        CHECK(gained(resolved, 2027, 6, 1, LeavingReason::with_cause) == Shares{25});
    }
}

TEST_CASE("a double trigger that looks back brings on the event's day what was unearned on the last day employed") {
    const auto resolved = grant(twice("before = \"6 months\"\nwithin = \"12 months\""));
    using LR = LeavingReason;
    // The event is on 2027-06-01: six months before it is 2026-12-01.
    CHECK(gained(resolved, 2026, 11, 30, LR::without_cause) == Shares{0});
    CHECK(gained(resolved, 2026, 12, 1, LR::without_cause) == Shares{100});
    CHECK(gained(resolved, 2027, 5, 31, LR::good_reason) == Shares{100});
    CHECK(gained(resolved, 2028, 6, 1, LR::without_cause) == Shares{100});
    CHECK(gained(resolved, 2028, 6, 2, LR::without_cause) == Shares{50});
    CHECK(gained(resolved, 2027, 5, 31, LR::voluntary) == Shares{25});
    CHECK(rows(settle(resolved, Departure{offers::date(2026, 12, 31), LR::without_cause})) ==
          Rows{"2027-06-01 100, accelerated"});
    // Half of what was unearned; what would have vested in between is forfeited like the rest.
    CHECK(gained(grant(twice("before = \"6 months\"\namount = \"50%\"")), 2026, 12, 31, LR::without_cause) ==
          Shares{50});
    // Without a date the event brings nothing.
    CHECK(gained(grant(twice("before = \"6 months\""), {}, ""), 2027, 5, 31, LR::without_cause) == Shares{25});
    // Without looking back it brings nothing before its day.
    CHECK(gained(grant(twice("")), 2027, 5, 31, LR::without_cause) == Shares{25});
}

TEST_CASE("pro rata brings the served part of the next tranche alone") {
    const auto resolved = grant("[[grant.acceleration]]\ntrigger = \"without_cause\"\namount = \"pro_rata\"\n", {}, "");
    using LR = LeavingReason;
    // 25 x 91/366 = 6.2: 2 March to 1 June 2027, of the year to 2 March 2028.
    CHECK(gained(resolved, 2027, 6, 1, LR::without_cause) == Shares{31});
    // Before the first tranche it counts from the vesting start: 25 x 91/365 = 6.2.
    CHECK(gained(resolved, 2026, 6, 1, LR::without_cause) == Shares{6});
    CHECK(gained(resolved, 2026, 3, 2, LR::without_cause) == Shares{0});
    // On a vest day nothing of the next is served; after the last there is none.
    CHECK(gained(resolved, 2028, 3, 2, LR::without_cause) == Shares{50});
    CHECK(gained(resolved, 2031, 1, 1, LR::without_cause) == Shares{100});
    // At an event too, of the tranche that is next then.
    CHECK(after("amount = \"pro_rata\"") ==
          Rows{"2027-03-02 25", "2027-06-01 6, accelerated", "2028-03-02 19", "2029-03-02 25", "2030-03-02 25"});
}

TEST_CASE("an event on the last day employed brings what it brings, one on the day after it does not") {
    const auto resolved = grant(single(""));
    CHECK(gained(resolved, 2027, 6, 1, LeavingReason::voluntary) == Shares{100});
    CHECK(gained(resolved, 2027, 5, 31, LeavingReason::voluntary) == Shares{25});
}

TEST_CASE("pro rata is of what the very next day brings, of all that it brings, and of nothing that has no day") {
    using LR = LeavingReason;
    const std::string pro_rata = "[[grant.acceleration]]\ntrigger = \"without_cause\"\namount = \"pro_rata\"\n";
    const auto of = [&](const std::string& segments) {
        return offers::resolve_first(
            offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"sale\"\n"
                         "[[grant]]\nquantity = 400\n" +
                         segments + pro_rata));
    };
    const std::string year = "over = \"1 year\"\n";
    // Two stretches that end on one day, 2 March 2027, bring 200 and 100; 73 of the 365 days are a fifth.
    const auto both =
        of("[[grant.segment]]\nportion = \"50%\"\n" + year +
           "[[grant.segment]]\nportion = \"25%\"\nover = \"0 days\"\n[[grant.segment]]\nportion = \"25%\"\n" + year);
    CHECK(gained(both, 2026, 5, 14, LR::without_cause) == Shares{60});
    const auto waits = of("[[grant.segment]]\nportion = 1\nstart = \"event:sale\"\n" + year);
    CHECK(gained(waits, 2026, 5, 14, LR::without_cause) == Shares{0});
    // After another acceleration what it brought is no tranche that the next one is counted from.
    const auto twice =
        of("[[grant.segment]]\nportion = 1\nover = \"2 years\"\nevery = \"1 year\"\n"
           "[[grant.acceleration]]\ntrigger = \"without_cause\"\namount = \"50%\"\n");
    // Half of 400 at once, 100 of each year; then a fifth of the 100 left of the first.
    CHECK(gained(twice, 2026, 5, 14, LR::without_cause) == Shares{220});
}

TEST_CASE("parts of shares fit together when the count in their finest part fits 64 bits") {
    using offerkit::quantity::Fraction;
    const auto fits = [](const std::vector<Fraction>& parts) {
        std::vector<offerkit::timeline::Earning> served;
        for (const auto& part : parts) {
            served.push_back({.quantity = Shares{part}});
        }
        return offerkit::timeline::any_sum_fits(served);
    };
    const auto of = [](std::int64_t top, std::int64_t bottom) { return *Fraction::of(top, bottom); };
    CHECK(fits({}));
    CHECK(fits({of(1, 2'000'000'011), of(1, 2'000'000'033)}));
    CHECK_FALSE(fits({of(1, 2'000'000'011), of(1, 2'000'000'033), of(1, 2'000'000'063)}));
    // In halves 64 bits hold 4,611,686,018,427,387,903.5 shares.
    CHECK(fits({of(9'223'372'036'854'775'805, 2)}));
    CHECK_FALSE(fits({of(9'223'372'036'854'775'805, 2), Fraction{2}}));
    CHECK(fits({of(1, 6), of(1, 4), of(1, 12)}));
}

TEST_CASE("an acceleration by months counts what vests on the last day of them, and not the day after it") {
    const auto on = [](const std::string& day) {
        return rows(grant(single("months = 6\norder = \"soonest\""), {}, "date = " + day + "\n").schedule);
    };
    CHECK(on("2027-09-02") == Rows{"2027-03-02 25", "2027-09-02 25, accelerated", "2029-03-02 25", "2030-03-02 25"});
    CHECK(on("2027-09-01") == Rows{"2027-03-02 25", "2028-03-02 25", "2029-03-02 25", "2030-03-02 25"});
    // A stretch without a day is to be earned in no months, however many they are.
    const auto waits = offers::resolve_first(
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"sale\"\n"
                     "date = 2027-06-01\n[[event]]\nid = \"ipo\"\n[[grant]]\nquantity = 100\n"
                     "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"1 year\"\n"
                     "[[grant.segment]]\nportion = \"50%\"\nstart = \"event:ipo\"\nover = \"1 year\"\n" +
                     single("months = 600\norder = \"soonest\"")));
    CHECK(rows(waits.schedule).at(1) == "2027-06-01 25, accelerated");
}

TEST_CASE("pro rata brings nothing to who is let go before vesting begins, and its part of the days from then on") {
    const auto from = [](const std::string& start) {
        return grant("[[grant.acceleration]]\ntrigger = \"without_cause\"\namount = \"pro_rata\"\n",
                     "vesting_start = " + start + "\n", "");
    };
    // 25 over the 365 days to 2027-09-02; 73 of them are a fifth.
    CHECK(gained(from("2026-09-02"), 2026, 6, 21, LeavingReason::without_cause) == Shares{0});
    CHECK(gained(from("2026-09-02"), 2026, 9, 2, LeavingReason::without_cause) == Shares{0});
    CHECK(gained(from("2026-09-02"), 2026, 11, 14, LeavingReason::without_cause) == Shares{5});
}
