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

TEST_CASE("parts of one bonus payment that two years earn are one, and deferred parts stay apart") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(24);
    // A bonus of the calendar year 2026 and 2027 of somebody who began on 2 July: each year of employment earns a part.
    const std::string calendar_year = "start = 2026-07-02\n[bonus]\namount = 36_500\nyear = \"calendar\"\n";
    CHECK(days_of(calendar_year, valuation) == "to 2028-07-02; 2026-12-31 bonus 18,300.00; 2027-12-31 bonus 36,500.00");
    const std::string deferred = "deferred = { portion = \"50%\", vesting = { over = \"1 year\" } }\n";
    CHECK(days_of("start = 2026-01-01\n[bonus]\namount = 12_000\n" + deferred, valuation) ==
          "to 2028-01-01; 2028-01-01 bonus 6,000.00; 2027-01-01 bonus 6,000.00; 2028-01-01 bonus 6,000.00");
}

TEST_CASE("two bonuses of one name and one day stay two") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12);
    const std::string one = "[[bonus]]\nname = \"B\"\namount = 1_200\nyear = \"calendar\"\n";
    const std::string other = "[[bonus]]\nname = \"B\"\namount = 1_200\nyear = \"calendar\"\n";
    CHECK(days_of("start = 2026-01-01\n" + one + other, valuation) ==
          "to 2027-01-01; 2026-12-31 bonus 1,200.00; 2026-12-31 bonus 1,200.00");
}

TEST_CASE("a clawback that ends on the last day employed ends, one that would end after it does not") {
    const auto ends = [](const std::string& end) {
        return days_of("end = " + end +
                       "\nstart = 2026-01-01\n[[sign_on]]\namount = 1_000\nclawback = { within = \"24 months\" }\n")
                   .find("nothing owed") != std::string::npos;
    };
    CHECK(ends("2028-01-01"));
    CHECK_FALSE(ends("2027-12-31"));
}

TEST_CASE("of the job held now a payment of today is past, and an offer's own first day is to come") {
    auto valuation = offers::valuation();
    valuation.as_of = offers::date(2027, 1, 1);
    valuation.horizon = calendar::Period::months(12);
    CHECK(days_of("kind = \"current\"\n" + pay, valuation) == "to 2028-01-01; 2028-01-01 bonus 12,000.00");
    valuation.as_of = offers::date(2026, 12, 31);
    CHECK(days_of("kind = \"current\"\n" + pay, valuation) == "to 2027-12-31; 2027-01-01 bonus 12,000.00");
    CHECK(days_of("start = 2026-01-01\n[[sign_on]]\namount = 1_000\n", valuation) ==
          "to 2027-01-01; 2026-01-01 sign_on 1,000.00");
}

TEST_CASE("pay that cannot be laid out has no days, and is refused once") {
    auto offer = offers::read("company = \"A\"\ncurrency = \"USD\"\n" + pay);
    offer.base->raise.value = quantity::Fraction{1'000'000'000'000};
    diagnostic::Diagnostics problems;
    CHECK_FALSE(value::payment_days(offer, offers::valuation(), problems));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].code == "overflow");
}
