// Pay that cannot be counted: what leaves 64 bits or becomes too fine is refused once, at the line that it grows from.
// A program may build an offer larger than a file may say.

#include <limits>
#include <string>
#include <vector>

#include <offerkit/timeline/base_days.hpp>
#include <offerkit/timeline/benefits.hpp>
#include <offerkit/timeline/bonus.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/severance.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::Period;
using model::Span;
using offers::date;
using quantity::Fraction;
using quantity::Money;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";

/// Twice as much fits into 64 bits, three times as much does not.
Money vast() { return {4'000'000'000'000'000'000, *quantity::Currency::of("USD")}; }

/// An offer with that as its yearly salary.
model::Offer paid(const std::string& rest, const std::string& base = "salary = 1_000\n") {
    auto offer = offers::read(head + "[base]\n" + base + rest);
    offer.base->rate.value = vast();
    return offer;
}

timeline::Window window_of(const model::Offer& offer, int months = 12) {
    return {offer.start.value, Period::months(months), false, std::nullopt};
}

std::string told(const diagnostic::Diagnostics& diagnostics, Span at) {
    if (diagnostics.all().empty()) {
        return "";
    }
    const auto& first = diagnostics.all()[0];
    return std::string{first.code} + (first.span == at ? "" : " elsewhere") +
           (diagnostics.all().size() == 1 ? "" : " more than once");
}

/// "overflow" where what bonuses pay until a day is refused at a line, "" where it is laid out.
std::string bonuses(const model::Offer& offer, Date last_day, Span at) {
    diagnostic::Diagnostics diagnostics;
    const auto ledger = timeline::BonusLedger::of(offer, window_of(offer), last_day, diagnostics);
    CHECK(ledger.has_value() == diagnostics.all().empty());
    return told(diagnostics, at);
}

std::string pay(const model::Offer& offer, Span at, int months = 12) {
    diagnostic::Diagnostics diagnostics;
    const auto flows = timeline::pay_flows(offer, window_of(offer, months), diagnostics);
    CHECK(flows.has_value() == diagnostics.all().empty());
    return told(diagnostics, at);
}

std::string benefits(const model::Offer& offer, Date last_day, Span at) {
    diagnostic::Diagnostics diagnostics;
    const auto ledger = timeline::BenefitLedger::of(offer, window_of(offer), last_day, diagnostics);
    CHECK(ledger.has_value() == diagnostics.all().empty());
    return told(diagnostics, at);
}

const std::string tenth = "[bonus]\ntarget = \"10%\"\n";

}  // namespace

TEST_CASE("a bonus of a salary that is raised beyond every count is refused at the salary, from that year on") {
    for (const std::string year : {"employment", "calendar"}) {
        INFO(year);
        const auto offer = paid("raise = \"200%\"\n" + tenth + "year = \"" + year + "\"\n");
        CHECK(bonuses(offer, date(2026, 12, 31), offer.base->rate.span).empty());
        CHECK(bonuses(offer, date(2027, 1, 1), offer.base->rate.span) == "overflow");
    }
}

TEST_CASE("a bonus of more than can be counted is refused at its own line, whatever it is counted from") {
    for (const std::string year : {"employment", "calendar"}) {
        INFO(year);
        auto offer = paid(tenth + "year = \"" + year + "\"\n");
        auto& bonus = offer.bonuses.front();
        const auto refused = [&] { return bonuses(offer, date(2026, 12, 31), bonus.span); };
        bonus.target = Fraction{2};
        CHECK(refused().empty());
        bonus.target = Fraction{3};
        CHECK(refused() == "overflow");
        bonus.target = vast();
        bonus.payout = Fraction{2};
        CHECK(refused().empty());
        bonus.payout = Fraction{3};
        CHECK(refused() == "overflow");
        // Two fractions whose product has no denominator in 64 bits.
        bonus.target = *Fraction::of(1, 4'000'000'007);
        bonus.payout = *Fraction::of(1, 2'000'000'011);
        CHECK(refused().empty());
        bonus.payout = *Fraction::of(1, 5'000'000'029);
        CHECK(refused() == "overflow");
    }
    // Of an amount, a twelfth for each month of a year of employment.
    auto offer = paid("[bonus]\namount = 1_000\n");
    auto& bonus = offer.bonuses.front();
    bonus.payout = *Fraction::of(1, 700'000'000'000'000'000);
    CHECK(bonuses(offer, date(2026, 12, 31), bonus.span).empty());
    bonus.payout = *Fraction::of(1, 800'000'000'000'000'001);
    CHECK(bonuses(offer, date(2026, 12, 31), bonus.span) == "overflow");
}

TEST_CASE("extra months of more than can be counted are refused at the salary, and those of nothing pay nothing") {
    const std::string thirteen = "monthly = 1_000\nmonths = 13\n";
    const auto plain = paid("", thirteen);
    CHECK(bonuses(plain, date(2026, 12, 31), plain.base->rate.span) == "overflow");
    auto offer = paid("", thirteen);
    offer.base->units_per_year = Fraction{1};
    const auto refused = [&](Date last) { return bonuses(offer, last, offer.base->rate.span); };
    CHECK(refused(date(2026, 12, 31)).empty());
    offer.base->extra->of_salary = Fraction{3};
    CHECK(refused(date(2026, 12, 31)) == "overflow");
    // From 2027 on the salary itself is too large.
    offer.base->extra->of_salary = *Fraction::of(1, 12);
    offer.base->raise.value = Fraction{2};
    CHECK(refused(date(2026, 12, 31)).empty());
    CHECK(refused(date(2027, 1, 1)) == "overflow");
    // Cut by two thirds in 2027: what is paid then fits, and what is stated does not.
    offer.base->units_per_year = Fraction{3};
    offer.base->raise.value = *Fraction::of(-2, 3);
    offer.base->as_of = model::Stated<Date>{date(2025, 1, 1), {}};
    CHECK(salary_on(offer, window_of(offer), date(2026, 12, 31)) == vast());
    CHECK(refused(date(2026, 12, 31)) == "overflow");

    const auto unpaid = offers::read(head + "[base]\nmonthly = 0\nmonths = 13\n");
    diagnostic::Diagnostics none;
    const auto ledger = timeline::BonusLedger::of(unpaid, window_of(unpaid), date(2030, 1, 1), none);
    REQUIRE(ledger.has_value());
    CHECK(ledger->earned().empty());
}

TEST_CASE("what is deferred or vests beyond the calendar is refused with the schedule that runs there") {
    auto bonus =
        offers::read(head + "[base]\nsalary = 100_000\n" + tenth +
                     "deferred = { portion = \"50%\", vesting = { over = \"20 years\", every = \"1 year\" } }\n");
    auto meals = offers::read(head +
                              "[[benefits.other]]\nname = \"Meals\"\namount = 1_200\n"
                              "vesting = { over = \"20 years\" }\n");
    const Span at_bonus = bonus.bonuses.front().deferred->vesting.segments.front().span;
    const Span at_meals = meals.benefits.others.front().vesting->segments.front().span;
    for (auto* offer : {&bonus, &meals}) {
        const Span at = offer == &bonus ? at_bonus : at_meals;
        CHECK(pay(*offer, at).empty());
        offer->start.value = date(2975, 1, 1);
        CHECK(pay(*offer, at).empty());
        offer->start.value = date(2985, 1, 1);
        CHECK(pay(*offer, at) == "schedule-too-long");
    }
    // Of such a benefit nothing ever vests: all that has been added is lost.
    diagnostic::Diagnostics none;
    const auto ledger = timeline::BenefitLedger::of(meals, window_of(meals), date(2986, 1, 1), none);
    REQUIRE(ledger.has_value());
    CHECK(offers::text(ledger->lost_on(date(2986, 1, 1))) == "1,200.00");
}

TEST_CASE("a salary that only its cut makes countable is refused, for the part that is stated is not") {
    auto offer = paid("raise = \"-50%\"\nas_of = 2025-01-01\n");
    offer.base->units_per_year = Fraction{2};
    CHECK(pay(offer, offer.base->rate.span).empty());
    offer.base->units_per_year = Fraction{4};
    CHECK(salary_on(offer, window_of(offer), date(2026, 1, 1)) == Money{8'000'000'000'000'000'000, offer.currency});
    CHECK_FALSE(stated_salary_on(offer, window_of(offer), date(2026, 1, 1)));
    CHECK(pay(offer, offer.base->rate.span) == "overflow");
}

TEST_CASE("days of a salary beyond every count earn what nobody can say, before it and without them they do") {
    const auto offer = paid("raise = \"200%\"\n");
    const auto earn = [&](Date first, Date last) { return base_between(offer, window_of(offer), first, last); };
    CHECK(earn(date(2026, 1, 1), date(2026, 12, 31)) == vast());
    CHECK_FALSE(earn(date(2026, 1, 1), date(2027, 1, 1)));
    CHECK_FALSE(earn(date(2027, 1, 1), date(2027, 1, 1)));
    CHECK_FALSE(stated_salary_on(offer, window_of(offer), date(2027, 1, 1)));
}

TEST_CASE("overtime of more than can be counted is refused at its line") {
    auto offer = paid("overtime = { hours_per_week = 4, rate = \"150%\" }\n",
                      "hourly = 50\nhours_per_week = 40\nweeks_per_year = 52\n");
    offer.base->units_per_year = Fraction{1};
    offer.base->overtime->units_per_year = Fraction{2};
    const Span at = offer.base->overtime->span;
    CHECK(pay(offer, at).empty());
    offer.base->overtime->units_per_year = Fraction{3};
    CHECK(pay(offer, at) == "overflow");
}

TEST_CASE("benefits of more than can be counted are refused where they stand, whichever of them it is") {
    auto retired = paid("[benefits]\nretirement = \"10%\"\n");
    auto matched =
        paid("[benefits]\nretirement_match = { rate = \"50%\", up_to = \"6%\", vesting = { over = \"1 year\" } }\n");
    auto bought = paid("[benefits]\nespp = { discount = \"15%\", contribution = \"10%\" }\n");
    for (const auto* offer : {&retired, &matched, &bought}) {
        CHECK(pay(*offer, offer->benefits.span).empty());
    }
    retired.benefits.retirement->value = Fraction{3};
    matched.benefits.retirement_match->tiers.front() = {Fraction{1}, Fraction{3}};
    bought.benefits.espp->discount = *Fraction::of(3, 4);  // three times the contribution
    bought.benefits.espp->contribution = Fraction{1};
    for (const auto* offer : {&retired, &matched, &bought}) {
        CHECK(pay(*offer, offer->benefits.span) == "overflow");
    }
    // Leaving loses a match by the base of its years.
    auto raised = paid(
        "raise = \"200%\"\n[benefits]\nretirement_match = { rate = \"50%\", up_to = \"6%\", vesting = { over = \"1 "
        "year\" } }\n");
    const Span at = raised.benefits.retirement_match->span;
    CHECK(benefits(matched, date(2026, 1, 1), matched.benefits.retirement_match->span) == "overflow");
    CHECK(benefits(raised, date(2026, 12, 31), at).empty());
    CHECK(benefits(raised, date(2027, 1, 1), at) == "overflow");
}

TEST_CASE("a purchase plan that gives everything away, or parts too fine or too large, is worth what nobody can say") {
    model::StockPurchasePlan plan{.discount = *Fraction::of(2, 3), .contribution = Fraction{1}};
    CHECK(timeline::purchase_plan_worth(plan, vast()) == Money{8'000'000'000'000'000'000, vast().currency()});
    plan.discount = *Fraction::of(3, 4);
    CHECK_FALSE(timeline::purchase_plan_worth(plan, vast()));
    plan.discount = Fraction{1};
    CHECK_FALSE(timeline::purchase_plan_worth(plan, {100, vast().currency()}));
    plan = {.discount = *Fraction::of(1, 4'000'000'007), .contribution = *Fraction::of(1, 5'000'000'029)};
    CHECK_FALSE(timeline::purchase_plan_worth(plan, {100, vast().currency()}));
}

TEST_CASE("severance and holidays of more than can be counted are none, and so are those of such a salary") {
    auto offer = paid(
        "raise = \"200%\"\n[leaving]\nseverance = \"2 years\"\nseverance_for = "
        "[\"without_cause\"]\nunused_holiday_days = 26\n");
    const auto on = [&](Date day, model::LeavingReason reason = model::LeavingReason::without_cause) {
        const auto severance = severance_on(offer, window_of(offer), {day, reason});
        return severance ? to_plain(severance->severance) + " " + to_plain(severance->holidays) : "none";
    };
    // No file may say so many days.
    offer.leaving->unused_holiday_days->value = Fraction{520};
    // Two years, and 520 of 260 days, of 4 x 10^18 cents.
    const std::string twice = "80000000000000000";
    CHECK(on(date(2026, 6, 1)) == twice + " " + twice);
    CHECK(on(date(2027, 1, 1)) == "none");
    offer.leaving->unused_holiday_days->value = Fraction{780};
    CHECK(on(date(2026, 6, 1)) == "none");
    CHECK(on(date(2026, 6, 1), model::LeavingReason::voluntary) == "none");
    offer.leaving->unused_holiday_days->value = *Fraction::of(1, std::numeric_limits<std::int64_t>::max());
    CHECK(on(date(2026, 6, 1)) == "none");
    offer.leaving->unused_holiday_days.reset();
    CHECK(on(date(2026, 6, 1)) == twice + " 0");
    offer.leaving->severance->value = {.period = Period::months(36)};
    CHECK(on(date(2026, 6, 1)) == "none");
    CHECK(on(date(2026, 6, 1), model::LeavingReason::voluntary) == "0 0");
}
