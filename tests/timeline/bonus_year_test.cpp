// Bonus years (docs/numbers.md, "Bonus years"): amounts, days of payment and what leaving loses, worked by hand.

#include <rapidcheck.h>

#include <offerkit/timeline/bonus.hpp>
#include <offerkit/value/leaving.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using offers::date;
using timeline::Category;

namespace {

using Row = std::vector<std::string>;

std::string head(const std::string& start) { return "company = \"Acme\"\ncurrency = \"USD\"\nstart = " + start + "\n"; }

choice::Comparison over(const model::Offer& offer, int months) {
    auto valuation = offers::valuation();
    valuation.as_of = offer.start.value;
    valuation.horizon = calendar::Period::months(months);
    static std::vector<model::Offer> kept;
    kept = {offer};
    return offers::compare(kept, valuation);
}

/// The bonus that each year earns, and "paid" with what each of them pays in all.
Row earned(const choice::Comparison& comparison) {
    Row row;
    for (const auto& year : comparison.offers[0].years) {
        row.push_back(offers::text(year.parts[Category::bonus]));
    }
    return row;
}

Row paid(const choice::Comparison& comparison) {
    Row row;
    for (const auto amount : comparison.offers[0].paid.by_year) {
        row.push_back(offers::text(amount));
    }
    return row;
}

/// What leaving loses of finished years and of the running one.
Row lost(const model::Offer& offer, Date on) {
    const timeline::Window window{offer.start.value, calendar::Period::months(48), false, std::nullopt};
    diagnostic::Diagnostics problems;
    const auto ledger = timeline::BonusLedger::of(offer, window, date(2032, 1, 1), problems);
    REQUIRE(ledger.has_value());
    const auto amounts = ledger->lost_on(on);
    return {offers::text(amounts.finished), offers::text(amounts.running)};
}

const std::string calendar_amount = "[base]\nsalary = 240_000\n[bonus]\namount = 200_000\nyear = \"calendar\"\n";

}  // namespace

TEST_CASE("a bonus of the calendar year is earned by days, and its first year is prorated") {
    const auto offer = offers::read(head("2022-11-15") + calendar_amount + "paid = \"03-15\"\n");
    const auto comparison = over(offer, 24);
    // 200,000 x 47/365 + 200,000 x 318/365; then the rest of 2023 and 319 of the 366 days of 2024.
    CHECK(earned(comparison) == Row{"200,000.00", "200,070.36"});
    CHECK(paid(comparison) == Row{"265,753.42", "440,000.00"});
    CHECK(offers::text(comparison.offers[0].paid.paid_later.amount) == "174,316.94");
    CHECK(comparison.offers[0].paid.paid_later.until == date(2025, 3, 15));
}

TEST_CASE("leaving loses the running bonus year by its days, and finished years until they are paid") {
    const auto offer = offers::read(head("2022-11-15") + calendar_amount + "paid = \"03-15\"\n");
    CHECK(lost(offer, date(2024, 4, 1)) == Row{"0.00", "50,273.22"});
    CHECK(lost(offer, date(2023, 12, 31)) == Row{"200,000.00", "0.00"});
    CHECK(lost(offer, date(2024, 3, 14)) == Row{"200,000.00", "40,437.16"});  // 74/366
    CHECK(lost(offer, date(2024, 3, 15)) == Row{"0.00", "40,983.61"});
}

TEST_CASE("a bonus that is paid pro rata on leaving is lost in its deferred parts alone") {
    const std::string kept = "on_leaving = \"pro_rata\"\n";
    CHECK(lost(offers::read(head("2022-11-15") + calendar_amount + "paid = \"03-15\"\n" + kept), date(2024, 3, 1)) ==
          Row{"0.00", "0.00"});
    const auto deferred =
        offers::read(head("2022-11-15") + calendar_amount + "paid = \"03-15\"\n" + kept +
                     "deferred = { portion = \"50%\", vesting = { over = \"2 years\", every = \"1 year\" } }\n");
    // Half of 2022's 25,753.42 is due in 2024 and 2025, half of 2023's later; half of 61/366 of 2024's.
    CHECK(lost(deferred, date(2024, 3, 1)) == Row{"112,876.71", "16,666.67"});
}

TEST_CASE("a rate of a bonus year is of the base of its days, which runs on past the window") {
    const auto tenth =
        offers::read(head("2026-07-01") + "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\nyear = \"calendar\"\n");
    CHECK(earned(over(tenth, 24)) == Row{"11,950.68", "12,016.53"});
    CHECK(paid(over(tenth, 24)).front() == "126,000.00");
    // 2 December to the 31st is 30 days of a month of 31: 10% of 109,677.42.
    const auto cut =
        offers::read(head("2026-02-02") + "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\nyear = \"calendar\"\n");
    CHECK(paid(over(cut, 12)) == Row{"130,967.74"});
}

TEST_CASE("the bonus year that the first day cuts is prorated, whole or nothing") {
    const std::string fiscal =
        head("2026-02-02") + "[base]\nsalary = 200_000\n[bonus]\namount = 36_500\nyear = \"07-01\"\npaid = \"09-15\"\n";
    // 2 February to 30 June is 149 days of 365, then 216 days of the next year.
    CHECK(earned(over(offers::read(fiscal + "first_year = \"none\"\n"), 12)) == Row{"21,600.00"});
    CHECK(earned(over(offers::read(fiscal), 12)) == Row{"36,500.00"});
    CHECK(earned(over(offers::read(fiscal + "first_year = \"full\"\n"), 12)) == Row{"58,100.00"});
    CHECK(paid(over(offers::read(fiscal + "first_year = \"full\"\n"), 12)) == Row{"236,500.00"});
    CHECK(paid(over(offers::read(fiscal + "first_year = \"none\"\n"), 12)) == Row{"200,000.00"});
}

TEST_CASE("a full first year of a rate is of a whole year's base") {
    const auto offer = offers::read(
        head("2026-07-01") +
        "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\nyear = \"calendar\"\nfirst_year = \"full\"\n");
    CHECK(paid(over(offer, 12)) == Row{"132,000.00"});
}

TEST_CASE("guaranteed years count bonus years, the cut one first, and guarantee the payout alone") {
    const auto offer = offers::read(head("2026-07-02") +
                                    "[base]\nsalary = 100_000\n[bonus]\namount = 36_500\npayout = \"50%\"\nyear = "
                                    "\"calendar\"\nguaranteed_years = 1\n");
    const auto comparison = over(offer, 24);
    // 183 days of 2026 at 100 a day; 2027 at half of that; 184 days of 2028 of 366.
    CHECK(paid(comparison) == Row{"118,300.00", "118,250.00"});
    const auto& sure = comparison.offers[0].by_certainty;
    CHECK(offers::text(sure.guaranteed) == "218,300.00");
}

TEST_CASE("a bonus in parts pays each at the end of its own months and loses the running one") {
    const std::string quarters =
        head("2026-01-01") +
        "[base]\nsalary = 150_000\n[bonus]\namount = 50_000\nyear = \"calendar\"\nevery = \"3 months\"\n";
    CHECK(lost(offers::read(quarters), date(2026, 12, 10)) == Row{"0.00", "9,646.74"});
    // Paid two months later, the third quarter is safe from 30 November on.
    const auto later = offers::read(quarters + "paid_after = \"2 months\"\n");
    CHECK(lost(later, date(2026, 11, 29)) == Row{"12,500.00", "8,152.17"});
    CHECK(lost(later, date(2026, 11, 30)) == Row{"0.00", "8,288.04"});
    // A start inside a quarter: 46 of its 92 days, and the next ones whole; what came before pays nothing.
    const auto inside =
        offers::read(head("2026-08-16") +
                     "[base]\nsalary = 150_000\n[bonus]\namount = 50_000\nyear = \"calendar\"\nevery = \"3 months\"\n");
    CHECK(paid(over(inside, 12)) == Row{"193,750.00"});  // 6,250 and three quarters, the last on 30 June
    const auto none = offers::read(head("2026-08-16") +
                                   "[base]\nsalary = 150_000\n[bonus]\namount = 50_000\nyear = \"calendar\"\nevery = "
                                   "\"3 months\"\nfirst_year = \"none\"\n");
    CHECK(paid(over(none, 12)) == Row{"187,500.00"});
}

TEST_CASE("years of employment may be paid in parts as well") {
    const auto offer = offers::read(head("2026-03-15") +
                                    "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\nevery = \"6 months\"\n");
    CHECK(earned(over(offer, 24)) == Row{"12,000.00", "12,000.00"});
    CHECK(lost(offer, date(2026, 9, 14)) == Row{"0.00", "0.00"});
    CHECK(lost(offer, date(2026, 9, 13)) == Row{"0.00", "5,967.39"});  // 183 of 184 days
}

TEST_CASE("monthly pay beyond twelve months is a bonus that is fixed and never lost") {
    const auto offer = offers::read(head("2026-01-01") + "[base]\nmonthly = 5_000\nmonths = 13\n");
    const auto comparison = over(offer, 48);
    CHECK(earned(comparison) == Row{"5,000.00", "5,000.00", "5,000.00", "5,000.00"});
    CHECK(paid(comparison) == Row{"65,000.00", "65,000.00", "65,000.00", "65,000.00"});
    CHECK(offers::text(comparison.offers[0].by_certainty.guaranteed) == "260,000.00");
    CHECK(offers::text(comparison.offers[0].definitions.target) == "65,000.00");
    CHECK(lost(offer, date(2027, 1, 31)) == Row{"0.00", "0.00"});
    CHECK(lost(offer, date(2027, 12, 30)) == Row{"0.00", "0.00"});
}

TEST_CASE("extra months are paid in the months named, each earned since the one before") {
    // From 1 April: 61 of the 151 days of January to May, then the second half whole.
    const auto offer =
        offers::read(head("2026-04-01") + "[base]\nmonthly = 3_000\nmonths = 14\nextra_paid = [5, 12]\n");
    const auto comparison = over(offer, 9);
    CHECK(earned(comparison) == Row{"4,211.92"});  // 3,000 x 61/151 + 3,000
    CHECK(paid(comparison) == Row{"31,211.92"});
    // A raise from 2027 on rests on nobody's word: of the second 13th month 5,000 are fixed.
    const auto raised = offers::read(head("2026-01-01") + "[base]\nmonthly = 5_000\nmonths = 13\nraise = \"10%\"\n");
    CHECK(offers::text(over(raised, 24).offers[0].by_certainty.guaranteed) == "130,000.00");
    CHECK(offers::text(over(raised, 24).offers[0].total) == "136,500.00");
}

TEST_CASE("a last day in the file prorates the last bonus year") {
    const auto offer = offers::read(head("2026-01-01") +
                                    "end = 2026-07-01\n[base]\nsalary = 120_000\n[bonus]\namount = "
                                    "36_500\nyear = \"calendar\"\n");
    CHECK(earned(over(offer, 12)) == Row{"18,200.00"});  // 182 days
}

TEST_CASE("the job held now counts bonuses when they are paid, deferred parts of earlier years included") {
    const std::vector both{
        offers::read(head("2020-01-01") +
                         "kind = \"current\"\n[base]\nsalary = 200_000\n[bonus]\namount = 300_000\npaid = "
                         "2\ndeferred = { portion = \"40%\", vesting = { over = \"3 years\", every = "
                         "\"1 year\" } }\n",
                     "current.toml"),
        offers::read(head("2023-07-03") + "[base]\nsalary = 400_000\n", "new.toml")};
    auto valuation = offers::valuation();
    valuation.as_of = date(2023, 7, 3);
    const auto comparison = offers::compare(both, valuation);
    CHECK(offers::text(comparison.offers[0].total) == "2,000,000.00");
    CHECK(offers::text(comparison.offers[0].paid.paid_later.amount) == "0.00");
}

TEST_CASE("a deferred bonus is earned on its own days, and what comes after the window is named") {
    const auto offer =
        offers::read(head("2026-01-01") +
                     "[base]\nsalary = 200_000\n[bonus]\namount = 300_000\npaid = 2\ndeferred = { portion = "
                     "\"40%\", vesting = { over = \"3 years\", every = \"12 months\" } }\n");
    const auto comparison = over(offer, 48);
    CHECK(offers::text(comparison.offers[0].total) == "1,640,000.00");
    CHECK(paid(comparison) == Row{"200,000.00", "380,000.00", "420,000.00", "460,000.00"});
    CHECK(offers::text(comparison.offers[0].paid.paid_later.amount) == "180,000.00");
    CHECK(offers::text(comparison.offers[0].paid.deferred_later.amount) == "360,000.00");
    CHECK(comparison.offers[0].paid.deferred_later.until == date(2033, 2, 28));
}

TEST_CASE("what is earned is what is paid inside the window, paid later and not payable, for any offer") {
    support::holds("earned and paid", [] {
        const auto pick = [](const Row& words) { return words[*rc::gen::inRange<std::size_t>(0, words.size())]; };
        const auto number = [](int least, int most) { return std::to_string(*rc::gen::inRange(least, most)); };
        std::string text = head("2026-0" + number(1, 10) + "-" + number(10, 32 - 3));
        if (*rc::gen::arbitrary<bool>()) {
            text += "end = 2028-0" + number(1, 10) + "-" + number(10, 29) + "\n";
        }
        text += "employment = \"" + pick({"employee", "contract"}) + "\"\n";
        text += *rc::gen::arbitrary<bool>()
                    ? "[base]\nsalary = " + number(0, 400'000) + "\nraise = \"" + number(0, 9) + "%\"\n"
                    : "[base]\nmonthly = " + number(0, 40'000) +
                          "\nmonths = 14\nextra_paid = " + pick({"6", "[3, 12]"}) + "\nraise = \"" + number(0, 9) +
                          "%\"\n";
        const bool plan = *rc::gen::arbitrary<bool>();
        text += "[bonus]\n" + pick({"target = \"17%\"\n", "amount = 33_333.33\n"});
        text += plan ? "year = \"" + pick({"calendar", "07-01", "02-29", "10-31"}) + "\"\nfirst_year = \"" +
                           pick({"prorated", "full", "none"}) + "\"\n"
                     : "";
        text += pick({"", "every = \"1 month\"\n", "every = \"3 months\"\npaid_after = \"2 months\"\n",
                      "every = \"6 months\"\n", "paid = \"03-15\"\n", "paid = 12\n"});
        text += "on_leaving = \"" + pick({"lost", "pro_rata"}) + "\"\nguaranteed_years = " + number(0, 3) + "\n";
        text +=
            pick({"", "deferred = { portion = \"40%\", vesting = { over = \"3 years\", every = \"6 months\" } }\n"});
        text += "[[sign_on]]\namount = " + number(0, 90'000) + "\nover = \"" + number(1, 70) + " months\"\n";
        text += "[benefits]\nretirement_match = { rate = \"50%\", up_to = \"6%\", after = \"" + number(0, 9) +
                " months\", vesting = { over = \"3 years\", every = \"1 year\" } }\n";
        text += "[stock]\nkind = \"" + pick({"public", "private"}) + "\"\nprice = " + number(1, 300) + "\n";
        text += "[[grant]]\nid = \"g\"\nquantity = " + number(1, 9'000) +
                "\nvesting = { over = \"5 years\", every = \"3 months\" }\n" + pick({"", "gate = \"ipo\"\n"});
        text += "[[event]]\nid = \"ipo\"\ndate = 2027-05-05\n";
        const auto offer = offers::read(text);
        const auto comparison = over(offer, *rc::gen::inRange(1, 80));
        const auto& valued = comparison.offers[0];
        quantity::Money sum = valued.paid.paid_later.amount + valued.paid.not_payable;
        for (const auto amount : valued.paid.by_year) {
            sum += amount;
        }
        RC_ASSERT(offers::text(sum) == offers::text(valued.total));
        const auto& sure = valued.by_certainty;
        RC_ASSERT(offers::text(sure.guaranteed + sure.contingent + sure.uncertain) == offers::text(valued.total));
        // Whatever the day, leaving loses no more than all payments that are dated after it.
        const timeline::Window window{offer.start.value, calendar::Period::months(48), false, std::nullopt};
        diagnostic::Diagnostics problems;
        const auto ledger = timeline::BonusLedger::of(offer, window, date(2033, 1, 1), problems);
        RC_ASSERT(ledger.has_value());
        const Date day = offer.start.value.plus_days(*rc::gen::inRange(0, 2'000));
        quantity::Money after = quantity::Money::zero(valued.currency);
        for (const auto& each : ledger->earned()) {
            for (const auto& payment : each.payments) {
                after += payment.date > day ? payment.amount : quantity::Money::zero(valued.currency);
            }
        }
        const auto lost = ledger->lost_on(day);
        RC_ASSERT((lost.finished + lost.running).minor() <= after.minor());
    });
}
