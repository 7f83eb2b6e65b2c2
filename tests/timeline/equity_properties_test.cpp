// Properties of leaving, leave of absence and acceleration over random schedules.

#include <rapidcheck.h>

#include <offerkit/timeline/grant.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::Period;
using model::Acceleration;
using model::AccelerationOrder;
using model::AccelerationTrigger;
using model::Allocation;
using model::LeavingReason;
using quantity::Fraction;
using quantity::Shares;
using timeline::Departure;
using timeline::ResolvedGrant;

namespace {

rc::Gen<Date> any_date(int first_year, int last_year) {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(first_year, last_year), rc::gen::inRange(1, 13), rc::gen::inRange(1, 32)),
        [](const auto& parts) { return Date::clamped(std::get<0>(parts), std::get<1>(parts), std::get<2>(parts)); });
}

// One to three segments in months, some with a cliff, some with a gate.
model::VestingTerms any_terms() {
    const auto segments = *rc::gen::inRange<std::size_t>(1, 4);
    model::VestingTerms terms;
    for (std::size_t i = 0; i < segments; ++i) {
        const int every = *rc::gen::inRange(1, 13);
        const int steps = *rc::gen::inRange(1, 17);
        model::Segment segment{.portion = *Fraction::of(1, static_cast<std::int64_t>(segments)),
                               .over = Period::months(every * steps),
                               .every = Period::months(every)};
        if (steps > 2 && *rc::gen::arbitrary<bool>()) {
            segment.cliff = model::Cliff{Period::months(every * *rc::gen::inRange(1, steps))};
        }
        if (*rc::gen::weightedElement<bool>({{5, false}, {1, true}})) {
            segment.gates = {"ipo"};
        }
        terms.segments.push_back(segment);
    }
    return terms;
}

LeavingReason any_reason() {
    return *rc::gen::element(LeavingReason::voluntary, LeavingReason::retirement, LeavingReason::without_cause,
                             LeavingReason::good_reason, LeavingReason::with_cause, LeavingReason::death,
                             LeavingReason::disability);
}

model::Offer any_offer() {
    const Date start = *any_date(2020, 2025);
    model::Offer offer{
        .file = "any.toml", .company = "Any", .currency = *quantity::Currency::of("USD"), .start = {start}};
    offer.events = {{.id = "ipo"}, {.id = "sale"}};
    for (auto& event : offer.events) {
        if (*rc::gen::arbitrary<bool>()) {
            event.date = *any_date(2020, 2032);
        }
    }
    model::Grant grant{.id = "g",
                       .amount = model::QuantityGrant{*rc::gen::inRange<std::int64_t>(1, 100'000)},
                       .grant_date = start.plus_days(*rc::gen::inRange(0, 60)),
                       .vesting_start = {start},
                       .vesting = any_terms()};
    grant.allocation =
        *rc::gen::element(Allocation::cumulative_round_down, Allocation::cumulative_rounding, Allocation::front_loaded,
                          Allocation::truncate_forfeit, Allocation::fractional);
    grant.after_leaving = *rc::gen::element(model::AfterLeaving::forfeit, model::AfterLeaving::keep);
    offer.grants.push_back(std::move(grant));
    return offer;
}

Acceleration any_acceleration() {
    Acceleration acceleration;
    acceleration.trigger = *rc::gen::element(AccelerationTrigger::single_trigger, AccelerationTrigger::double_trigger,
                                             AccelerationTrigger::death, AccelerationTrigger::disability);
    acceleration.event = "sale";
    if (*rc::gen::arbitrary<bool>()) {
        acceleration.within = Period::months(*rc::gen::inRange(0, 36));
    }
    switch (*rc::gen::inRange(0, 3)) {
        case 0: acceleration.amount = *Fraction::of(*rc::gen::inRange(0, 101), 100); break;
        case 1: acceleration.amount = Period::months(*rc::gen::inRange(0, 40)); break;
        default: acceleration.amount = *rc::gen::inRange<std::int64_t>(0, 100'000); break;
    }
    acceleration.order =
        *rc::gen::element(AccelerationOrder::prorata, AccelerationOrder::soonest, AccelerationOrder::last);
    return acceleration;
}

std::vector<model::LeaveOfAbsence> any_leaves() {
    std::vector<model::LeaveOfAbsence> leaves;
    Date from = *any_date(2020, 2024);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        const Date to = *rc::gen::arbitrary<bool>() ? from.plus_months(*rc::gen::inRange(1, 13))
                                                    : from.plus_days(*rc::gen::inRange(1, 400));
        leaves.push_back({from,
                          to,
                          *rc::gen::element(model::LeaveTreatment::none, model::LeaveTreatment::extend,
                                            model::LeaveTreatment::skip_and_append),
                          {}});
        from = to.plus_days(*rc::gen::inRange(0, 400));
    }
    return leaves;
}

ResolvedGrant resolved(const model::Offer& offer) {
    diagnostic::Diagnostics diagnostics;
    auto grant = timeline::resolve(offer, offer.grants.front(), offers::date(2026, 1, 1), diagnostics);
    RC_ASSERT(grant.has_value());
    return *std::move(grant);
}

// Everything at once.
ResolvedGrant any_grant() {
    auto offer = any_offer();
    offer.leaves_of_absence = any_leaves();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        offer.grants.front().accelerations.push_back(any_acceleration());
    }
    if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}})) {
        offer.grants.front().instrument = model::Instrument::psu;
        offer.grants.front().performance =
            model::Performance{.curve = {{Fraction{0}, Fraction{0}}, {Fraction{100}, Fraction{2}}},
                               .expected = Fraction{*rc::gen::inRange(0, 120)},
                               .evaluation = *any_date(2022, 2027)};
    }
    return resolved(offer);
}

}  // namespace

TEST_CASE("vested, accelerated, forfeited, impossible and lost shares add up to the grant for any departure") {
    support::holds("the sum of a departure", [] {
        const auto grant = any_grant();
        RC_ASSERT(tranches::sums(grant.schedule).total() == grant.quantity);
        for (int i = 0; i < 5; ++i) {
            const Departure departure{*any_date(2019, 2045), any_reason()};
            const auto schedule = settle(grant, departure);
            RC_ASSERT(tranches::sums(schedule).total() == grant.quantity);
            std::optional<Date> last;
            for (const auto& tranche : schedule.tranches) {
                RC_ASSERT(!tranche.quantity.is_zero());
                RC_ASSERT((!tranche.date || !last || *last <= *tranche.date));
                last = tranche.date ? tranche.date : last;
                if (tranche.release == timeline::Release::dated && tranche.earned) {
                    RC_ASSERT(*tranche.earned <= departure.on);
                    RC_ASSERT(*tranche.date >= *tranche.earned);
                }
            }
        }
    });
}

TEST_CASE("leaving later never gives fewer shares, unless an acceleration's window has closed") {
    support::holds("later is never less", [] {
        const auto grant = any_grant();
        // Of one's own will, so that only what has happened counts, whatever a window would have brought.
        const auto early = *any_date(2019, 2040);
        const auto late = early.plus_days(*rc::gen::inRange(0, 2000));
        RC_ASSERT(tranches::sums(settle(grant, Departure{early})).gained() <=
                  tranches::sums(settle(grant, Departure{late})).gained());
    });
}

TEST_CASE("a leave of whole months that extends shifts what follows by those months, and nothing else") {
    support::holds("extend is a shift", [] {
        auto offer = any_offer();
        offer.events.clear();
        for (auto& segment : offer.grants.front().vesting.segments) {
            segment.gates.clear();
        }
        const auto plain = resolved(offer);
        // From the first of a month on, so that a whole month of the grid lies on either side.
        const Date any = *any_date(2020, 2030);
        const Date from = Date::clamped(any.year(), any.month(), 1);
        const int months = *rc::gen::inRange(1, 30);
        offer.leaves_of_absence = {{from, from.plus_months(months), model::LeaveTreatment::extend, {}}};
        const auto extended = resolved(offer);
        RC_ASSERT(plain.served.size() == extended.served.size());
        const int anchor = offer.start.value.day();
        for (std::size_t i = 0; i < plain.served.size(); ++i) {
            const Date before = *plain.served[i].earned;
            const Date month = Date::clamped(before.year(), before.month(), 1).plus_months(months);
            const Date later = Date::clamped(month.year(), month.month(), anchor);
            RC_ASSERT(*extended.served[i].earned == (before < from ? before : later));
            RC_ASSERT(extended.served[i].quantity == plain.served[i].quantity);
        }
    });
}

TEST_CASE("a leave that skips changes no sum, and leaves nothing inside it") {
    support::holds("skip and append", [] {
        auto offer = any_offer();
        const Date from = *any_date(2020, 2030);
        const Date to = from.plus_days(*rc::gen::inRange(1, 800));
        const auto plain = resolved(offer);
        offer.leaves_of_absence = {{from, to, model::LeaveTreatment::skip_and_append, {}}};
        const auto skipped = resolved(offer);
        Shares sum = skipped.schedule.lost;
        for (const auto& earning : skipped.served) {
            sum += earning.quantity;
            const bool appended = earning.absence == 0;
            RC_ASSERT((earning.quantity.is_zero() || appended || *earning.earned < from || *earning.earned >= to));
            RC_ASSERT((!appended || *earning.earned > *plain.served.back().earned));
        }
        RC_ASSERT(sum == plain.quantity);
    });
}

TEST_CASE("everything accelerated at leaving gives as many shares as never leaving") {
    support::holds("all at leaving", [] {
        auto offer = any_offer();
        offer.grants.front().after_leaving = model::AfterLeaving::keep;
        offer.grants.front().accelerations = {Acceleration{.trigger = AccelerationTrigger::death}};
        const auto grant = resolved(offer);
        const Date on = *any_date(2020, 2040);
        RC_PRE(on >= grant.grant_date);
        const auto stayed = tranches::sums(grant.schedule);
        const auto left = tranches::sums(settle(grant, Departure{on, LeavingReason::death}));
        RC_ASSERT(left.gained() == stayed.gained());
        RC_ASSERT(left.forfeited.is_zero());
    });
}

TEST_CASE("the order that an acceleration takes shares in changes no total") {
    support::holds("three orders", [] {
        auto offer = any_offer();
        for (auto& segment : offer.grants.front().vesting.segments) {
            segment.gates.clear();  // what a gate still holds at leaving depends on which segment is taken from
        }
        auto terms = any_acceleration();
        offer.events[1].date = *any_date(2020, 2032);
        const auto gained_by = [&](AccelerationOrder order) {
            terms.order = order;
            offer.grants.front().accelerations = {terms};
            const auto grant = resolved(offer);
            const auto reason = terms.trigger == AccelerationTrigger::death        ? LeavingReason::death
                                : terms.trigger == AccelerationTrigger::disability ? LeavingReason::disability
                                                                                   : LeavingReason::without_cause;
            return std::pair{tranches::sums(grant.schedule).accelerated,
                             tranches::sums(settle(grant, Departure{offers::date(2027, 6, 15), reason})).accelerated};
        };
        const auto first = gained_by(AccelerationOrder::prorata).first;
        RC_ASSERT(first == gained_by(AccelerationOrder::soonest).first);
        RC_ASSERT(first == gained_by(AccelerationOrder::last).first);
        if (terms.trigger != AccelerationTrigger::single_trigger) {
            const auto leaving = gained_by(AccelerationOrder::prorata).second;
            RC_ASSERT(leaving == gained_by(AccelerationOrder::soonest).second);
            RC_ASSERT(leaving == gained_by(AccelerationOrder::last).second);
        }
    });
}
