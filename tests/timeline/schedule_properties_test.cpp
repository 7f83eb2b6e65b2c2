#include <rapidcheck.h>

#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::DayRule;
using calendar::Period;
using model::Allocation;
using model::Segment;
using model::VestingTerms;
using quantity::Fraction;
using timeline::Schedule;
using timeline::ScheduleTerms;

namespace {

constexpr Allocation rules[] = {Allocation::cumulative_round_down,
                                Allocation::cumulative_rounding,
                                Allocation::cumulative_round_up,
                                Allocation::front_loaded,
                                Allocation::back_loaded,
                                Allocation::front_loaded_to_single_tranche,
                                Allocation::back_loaded_to_single_tranche,
                                Allocation::round_up_short_last,
                                Allocation::truncate_forfeit,
                                Allocation::fractional};

rc::Gen<Date> any_date(int first_year, int last_year) {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(first_year, last_year), rc::gen::inRange(1, 13), rc::gen::inRange(1, 32)),
        [](const auto& parts) { return Date::clamped(std::get<0>(parts), std::get<1>(parts), std::get<2>(parts)); });
}

rc::Gen<DayRule> any_day_rule() {
    return rc::gen::map(rc::gen::inRange(0, 35), [](int choice) {
        switch (choice) {
            case 0: return DayRule{DayRule::Kind::anchor_day_minus_one};
            case 1: return DayRule{DayRule::Kind::first_day};
            case 2: return DayRule{DayRule::Kind::last_day};
            case 34: return DayRule{};
            default: return DayRule::fixed(choice - 2);
        }
    });
}

// One to five segments whose portions add up to 1.
VestingTerms any_terms() {
    const auto segments = *rc::gen::inRange<std::size_t>(1, 6);
    const auto weights =
        *rc::gen::container<std::vector<std::int64_t>>(segments, rc::gen::inRange<std::int64_t>(1, 50));
    std::int64_t whole = 0;
    for (const auto weight : weights) {
        whole += weight;
    }
    VestingTerms terms;
    for (const auto weight : weights) {
        const bool months = *rc::gen::weightedElement<bool>({{4, true}, {1, false}});
        const int every = *rc::gen::inRange(1, 13);
        const int steps = *rc::gen::inRange(0, 25);
        const auto period = [&](int count) { return months ? Period::months(count) : Period::days(count * 7); };
        Segment segment{.portion = *Fraction::of(weight, whole), .over = period(every * steps), .every = period(every)};
        if (steps > 1 && *rc::gen::arbitrary<bool>()) {
            segment.cliff = model::Cliff{period(every * *rc::gen::inRange(1, steps))};
            if (*rc::gen::arbitrary<bool>()) {
                segment.cliff->portion = *Fraction::of(*rc::gen::inRange(0, 100), 100);
            }
        }
        terms.segments.push_back(segment);
    }
    return terms;
}

std::optional<Schedule> spell_out(const ScheduleTerms& terms) {
    diagnostic::Diagnostics diagnostics;
    return expand(terms, {{}, offers::date(2026, 1, 1)}, diagnostics);
}

}  // namespace

TEST_CASE("tranches and what is lost add up to the grant, and dates never decrease") {
    support::holds("sum and order", [] {
        const auto terms = any_terms();
        const auto start = *any_date(1950, 2100);
        const auto quantity = *rc::gen::inRange<std::int64_t>(1, 10'000'000);
        const auto rule = *rc::gen::elementOf(std::vector<Allocation>(std::begin(rules), std::end(rules)));
        const auto schedule = spell_out({.vesting = terms,
                                         .quantity = quantity,
                                         .start = start,
                                         .grant_date = start,
                                         .allocation = rule,
                                         .day_of_month = *any_day_rule()});
        RC_ASSERT(schedule.has_value());
        quantity::Shares sum = schedule->lost;
        std::optional<Date> last;
        for (const auto& tranche : schedule->tranches) {
            RC_ASSERT(tranche.date.has_value());
            RC_ASSERT(!tranche.quantity.is_zero());
            RC_ASSERT((!last || *last <= *tranche.date));
            last = tranche.date;
            sum += tranche.quantity;
        }
        RC_ASSERT(sum == quantity::Shares{quantity});
        RC_ASSERT((rule == Allocation::truncate_forfeit || schedule->lost.is_zero()));
    });
}

TEST_CASE("shifting the start by 400 years shifts every date and changes no amount") {
    support::holds("the calendar repeats", [] {
        const auto terms = any_terms();
        const auto start = *any_date(1950, 2100);
        const auto rule = *any_day_rule();
        const auto quantity = *rc::gen::inRange<std::int64_t>(1, 100'000);
        const Date later = start.plus_months(4800);
        const auto now = spell_out(
            {.vesting = terms, .quantity = quantity, .start = start, .grant_date = start, .day_of_month = rule});
        const auto then = spell_out(
            {.vesting = terms, .quantity = quantity, .start = later, .grant_date = later, .day_of_month = rule});
        RC_ASSERT((now.has_value() && then.has_value()));
        RC_ASSERT(now->tranches.size() == then->tranches.size());
        for (std::size_t i = 0; i < now->tranches.size(); ++i) {
            RC_ASSERT(now->tranches[i].date->plus_months(4800) == *then->tranches[i].date);
            RC_ASSERT(now->tranches[i].quantity == then->tranches[i].quantity);
        }
    });
}

TEST_CASE("one schedule in one segment, in two, and as dated portions gives the same tranches") {
    support::holds("three forms", [] {
        const auto start = *any_date(1950, 2100);
        const auto rule = *any_day_rule();
        const int every = *rc::gen::inRange(1, 7);
        const int first = *rc::gen::inRange(1, 20);
        const int second = *rc::gen::inRange(1, 20);
        const auto quantity = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        const auto allocation = *rc::gen::element(Allocation::cumulative_round_down, Allocation::cumulative_rounding,
                                                  Allocation::cumulative_round_up, Allocation::fractional);
        const int all = first + second;
        VestingTerms one{.segments = {Segment{.over = Period::months(every * all), .every = Period::months(every)}}};
        VestingTerms two{.segments = {Segment{.portion = *Fraction::of(first, all),
                                              .over = Period::months(every * first),
                                              .every = Period::months(every)},
                                      Segment{.portion = *Fraction::of(second, all),
                                              .over = Period::months(every * second),
                                              .every = Period::months(every)}}};
        VestingTerms dated;
        for (int i = 1; i <= all; ++i) {
            dated.dates.push_back(
                {.date = rule.apply(start, every * i, start.day()), .portion = *Fraction::of(1, all)});
        }
        const auto spell = [&](const VestingTerms& terms) {
            return spell_out({.vesting = terms,
                              .quantity = quantity,
                              .start = start,
                              .grant_date = Date::clamped(1900, 1, 1),
                              .allocation = allocation,
                              .day_of_month = rule});
        };
        const auto a = spell(one);
        const auto b = spell(two);
        const auto c = spell(dated);
        RC_ASSERT((a && b && c));
        RC_ASSERT(a->tranches.size() == b->tranches.size());
        RC_ASSERT(a->tranches.size() == c->tranches.size());
        for (std::size_t i = 0; i < a->tranches.size(); ++i) {
            RC_ASSERT(a->tranches[i].date == b->tranches[i].date);
            RC_ASSERT(a->tranches[i].date == c->tranches[i].date);
            RC_ASSERT(a->tranches[i].quantity == b->tranches[i].quantity);
            RC_ASSERT(a->tranches[i].quantity == c->tranches[i].quantity);
        }
    });
}

TEST_CASE("a gate changes when shares are released, never how many, and never before the event") {
    support::holds("gate", [] {
        const auto terms = any_terms();
        const auto start = *any_date(2000, 2050);
        const auto happens = *any_date(1995, 2080);
        const auto quantity = *rc::gen::inRange<std::int64_t>(1, 100'000);
        const std::vector<std::string> gates{"ipo"};
        const std::vector<model::Event> events{{.id = "ipo", .date = happens}};
        diagnostic::Diagnostics diagnostics;
        const auto gated = timeline::expand(
            {.vesting = terms, .quantity = quantity, .start = start, .grant_date = start, .gates = gates},
            {events, start}, diagnostics);
        RC_ASSERT(gated.has_value());
        quantity::Shares sum;
        for (const auto& tranche : gated->tranches) {
            RC_ASSERT(*tranche.date >= happens);
            RC_ASSERT(tranche.scheduled.has_value());
            sum += tranche.quantity;
        }
        RC_ASSERT(sum == quantity::Shares{quantity});
    });
}
