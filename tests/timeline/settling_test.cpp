// From what is served to tranches: which of them come together, and in which order (docs/numbers.md, "Events" and
// "Leaving"). Each answer is worked out by hand.

#include <string>
#include <vector>

#include <offerkit/timeline/settling.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using offers::date;
using quantity::Shares;
using timeline::Departure;
using timeline::Earning;
using timeline::Forfeiture;
using timeline::Release;
using timeline::Schedule;
using timeline::SettlingTerms;
using tranches::rows;
using tranches::Rows;

namespace {

Earning earning(calendar::Date day, std::int64_t shares, std::int32_t segment = 1) {
    return {.scheduled = day, .earned = day, .quantity = Shares{shares}, .segment = segment};
}

Schedule settled(const SettlingTerms& terms, const std::vector<Earning>& earnings,
                 const std::optional<Departure>& departure = std::nullopt) {
    timeline::Settling settling{terms, departure};
    for (const Earning& each : earnings) {
        settling.add(each);
    }
    return settling.finish(Shares{});
}

/// "1 2026-06-01 25": each tranche behind its segment.
Rows by_segment(const Schedule& schedule) {
    Rows all;
    const Rows plain = rows(schedule);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        all.push_back(std::to_string(schedule.tranches[i].segment) + " " + plain[i]);
    }
    return all;
}

}  // namespace

TEST_CASE("what is earned before the grant is made comes on its day as one tranche, which knows the last of its days") {
    const auto granted = date(2026, 6, 1);
    auto second = earning(date(2026, 5, 1), 20);
    second.absence = 1;
    second.awaited_evaluation = true;
    auto first = earning(date(2026, 4, 1), 10);
    first.absence = 0;
    for (const auto& pair : {std::vector{first, second}, std::vector{second, first}}) {
        const auto schedule = settled({.grant_date = granted}, pair);
        REQUIRE(rows(schedule) == Rows{"2026-06-01 30"});
        const auto& tranche = schedule.tranches[0];
        CHECK(tranche.scheduled == date(2026, 5, 1));
        CHECK(tranche.earned == date(2026, 5, 1));
        CHECK(tranche.absence == 1);
        CHECK(tranche.awaited_evaluation);
    }
    // A grant that keeps earlier days has them apart.
    CHECK(rows(settled({.grant_date = granted, .before_grant = model::BeforeGrant::keep}, {first, second})) ==
          Rows{"2026-04-01 10", "2026-05-01 20"});
}

TEST_CASE("what is earned on the day of the grant, or of a gate, or after it, keeps its day") {
    const auto granted = date(2026, 6, 1);
    const std::vector all{earning(granted.plus_days(-1), 1), earning(granted, 2), earning(granted.plus_days(1), 4)};
    CHECK(rows(settled({.grant_date = granted}, all)) == Rows{"2026-06-01 3", "2026-06-02 4"});
    const timeline::Opening gate{Release::dated, granted};
    CHECK(rows(settled({.grant_date = date(2026, 1, 1), .grant_gate = gate}, all)) ==
          Rows{"2026-06-01 3", "2026-06-02 4"});
}

TEST_CASE("both the grant's gate and the segment's have to be open, and each segment has its own") {
    const timeline::Opening may{Release::dated, date(2026, 5, 1)};
    const timeline::Opening july{Release::dated, date(2026, 7, 1)};
    const timeline::Opening waits{Release::pending, std::nullopt};
    const SettlingTerms terms{.grant_date = date(2026, 1, 1), .grant_gate = may, .segment_gates = {july, {}, waits}};
    const auto april = date(2026, 4, 1);
    CHECK(by_segment(settled(terms, {earning(april, 1, 1), earning(april, 2, 2), earning(april, 4, 3)})) ==
          Rows{"2 2026-05-01 2", "1 2026-07-01 1", "3 no date 4, pending"});
}

TEST_CASE("tranches come by day, on one day by segment, and those without a day last") {
    Earning waiting{.quantity = Shares{8}, .segment = 2, .waiting = Release::pending};
    const auto may = date(2026, 5, 1);
    const auto june = date(2026, 6, 1);
    const SettlingTerms terms{.grant_date = date(2026, 1, 1)};
    CHECK(by_segment(settled(terms, {waiting, earning(june, 4, 2), earning(june, 2, 1), earning(may, 1, 3)})) ==
          Rows{"3 2026-05-01 1", "1 2026-06-01 2", "2 2026-06-01 4", "2 no date 8, pending"});
    // Segments that take turns on one day make one row each.
    CHECK(by_segment(settled(terms, {earning(june, 4, 2), earning(june, 2, 1), earning(june, 16, 2),
                                     earning(june, 32, 1)})) == Rows{"1 2026-06-01 34", "2 2026-06-01 20"});
    // On the day of a gate the day of the grid goes first, whatever the segment.
    const SettlingTerms gated{.grant_date = date(2026, 1, 1), .grant_gate = {Release::dated, date(2026, 7, 1)}};
    CHECK(by_segment(settled(gated, {earning(june, 4, 1), earning(may, 2, 2)})) ==
          Rows{"2 2026-07-01 2", "1 2026-07-01 4"});
}

TEST_CASE("what waits keeps a row for each day of its grid") {
    const SettlingTerms terms{.grant_date = date(2026, 1, 1), .grant_gate = {Release::pending, std::nullopt}};
    const auto may = date(2026, 5, 1);
    const auto schedule =
        settled(terms, {earning(date(2026, 6, 1), 4), earning(may, 1), earning(date(2026, 6, 1), 2), earning(may, 8)});
    REQUIRE(rows(schedule) == Rows{"no date 9, pending", "no date 6, pending"});
    CHECK(schedule.tranches[0].scheduled == may);
}

TEST_CASE("of one day what came early stands apart, and so does what leaving brought") {
    const auto may = date(2026, 5, 1);
    auto early = earning(may, 2);
    early.acceleration = 0;
    auto let_go = early;
    let_go.brought_by_leaving = true;
    const SettlingTerms terms{.grant_date = date(2026, 1, 1)};
    CHECK(settled(terms, {earning(may, 1), early, let_go, earning(may, 4)}).tranches.size() == 3);
    // Two accelerations that bring on one day bring together.
    auto other = early;
    other.acceleration = 1;
    CHECK(rows(settled(terms, {early, other})) == Rows{"2026-05-01 4, accelerated"});
}

TEST_CASE("what is of no shares is no tranche") {
    const auto granted = date(2026, 6, 1);
    CHECK(settled({.grant_date = granted}, {earning(granted, 0)}).tranches.empty());
}

TEST_CASE("leaving takes what is earned after the day, what a gate holds, and for its reasons what has vested") {
    using model::LeavingReason;
    const auto left = [](const SettlingTerms& terms, Departure departure, const Earning& one) {
        const auto schedule = settled(terms, {one}, departure);
        REQUIRE(schedule.tranches.size() == 1);
        return schedule.tranches[0].forfeiture;
    };
    const auto may = date(2026, 5, 1);
    SettlingTerms terms{.grant_date = date(2026, 1, 1)};
    CHECK(left(terms, {may}, earning(may, 1)) == Forfeiture::none);
    CHECK(left(terms, {may.plus_days(-1)}, earning(may, 1)) == Forfeiture::not_earned);
    CHECK(left(terms, {date(2026, 1, 1)}, earning(date(2026, 1, 1), 1)) == Forfeiture::none);
    CHECK(left(terms, {date(2025, 12, 31)}, earning(date(2025, 12, 30), 1)) == Forfeiture::not_granted);
    terms.grant_gate = {Release::dated, date(2026, 6, 1)};
    CHECK(left(terms, {date(2026, 6, 1)}, earning(may, 1)) == Forfeiture::none);
    CHECK(left(terms, {date(2026, 5, 31)}, earning(may, 1)) == Forfeiture::still_held);
    terms.after_leaving = model::AfterLeaving::keep;
    CHECK(left(terms, {date(2026, 5, 31)}, earning(may, 1)) == Forfeiture::none);
    terms.forfeits_vested = {LeavingReason::with_cause};
    CHECK(left(terms, {date(2026, 6, 1), LeavingReason::with_cause}, earning(may, 1)) == Forfeiture::vested_too);
    CHECK(left(terms, {date(2026, 6, 1), LeavingReason::voluntary}, earning(may, 1)) == Forfeiture::none);
    // What can never come is nobody's to take.
    terms.grant_gate = {Release::impossible, std::nullopt};
    terms.after_leaving = model::AfterLeaving::forfeit;
    CHECK(left(terms, {date(2026, 6, 1)}, earning(may, 1)) == Forfeiture::none);
    const Earning never{.quantity = Shares{1}, .waiting = Release::impossible};
    CHECK(left(terms, {may}, never) == Forfeiture::none);
}

TEST_CASE("what leaving brings on a later day is earned by leaving, other days that late are not") {
    const auto may = date(2026, 5, 1);
    auto brought = earning(date(2026, 5, 20), 1);
    brought.acceleration = 0;
    const SettlingTerms terms{.grant_date = date(2026, 1, 1)};
    CHECK(rows(settled(terms, {brought}, Departure{may})) == Rows{"2026-05-20 1, accelerated, forfeited"});
    brought.brought_by_leaving = true;
    CHECK(rows(settled(terms, {brought}, Departure{may})) == Rows{"2026-05-20 1, accelerated"});
}
