// What benefits are worth in a year and what leaving loses of them, by hand (docs/numbers.md, "Benefits that wait or
// vest").

#include <string>
#include <vector>

#include <offerkit/timeline/benefits.hpp>
#include <offerkit/timeline/severance.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using offers::text;
using offers::usd;
using quantity::Fraction;
using quantity::Money;

namespace {

const std::string top = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";

Fraction percent(std::int64_t percent) { return *Fraction::of(percent, 100); }

timeline::Window years(const model::Offer& offer, int count) {
    return {offer.start.value, Period::months(12 * count), false, std::nullopt};
}

/// What leaving on a day loses; "refused" when an amount is too large.
std::string lost(const std::string& rest, calendar::Date day) {
    const auto offer = offers::read(top + rest);
    diagnostic::Diagnostics diagnostics;
    const auto ledger = timeline::BenefitLedger::of(offer, years(offer, 4), day, diagnostics);
    CHECK(ledger.has_value() == diagnostics.all().empty());
    return ledger ? text(ledger->lost_on(day)) : "refused";
}

}  // namespace

TEST_CASE("every tier of a match is filled, up to the employer's limit") {
    model::RetirementMatch match;
    match.tiers = {{percent(100), percent(3)}, {percent(50), percent(2)}};
    CHECK(timeline::retirement_match_of(match, usd(100'000)) == usd(4'000));
    match.limit = usd(4'000);
    CHECK(timeline::retirement_match_of(match, usd(100'000)) == usd(4'000));
    CHECK(timeline::retirement_match_of(match, usd(200'000)) == usd(4'000));
    match.tiers.clear();
    CHECK(timeline::retirement_match_of(match, usd(100'000)) == usd(0));
}

TEST_CASE("a match too fine or too large to be counted is none") {
    model::RetirementMatch match;
    const auto fine = [](std::int64_t below) { return *Fraction::of(1, below); };
    match.tiers = {{fine(4'000'000'007), fine(4'000'000'009)}};
    CHECK_FALSE(timeline::retirement_match_of(match, usd(100'000)));
    match.tiers = {{fine(2'000'000'011), fine(1)}, {fine(2'000'000'033), fine(1)}, {fine(2'000'000'063), fine(1)}};
    CHECK_FALSE(timeline::retirement_match_of(match, usd(100'000)));
    match.tiers = {{Fraction{100}, Fraction{100}}};
    CHECK_FALSE(timeline::retirement_match_of(match, usd(90'000'000'000'000'000)));
}

TEST_CASE("a purchase plan gives its discount on what the contribution buys, or on its limit") {
    model::StockPurchasePlan plan{.discount = percent(15), .contribution = percent(10)};
    // 10,000 buy stock for 10,000 / 0.85; the gain is 10,000 x 15 / 85.
    CHECK(timeline::purchase_plan_worth(plan, usd(100'000)) == Money{176'471, *quantity::Currency::of("USD")});
    plan.limit = usd(25'000);
    CHECK(timeline::purchase_plan_worth(plan, usd(100'000)) == Money{176'471, *quantity::Currency::of("USD")});
    CHECK(timeline::purchase_plan_worth(plan, usd(1'000'000)) == usd(3'750));
    plan.discount = percent(0);
    CHECK(timeline::purchase_plan_worth(plan, usd(100'000)) == usd(0));
    // A discount of all has no price to pay, and so no worth that can be said.
    plan.discount = percent(100);
    CHECK_FALSE(timeline::purchase_plan_worth(plan, usd(100'000)));
}

TEST_CASE("leaving loses what has been added of a benefit and has not vested, the day included") {
    const std::string match =
        "[base]\nsalary = 120_000\nraise = \"0%\"\n[benefits]\nretirement_match = { rate = \"100%\", up_to = \"5%\", "
        "vesting = { over = \"2 years\", every = \"1 year\" } }\n";
    // 6,000 a year, 500 a month; half of what is there vests after one year, all of it after two.
    CHECK(lost(match, date(2026, 1, 15)) == "0.00");
    CHECK(lost(match, date(2026, 7, 1)) == "3,000.00");
    CHECK(lost(match, date(2026, 12, 31)) == "5,500.00");
    CHECK(lost(match, date(2027, 1, 1)) == "3,000.00");
    CHECK(lost(match, date(2027, 7, 1)) == "4,500.00");
    CHECK(lost(match, date(2028, 1, 1)) == "0.00");
    CHECK(lost(match, date(2028, 7, 1)) == "0.00");
}

TEST_CASE("a benefit that begins later, and one of a stated amount, are lost by the same rule") {
    const std::string meals =
        "[base]\nsalary = 120_000\n[[benefits.other]]\nname = \"Meals\"\namount = 1_200\nafter = \"6 months\"\n"
        "vesting = { over = \"1 year\", every = \"1 year\" }\n";
    CHECK(lost(meals, date(2026, 7, 1)) == "0.00");
    CHECK(lost(meals, date(2026, 8, 1)) == "100.00");
    CHECK(lost(meals, date(2026, 12, 31)) == "500.00");
    CHECK(lost(meals, date(2027, 1, 1)) == "0.00");
    // What does not vest is nobody's to lose.
    CHECK(lost("[benefits]\nhealth = 1_200\n[base]\nsalary = 120_000\n", date(2026, 8, 1)) == "0.00");
}

TEST_CASE("a benefit that adds up to more than can be counted is refused, with its line") {
    auto offer = offers::read(top +
                              "[base]\nsalary = 1_000\n[[benefits.other]]\nname = \"Much\"\namount = 1_000\n"
                              "vesting = { over = \"1 year\", every = \"1 year\" }\n");
    // More than a file may say, as a program may.
    offer.benefits.others.front().amount = usd(50'000'000'000'000'000);
    diagnostic::Diagnostics diagnostics;
    CHECK(timeline::BenefitLedger::of(offer, years(offer, 4), date(2026, 12, 31), diagnostics));
    CHECK_FALSE(timeline::BenefitLedger::of(offer, years(offer, 4), date(2027, 1, 1), diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "overflow");
    CHECK(diagnostics.all()[0].span == offer.benefits.others.front().span);
}

TEST_CASE("severance is for its reasons and from the first day on, holidays for any; too much is none") {
    const auto paid = [](const std::string& salary, calendar::Date day, model::LeavingReason reason) {
        const auto offer = offers::read(top + "[base]\nsalary = " + salary +
                                        "\n[leaving]\nunused_holiday_days = 26\nseverance = \"3 months\"\n"
                                        "severance_for = [\"without_cause\"]\n");
        const auto severance = timeline::severance_on(offer, years(offer, 4), {day, reason});
        return severance ? text(severance->severance) + " " + text(severance->holidays) : "refused";
    };
    using model::LeavingReason;
    CHECK(paid("120_000", date(2025, 12, 31), LeavingReason::without_cause) == "0.00 0.00");
    CHECK(paid("120_000", date(2026, 1, 1), LeavingReason::without_cause) == "30,000.00 12,000.00");
    CHECK(paid("120_000", date(2026, 1, 1), LeavingReason::voluntary) == "0.00 12,000.00");
}
