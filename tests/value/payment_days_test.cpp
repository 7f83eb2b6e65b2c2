// The days on which bonuses and sign-ons are paid (docs/numbers.md, "Dates for a calendar").

#include <string>

#include <offerkit/value/payment_days.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

/// "2027-01-01 bonus 12,000.00": the payments, then the ends of clawbacks, one after the other.
std::string days_of(const std::string& text, model::Valuation valuation = offers::valuation()) {
    const auto offer = offers::read("company = \"A\"\ncurrency = \"USD\"\n" + text);
    diagnostic::Diagnostics problems;
    const auto days = value::payment_days(offer, valuation, problems);
    REQUIRE(days);
    std::string all = "to " + to_string(days->until);
    for (const auto& payment : days->payments) {
        all += "; " + to_string(payment.date) + " " + std::string(word(payment.category)) + " " +
               offers::text(payment.amount);
    }
    for (const auto& end : days->clawback_ends) {
        all += "; " + to_string(end.on) + " nothing owed of " + offers::text(end.sign_on->amount.value);
    }
    return all;
}

const std::string pay = "start = 2026-01-01\n[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\n";

}  // namespace

TEST_CASE("bonuses come every year up to the horizon, and no year of the last one is cut") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(18);
    CHECK(days_of(pay, valuation) == "to 2027-07-01; 2027-01-01 bonus 12,000.00");
    valuation.horizon = calendar::Period::months(24);
    CHECK(days_of(pay, valuation) == "to 2028-01-01; 2027-01-01 bonus 12,000.00; 2028-01-01 bonus 12,000.00");
}

TEST_CASE("a clawback ends while the offer runs, and base is no day of a calendar") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12);
    const std::string sign_on =
        "start = 2026-01-01\n[base]\nsalary = 120_000\n[[sign_on]]\namount = 30_000\nclawback = { within = \"24 "
        "months\", rule = \"prorated\" }\n";
    CHECK(days_of(sign_on, valuation) ==
          "to 2027-01-01; 2026-01-01 sign_on 30,000.00; 2028-01-01 nothing owed of 30,000.00");
    CHECK(days_of("end = 2027-06-30\n" + sign_on, valuation) == "to 2027-01-01; 2026-01-01 sign_on 30,000.00");
}

TEST_CASE("of the job held now only what is still to come is told, from today on and at today's salary") {
    auto valuation = offers::valuation();
    valuation.as_of = offers::date(2028, 6, 1);
    valuation.horizon = calendar::Period::months(12);
    CHECK(days_of("kind = \"current\"\n" + pay, valuation) == "to 2029-06-01; 2029-01-01 bonus 12,000.00");
}

TEST_CASE("a horizon beyond the last year of the calendar is a problem at the first day") {
    const auto offer = offers::read(
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2950-01-01\n[base]\nsalary = 120_000\n[bonus]\ntarget = "
        "\"10%\"\n");
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12 * 60);
    diagnostic::Diagnostics problems;
    CHECK_FALSE(value::payment_days(offer, valuation, problems));
    CHECK(problems.has_errors());
}
