// What holds for leaving any job on any day (docs/numbers.md, "Leaving").

#include <rapidcheck.h>

#include <offerkit/value/leaving.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using calendar::Date;
using leaving::Case;
using model::LeavingReason;
using quantity::Money;
using quantity::Shares;

namespace {

LeavingReason any_reason() {
    return *rc::gen::element(LeavingReason::voluntary, LeavingReason::retirement, LeavingReason::without_cause,
                             LeavingReason::good_reason, LeavingReason::with_cause, LeavingReason::death,
                             LeavingReason::disability);
}

/// A grant with a schedule, an instrument, gates and accelerations of its own.
std::string any_grant(int number) {
    const auto instrument = *rc::gen::element<std::string>("rsu", "nso", "iso", "sar", "rsa");
    const bool strike = instrument != "rsu" && instrument != "rsa";
    std::string text =
        "[[grant]]\nid = \"g" + std::to_string(number) + "\"\ninstrument = \"" + instrument +
        "\"\nquantity = " + std::to_string(*rc::gen::inRange(1, 5'000)) + "\n" +
        (strike ? "strike = " + std::to_string(*rc::gen::inRange(1, 20)) + "\n" : "") + "allocation = \"" +
        *rc::gen::element<std::string>("cumulative_round_down", "front_loaded", "truncate_forfeit", "fractional") +
        "\"\n" + *rc::gen::element<std::string>("", "gate = \"ipo\"\n", "gate = \"sale\"\n") +
        *rc::gen::element<std::string>("", "after_leaving = \"keep\"\n") +
        *rc::gen::element<std::string>("", "forfeits_vested = [\"with_cause\"]\n") +
        *rc::gen::element<std::string>("", "grant_date = 2026-09-15\n") + "vesting = { over = \"4 years\", every = \"" +
        *rc::gen::element<std::string>("1 month", "3 months", "12 months") + "\"" +
        *rc::gen::element<std::string>("", ", cliff = \"1 year\"") + " }\n";
    if (*rc::gen::arbitrary<bool>()) {
        const auto trigger = *rc::gen::element<std::string>("single", "double", "death", "disability");
        const bool event = trigger == "single" || trigger == "double";
        text += "[[grant.acceleration]]\ntrigger = \"" + trigger + "\"\n" + (event ? "event = \"sale\"\n" : "") +
                "amount = \"" + *rc::gen::element<std::string>("25%", "50%", "100%") + "\"\norder = \"" +
                *rc::gen::element<std::string>("prorata", "soonest", "last") + "\"\n";
    }
    return text;
}

std::string any_offer() {
    std::string text = leaving::head + leaving::stock;
    const int grants = *rc::gen::inRange(1, 4);
    for (int i = 0; i < grants; ++i) {
        text += any_grant(i);
    }
    text += "[[event]]\nid = \"ipo\"\n" + *rc::gen::element<std::string>("", "date = 2027-11-05\n") +
            "[[event]]\nid = \"sale\"\n" + *rc::gen::element<std::string>("", "date = 2028-02-20\n");
    return text + "[[sign_on]]\namount = " + std::to_string(*rc::gen::inRange(1, 100'000)) +
           "\nclawback = { within = \"24 months\" }\n[base]\nsalary = 123_456\n[bonus]\ntarget = \"13%\"\n";
}

Date any_day() { return leaving::Case::day(*rc::gen::inRange(-60, 2'000)); }

}  // namespace

TEST_CASE("vested, accelerated and forfeited add up to every grant, on every day and for every reason") {
    support::holds([] {
        Case one{any_offer()};
        for (int i = 0; i < 10; ++i) {
            const auto result = one.on(any_day(), any_reason());
            Shares all;
            Shares granted;
            for (const auto& each : result.grants) {
                const auto& split = each.split;
                RC_ASSERT(split.vested.quantity + split.accelerated.quantity + split.forfeited.quantity ==
                          each.grant->quantity);
                RC_ASSERT(split.never <= split.forfeited.quantity);
                RC_ASSERT(split.gated.quantity + split.never <= split.forfeited.quantity);
                RC_ASSERT(split.waiting.quantity <= split.vested.quantity + split.accelerated.quantity);
                granted += each.grant->quantity;
            }
            all = result.all.vested.quantity + result.all.accelerated.quantity + result.all.forfeited.quantity;
            RC_ASSERT(all == granted);
        }
    });
}

TEST_CASE("the cost of leaving is what is forfeited, owed back and earned but not paid, part by part") {
    support::holds([] {
        Case one{any_offer()};
        const auto result = one.on(any_day(), any_reason());
        Money cost = Money::zero(result.cost.currency());
        for (const auto& each : result.grants) {
            cost += each.split.forfeited.value;
        }
        for (const auto& sign_on : result.sign_ons) {
            cost += sign_on.owed;
        }
        cost += result.bonus.finished;
        RC_ASSERT(result.cost == cost);
        RC_ASSERT(result.make_whole.whole == cost);
        RC_ASSERT(result.make_whole.total <= cost);
        RC_ASSERT(result.stake == cost + result.bonus.running + result.unpaid_sign_on - result.received());
        RC_ASSERT(result.bonus_lost == result.bonus.finished + result.bonus.running);
    });
}

TEST_CASE("what is forfeited comes apart into three parts by time, none below zero, in every grant and in all") {
    support::holds([] {
        Case one{any_offer()};
        const auto result = one.on(any_day(), any_reason());
        const Money zero = Money::zero(result.cost.currency());
        const auto add_up = [&](const value::Split& split) {
            RC_ASSERT(split.delay.months_3 >= zero);
            RC_ASSERT(split.delay.months_12 >= zero);
            RC_ASSERT(split.delay.later >= zero);
            RC_ASSERT(split.delay.months_3 + split.delay.months_12 + split.delay.later == split.forfeited.value);
        };
        for (const auto& each : result.grants) {
            add_up(each.split);
        }
        add_up(result.all);
    });
}

TEST_CASE("leaving later of one's own accord never gives fewer vested shares") {
    support::holds([] {
        Case one{any_offer()};
        Date day = any_day();
        auto before = one.on(day);
        for (int i = 0; i < 25; ++i) {
            day = day.plus_days(*rc::gen::inRange(1, 60));
            const auto now = one.on(day);
            for (std::size_t g = 0; g < now.grants.size(); ++g) {
                RC_ASSERT(now.grants[g].split.vested.quantity >= before.grants[g].split.vested.quantity);
            }
            before = now;
        }
    });
}

TEST_CASE("the next vest is what leaving on its day rather than the day before adds, where nothing else holds it") {
    support::holds([] {
        const auto every = *rc::gen::element<std::string>("1 month", "3 months", "12 months");
        Case one{leaving::head + leaving::stock +
                 "[[grant]]\nid = \"g\"\nquantity = " + std::to_string(*rc::gen::inRange(1, 5'000)) +
                 "\nvesting = { over = \"4 years\", every = \"" + every + "\", cliff = \"1 year\" }\n"};
        const auto now = one.on(any_day());
        if (const auto next = now.all.next) {
            const auto before = one.on(next->date.plus_days(-1));
            const auto then = one.on(next->date);
            RC_ASSERT(before.all.vested.quantity == now.all.vested.quantity);
            RC_ASSERT(then.all.vested.quantity == now.all.vested.quantity + next->quantity);
        } else {
            RC_ASSERT(now.all.forfeited.quantity.is_zero());
        }
    });
}
