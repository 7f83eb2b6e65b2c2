// Schedules laid out from their terms: what is refused, on which day of its month a stretch goes on, and when gates are
// open (docs/numbers.md, "Vesting" and "Events"). Each answer is worked out by hand.

#include <limits>
#include <string>
#include <vector>

#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::DayRule;
using calendar::Period;
using model::Segment;
using model::VestingTerms;
using offers::date;
using quantity::Fraction;
using timeline::Release;
using timeline::ScheduleTerms;
using tranches::rows;
using tranches::Rows;

namespace {

const Fraction half = *Fraction::of(1, 2);
const Fraction third = *Fraction::of(1, 3);

VestingTerms stretch(Period over, Period every) { return {.segments = {{.over = over, .every = every}}}; }

struct Laid {
    Rows rows{};
    std::vector<std::string> problems{};
};

/// A schedule of 1,200 units, or those given, with every problem by its code.
Laid laid(const VestingTerms& vesting, calendar::Date start, DayRule day = {}, std::int64_t quantity = 1'200,
          model::Allocation allocation = model::Allocation::cumulative_round_down) {
    diagnostic::Diagnostics diagnostics;
    const auto schedule = timeline::expand({.vesting = vesting,
                                            .quantity = quantity,
                                            .start = start,
                                            .grant_date = start,
                                            .allocation = allocation,
                                            .day_of_month = day},
                                           {{}, date(2026, 1, 1)}, diagnostics);
    Laid result;
    if (schedule) {
        result.rows = rows(*schedule);
    }
    for (const auto& problem : diagnostics.all()) {
        result.problems.emplace_back(problem.code);
    }
    return result;
}

/// A grant of the offer that starts on 31 January, after its leaves of absence.
Rows of_grant(const std::string& grant, const std::string& leave) {
    return rows(offers::resolve_first(offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-31\n"
                                                   "[[grant]]\nquantity = 100\n" +
                                                   grant + leave))
                    .schedule);
}

const std::string month_away = "[[leave_of_absence]]\nfrom = 2026-02-10\nto = 2026-03-10\ntreatment = \"extend\"\n";

model::Event event(const std::string& id, std::optional<calendar::Date> on,
                   std::optional<calendar::Date> deadline = std::nullopt) {
    return {.id = id, .date = on, .deadline = deadline};
}

/// "2026-05-01", "pending" or "impossible": when one of the gates is open, as seen on 1 March 2026.
std::string opens(const std::vector<model::Event>& events, const std::vector<std::string>& gates,
                  std::optional<calendar::Date> deadline = std::nullopt) {
    const auto opening = timeline::opening_of(gates, deadline, {events, date(2026, 3, 1)});
    CHECK(opening.date.has_value() == (opening.release == Release::dated && !gates.empty()));
    switch (opening.release) {
        case Release::dated: return opening.date ? to_string(*opening.date) : "open";
        case Release::pending: return "pending";
        default: return "impossible";
    }
}

}  // namespace

TEST_CASE("a negative quantity has no schedule, and nothing at all has one of no tranches") {
    const auto terms = stretch(Period::months(12), Period::months(6));
    const auto refused = laid(terms, date(2026, 3, 2), {}, -1);
    CHECK(refused.problems == std::vector<std::string>{"bad-number"});
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(
        timeline::serve({.vesting = terms, .quantity = -1, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {{}, date(2026, 1, 1)}, diagnostics));
    const auto none = laid(terms, date(2026, 3, 2), {}, 0);
    CHECK(none.rows.empty());
    CHECK(none.problems.empty());
}

TEST_CASE("terms that are not sound serve nothing") {
    VestingTerms terms;
    terms.segments = {{.portion = half, .over = Period::months(12), .every = Period::months(6)}};
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(
        timeline::serve({.vesting = terms, .quantity = 10, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {{}, date(2026, 1, 1)}, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "portions-sum");
}

TEST_CASE("the last year of the calendar is 2999, in months and in days") {
    for (const auto year : {Period::months(12), Period::days(365)}) {
        CHECK(laid(stretch(year, year), date(2998, 12, 31)).rows == Rows{"2999-12-31 1200"});
        CHECK(laid(stretch(year, year), date(2999, 1, 1)).problems == std::vector<std::string>{"schedule-too-long"});
    }
}

TEST_CASE(
    "a stretch counted in days keeps its day when a leave moves it by months, one in months finds its own again") {
    // Four weeks after 31 January is 28 February, by chance the last of its month; a month later it is 28 March.
    CHECK(of_grant("vesting = { over = \"4 weeks\", every = \"4 weeks\" }\n", month_away) == Rows{"2026-03-28 100"});
    // A month after 31 January is the last day of February, and after a month of leave the 31st of March.
    CHECK(of_grant("vesting = { over = \"1 month\", every = \"1 month\" }\n", month_away) == Rows{"2026-03-31 100"});
}

TEST_CASE("what vests at once behind a stretch of months moves with it") {
    const std::string segments =
        "[[grant.segment]]\nportion = \"50%\"\nover = \"1 month\"\nevery = \"1 month\"\n"
        "[[grant.segment]]\nportion = \"50%\"\nover = \"0 months\"\n";
    CHECK(of_grant(segments, "") == Rows{"2026-02-28 50", "2026-02-28 50"});
    CHECK(of_grant(segments, month_away) == Rows{"2026-03-31 50", "2026-03-31 50"});
}

TEST_CASE("months behind a stretch of weeks are counted on the day that vesting started") {
    VestingTerms terms;
    terms.segments = {{.portion = half, .over = Period::days(28), .every = Period::days(14)},
                      {.portion = half, .over = Period::months(2), .every = Period::months(1)}};
    // Weeks: 14 and 28 February; months from there on the 31st.
    CHECK(laid(terms, date(2026, 1, 31)).rows ==
          Rows{"2026-02-14 300", "2026-02-28 300", "2026-03-31 300", "2026-04-30 300"});
}

TEST_CASE("a cliff of days counts days, one of months the day of the month, one of no length stays on the first day") {
    const auto with_cliff = [](Period after, std::optional<Fraction> portion) {
        auto terms = stretch(Period::months(4), Period::months(1));
        terms.cliff = model::Cliff{.after = after, .portion = portion};
        return laid(terms, date(2026, 1, 1), DayRule::fixed(15)).rows;
    };
    CHECK(with_cliff(Period::days(50), std::nullopt) ==
          Rows{"2026-02-20 300", "2026-03-15 300", "2026-04-15 300", "2026-05-15 300"});
    CHECK(with_cliff(Period::months(2), std::nullopt) == Rows{"2026-03-15 600", "2026-04-15 300", "2026-05-15 300"});
    CHECK(with_cliff(Period::months(0), half) ==
          Rows{"2026-01-01 600", "2026-02-15 150", "2026-03-15 150", "2026-04-15 150", "2026-05-15 150"});
}

TEST_CASE("a year ends in December, however many months a step has") {
    const auto days = [](int every, int steps) {
        return laid(stretch(Period::months(every * steps), Period::months(every)), date(2026, 10, 31), {}, steps).rows;
    };
    CHECK(days(1, 4) == Rows{"2026-11-30 1", "2026-12-31 1", "2027-01-31 1", "2027-02-28 1"});
    CHECK(days(2, 2) == Rows{"2026-12-31 1", "2027-02-28 1"});
    CHECK(days(26, 2) == Rows{"2028-12-31 1", "2031-02-28 1"});
    CHECK(days(27, 1) == Rows{"2029-01-31 1"});
}

TEST_CASE("each date of a file is a segment's own, and divides what it is given by the rule, in the order of time") {
    VestingTerms terms;
    terms.dates = {{date(2028, 3, 2), half}, {date(2026, 3, 2), third}, {date(2027, 3, 2), *Fraction::of(1, 6)}};
    // Of 10 by running totals: a third is 3, a half 5, all 10.
    CHECK(laid(terms, date(2026, 3, 2), {}, 10, model::Allocation::front_loaded).rows ==
          Rows{"2026-03-02 3", "2027-03-02 2", "2028-03-02 5"});
    // A half alone would be 5, five sixths 8.
    terms.dates = {{date(2026, 3, 2), half}, {date(2027, 3, 2), third}, {date(2028, 3, 2), *Fraction::of(1, 6)}};
    CHECK(laid(terms, date(2026, 3, 2), {}, 10, model::Allocation::truncate_forfeit).rows ==
          Rows{"2026-03-02 5", "2027-03-02 3", "2028-03-02 2"});
    diagnostic::Diagnostics diagnostics;
    const auto service =
        timeline::serve({.vesting = terms, .quantity = 10, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {{}, date(2026, 1, 1)}, diagnostics);
    REQUIRE(service.has_value());
    for (const auto& earning : service->earnings) {
        CHECK(earning.segment == 1);
        CHECK(earning.anchor_day == 0);
    }
}

TEST_CASE("segments that earn on one day stay apart") {
    VestingTerms terms;
    terms.segments = {{.portion = half, .over = Period::months(12), .every = Period::months(12)}, {.portion = half}};
    diagnostic::Diagnostics diagnostics;
    const auto service =
        timeline::serve({.vesting = terms, .quantity = 10, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {{}, date(2026, 1, 1)}, diagnostics);
    REQUIRE(service.has_value());
    REQUIRE(service->earnings.size() == 2);
    CHECK(service->earnings[0].segment == 1);
    CHECK(service->earnings[1].segment == 2);
    CHECK(service->earnings[0].earned == service->earnings[1].earned);
    CHECK(service->earnings[1].anchor_day == 2);
}

TEST_CASE("a cliff of a schedule that waits for its start waits with it") {
    auto terms = stretch(Period::months(12), Period::months(6));
    terms.segments.front().start = model::EventStart{"sale"};
    terms.cliff = model::Cliff{.after = Period::months(6)};
    std::vector<model::Event> events{event("sale", std::nullopt)};
    const auto all = [&] {
        diagnostic::Diagnostics diagnostics;
        const auto schedule = timeline::expand(
            {.vesting = terms, .quantity = 10, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
            {events, date(2026, 3, 1)}, diagnostics);
        REQUIRE(schedule.has_value());
        return rows(*schedule);
    };
    CHECK(all() == Rows{"no date 10, pending"});
    events.front().deadline = date(2026, 2, 28);
    CHECK(all() == Rows{"no date 10, impossible"});
    events.front().deadline = date(2027, 1, 31);
    events.front().date = date(2026, 12, 31);
    CHECK(all() == Rows{"2027-06-30 5", "2027-12-31 5"});
}

TEST_CASE("what cannot be computed in 64 bits is told once, as what can") {
    // The product of these denominators is beyond 64 bits.
    const auto fine = [](std::int64_t below) { return *Fraction::of(1, below); };
    VestingTerms terms;
    terms.segments = {{.portion = fine(2'000'000'011), .over = Period::months(1), .every = Period::months(1)},
                      {.portion = fine(2'000'000'033), .over = Period::months(1), .every = Period::months(1)}};
    const auto rest = Fraction{1}.minus(fine(2'000'000'011))->minus(fine(2'000'000'033));
    REQUIRE(rest.has_value());
    terms.segments.push_back({.portion = *rest, .over = Period::months(1), .every = Period::months(1)});
    terms.segments.back().cliff = model::Cliff{.after = Period::months(1)};
    CHECK(laid(terms, date(2026, 3, 2)).problems == std::vector<std::string>{"cliff-at-end"});
}

TEST_CASE("no gate is open at once, and one that nobody describes never") {
    CHECK(opens({}, {}) == "open");
    CHECK(opens({}, {"ipo"}) == "impossible");
    CHECK(opens({event("ipo", date(2026, 5, 1))}, {"sale", "ipo"}) == "2026-05-01");
}

TEST_CASE("a gate opens on the day of its event, up to and on its deadline") {
    const auto may = date(2026, 5, 1);
    CHECK(opens({event("ipo", may)}, {"ipo"}) == "2026-05-01");
    CHECK(opens({event("ipo", may, may)}, {"ipo"}) == "2026-05-01");
    CHECK(opens({event("ipo", may, date(2026, 4, 30))}, {"ipo"}) == "impossible");
    // The grant's own end is a deadline too; the earlier of the two counts.
    CHECK(opens({event("ipo", may)}, {"ipo"}, may) == "2026-05-01");
    CHECK(opens({event("ipo", may)}, {"ipo"}, date(2026, 4, 30)) == "impossible");
    CHECK(opens({event("ipo", may, date(2026, 6, 1))}, {"ipo"}, date(2026, 4, 30)) == "impossible");
    CHECK(opens({event("ipo", may, date(2026, 4, 30))}, {"ipo"}, date(2026, 6, 1)) == "impossible");
}

TEST_CASE("an event without a date may still come on the day of its deadline, and not after it") {
    CHECK(opens({event("ipo", std::nullopt)}, {"ipo"}) == "pending");
    CHECK(opens({event("ipo", std::nullopt, date(2026, 3, 1))}, {"ipo"}) == "pending");
    CHECK(opens({event("ipo", std::nullopt, date(2026, 2, 28))}, {"ipo"}) == "impossible");
    CHECK(opens({event("ipo", std::nullopt)}, {"ipo"}, date(2026, 3, 1)) == "pending");
    CHECK(opens({event("ipo", std::nullopt)}, {"ipo"}, date(2026, 2, 28)) == "impossible");
}

TEST_CASE("of several gates the earliest opens, and a date goes before an event that may come some day") {
    const auto ipo = event("ipo", date(2026, 5, 1));
    const auto sale = event("sale", date(2026, 4, 1));
    const auto spin_off = event("spin-off", std::nullopt);
    CHECK(opens({ipo, sale}, {"ipo", "sale"}) == "2026-04-01");
    CHECK(opens({ipo, sale}, {"sale", "ipo"}) == "2026-04-01");
    CHECK(opens({ipo, spin_off}, {"spin-off", "ipo"}) == "2026-05-01");
    CHECK(opens({ipo, spin_off}, {"ipo", "spin-off"}) == "2026-05-01");
    // One that missed its deadline takes nothing from another.
    const auto missed = event("missed", date(2026, 5, 1), date(2026, 4, 1));
    CHECK(opens({missed, spin_off}, {"spin-off", "missed"}) == "pending");
    CHECK(opens({missed, spin_off}, {"missed", "spin-off"}) == "pending");
    CHECK(opens({missed, ipo}, {"ipo", "missed"}) == "2026-05-01");
}

TEST_CASE("what has no day of service comes last") {
    const timeline::Earning early{.earned = date(2026, 3, 2)};
    const timeline::Earning late{.earned = date(2026, 3, 3)};
    const timeline::Earning never{};
    CHECK(earned_before(early, late));
    CHECK_FALSE(earned_before(late, early));
    CHECK_FALSE(earned_before(early, early));
    CHECK(earned_before(late, never));
    CHECK_FALSE(earned_before(never, late));
    CHECK_FALSE(earned_before(never, never));
}

TEST_CASE("the nominal length of a schedule is the sum of its stretches, or the time until its last date") {
    VestingTerms terms;
    terms.segments = {{.portion = half, .over = Period::months(30), .every = Period::months(1)},
                      {.portion = half, .over = Period::months(6), .every = Period::months(1)}};
    CHECK(timeline::nominal_years(terms, date(2026, 3, 2)) == 3.0);
    VestingTerms dated;
    // 1,461 days are four years of 365.25 days.
    dated.dates = {{date(2030, 3, 2), half}, {date(2027, 3, 2), half}};
    CHECK(timeline::nominal_years(dated, date(2026, 3, 2)) == 4.0);
    CHECK(timeline::nominal_years(dated, date(2031, 3, 2)) == 0.0);
}
