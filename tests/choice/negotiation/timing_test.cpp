// The time there is to answer, and what waiting for interviews is worth (docs/numbers.md, "Negotiating").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/negotiation/timing.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using offers::pay;
using offers::usd;
using quantity::Money;

namespace {

std::string process(const std::string& company, int salary, const std::string& chance, const std::string& rest = {}) {
    return pay(company, salary, "evidence = \"process\"\nchance = \"" + chance + "\"\n" + rest);
}

/// By yearly pay alone, as of 2026-01-01.
std::optional<Waiting> waited(const std::vector<std::string>& texts, const model::InterviewOdds& odds = {}) {
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    const auto comparison = offers::compare(offers, offers::valuation());
    const Preference preference{comparison.currency};
    const Appraiser appraiser{offers, 0, comparison, Metric::annualized};
    const model::NegotiationProfile practice{.header = {"negotiation", "p", {}, {}, offers::date(2021, 1, 1)},
                                             .odds = odds};
    return waiting_of(comparison, 0, appraiser.figure(), weigh(comparison, 0, appraiser, preference), preference,
                      practice);
}

}  // namespace

TEST_CASE("days to decide are counted from the day of receipt and from today, and fall below none once it has passed") {
    const auto told = offers::read(pay("X", 100'000, "received = 2025-12-28\ndecide_by = 2026-01-04\n"));
    const auto deadline = deadline_of(told, offers::date(2026, 1, 1));
    CHECK(deadline.decide_by == offers::date(2026, 1, 4));
    CHECK(deadline.days_given == 7);
    CHECK(deadline.days_left == 3);
    CHECK(deadline_of(told, offers::date(2026, 1, 6)).days_left == -2);
    const auto open = deadline_of(offers::read(pay("X", 100'000)), offers::date(2026, 1, 1));
    CHECK_FALSE(open.decide_by.has_value());
    CHECK_FALSE(open.days_left.has_value());
    const auto undated =
        deadline_of(offers::read(pay("X", 100'000, "decide_by = 2026-01-04\n")), offers::date(2026, 1, 1));
    CHECK(undated.days_left == 3);
    CHECK_FALSE(undated.days_given.has_value());
}

TEST_CASE("an interview is in time where its day is the deadline or before, and the last of the others is waited for") {
    const auto waiting = waited(
        {pay("Own", 150'000, "decide_by = 2026-01-20\n"), process("Soon", 200'000, "40%", "expected = 2026-01-20\n"),
         process("Late", 190'000, "40%", "expected = 2026-02-10\n"),
         process("Later", 180'000, "40%", "expected = 2026-02-20\n"),
         process("Middle", 170'000, "40%", "expected = 2026-02-15\n"), process("Dateless", 160'000, "40%")});
    REQUIRE(waiting.has_value());
    REQUIRE(waiting->offers.size() == 5);
    for (const auto& each : waiting->offers) {
        CHECK(each.in_time == (each.offer == 1));
        CHECK(each.chance == *quantity::Rate::of(2, 5));
        CHECK(each.expected.has_value() == (each.offer != 5));
    }
    CHECK(waiting->until == offers::date(2026, 2, 20));
    CHECK(waiting->accept_now == usd(150'000));
}

TEST_CASE("what is known before the deadline costs nothing to wait for, and what comes after it costs the offer") {
    const std::string own = pay("Own", 150'000, "decide_by = 2026-01-20\n");
    // Known in time: .4 x 200,000 + .6 x 150,000 is there already, and staying open longer adds nothing.
    const auto soon = waited({own, process("Maybe", 200'000, "40%", "expected = 2026-01-20\n")});
    CHECK(soon->wait == usd(80'000));
    CHECK(soon->with_extension == usd(170'000));
    CHECK(soon->extension == usd(0));
    CHECK_FALSE(soon->until.has_value());
    // Known too late: with the offer open 170,000, against the 150,000 that have to be taken now.
    const auto late = waited({own, process("Maybe", 200'000, "40%", "expected = 2026-01-21\n")});
    CHECK(late->extension == usd(20'000));
    CHECK(late->until == offers::date(2026, 1, 21));
    // An offer whose day has passed has to be answered today.
    const auto passed = waited(
        {pay("Own", 150'000, "decide_by = 2025-12-20\n"), process("Maybe", 200'000, "40%", "expected = 2026-01-02\n")});
    CHECK(passed->extension == usd(20'000));
}

TEST_CASE("an offer without a deadline has no interview in time") {
    const auto waiting = waited({pay("Own", 150'000), process("Maybe", 200'000, "40%", "expected = 2026-01-02\n")});
    CHECK_FALSE(waiting->offers[0].in_time);
    CHECK(waiting->until == offers::date(2026, 1, 2));
    CHECK(waiting->extension == usd(20'000));
}

TEST_CASE("an interview without a day is known after all the rest") {
    // The better one has no day: who holds out for it lets the other go, whose answer is open for 7 days.
    // Better .5 x 300,000, other for sure 200,000: first 200,000 in hand until 17 January, and the better one is known
    // on the 11th, so that it is waited for: .5 x 300,000 + .5 x 200,000.
    const auto waiting = waited({pay("Own", 100'000), process("Other", 200'000, "100%", "expected = 2026-01-10\n"),
                                 process("Better", 300'000, "50%")});
    CHECK(waiting->wait == usd(250'000));
    // Answered on its own day, it has to be taken or left before the other is known: 200,000 against 150,000.
    const auto strict =
        waited({pay("Own", 100'000), process("Other", 200'000, "100%", "expected = 2026-01-10\nopen_days = 0\n"),
                process("Better", 300'000, "50%")});
    CHECK(strict->wait == usd(200'000));
}

TEST_CASE("a company's own odds stand beside its interview, and no other's do") {
    const model::InterviewOdds odds{.companies = {{.company = "Else", .onsite_to_offer = *quantity::Rate::of(1, 3)},
                                                  {.company = "Maybe", .onsite_to_offer = *quantity::Rate::of(1, 4)}}};
    const auto waiting =
        waited({pay("Own", 150'000), process("Maybe", 200'000, "40%"), process("Third", 190'000, "40%")}, odds);
    CHECK(waiting->offers[0].published == *quantity::Rate::of(1, 4));
    CHECK_FALSE(waiting->offers[1].published.has_value());
}

TEST_CASE("without an interview there is nothing to wait for") {
    CHECK_FALSE(waited({pay("Own", 150'000), pay("Other", 160'000)}).has_value());
    CHECK_FALSE(waited({pay("Own", 150'000), pay("Search", 160'000, "kind = \"search\"\nchance = \"50%\"\n")}));
}
