// What is to be paid back of a sign-on, by hand (docs/numbers.md, "Paying back").

#include <rapidcheck.h>

#include <offerkit/timeline/sign_on.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using model::LeavingReason;
using offers::date;

namespace {

timeline::SettledSignOn settled(const std::string& sign_on, Date on, LeavingReason reason = LeavingReason::voluntary) {
    const auto offer =
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[[sign_on]]\n" + sign_on);
    const timeline::SignOnTerms terms{offer.sign_ons.front(), offer.start.value};
    return terms.settle({on, reason});
}

std::string owed(const std::string& sign_on, Date on, LeavingReason reason = LeavingReason::voluntary) {
    return offers::text(settled(sign_on, on, reason).owed);
}

/// The terms of a rule over so many days or months.
std::string clawback_of(const std::string& rule, int term, const std::string& unit) {
    const auto time = [&](int count) { return "\"" + std::to_string(count) + unit + "\""; };
    if (rule == "steps") {
        const int first = *rc::gen::inRange(1, term + 1);
        const int owed = *rc::gen::inRange(1, 101);
        return "rule = \"steps\", steps = [[" + time(first) + ", \"" + std::to_string(owed) + "%\"], [" +
               time(first + *rc::gen::inRange(1, 20)) + ", \"" + std::to_string(*rc::gen::inRange(1, owed + 1)) +
               "%\"]]";
    }
    if (rule == "full_for") {
        return "within = " + time(term) + ", full_for = " + time(*rc::gen::inRange(0, term + 1));
    }
    return "within = " + time(term) + ", rule = \"" + rule + "\"";
}

const std::string year = "amount = 12_000\nclawback = { within = \"12 months\" }\n";

}  // namespace

TEST_CASE("a prorated clawback of 12 months owes 12, 11, 1 and no twelfths after 0, 1, 11 and 12 whole months") {
    CHECK(owed(year, date(2026, 3, 1)) == "12,000.00");
    CHECK(owed(year, date(2026, 3, 31)) == "12,000.00");  // the first month is not over
    CHECK(owed(year, date(2026, 4, 1)) == "11,000.00");
    CHECK(owed(year, date(2027, 2, 1)) == "1,000.00");
    CHECK(owed(year, date(2027, 2, 28)) == "1,000.00");  // still a twelfth
    CHECK(owed(year, date(2027, 3, 1)) == "0.00");       // nothing from payment + term on
    CHECK(settled(year, date(2026, 6, 1)).until == date(2027, 3, 1));
}

TEST_CASE("30,000 paid 2026-03-01 prorated over 24 months owes 17,500 on 2027-01-10") {
    // Ten whole months served, 14 of 24 not: 30,000 x 14 / 24.
    CHECK(owed("amount = 30_000\non = 2026-03-01\nclawback = { within = \"24 months\" }\n", date(2027, 1, 10)) ==
          "17,500.00");
}

TEST_CASE("a full clawback owes all of what was paid up to the day before its term ends") {
    const std::string full = "amount = 12_000\nclawback = { within = \"12 months\", rule = \"full\" }\n";
    CHECK(owed(full, date(2026, 3, 1)) == "12,000.00");
    CHECK(owed(full, date(2027, 2, 28)) == "12,000.00");
    CHECK(owed(full, date(2027, 3, 1)) == "0.00");
}

TEST_CASE("behind its last step a clawback owes nothing, though its term goes on") {
    auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[[sign_on]]\namount = 12_000\n"
        "clawback = { rule = \"steps\", steps = [[\"6 months\", \"100%\"], [\"12 months\", \"50%\"]] }\n");
    offer.sign_ons.front().clawback->within = calendar::Period::months(24);
    const timeline::SignOnTerms terms{offer.sign_ons.front(), offer.start.value};
    const auto owed_on = [&](Date day) { return offers::text(terms.settle({day, LeavingReason::voluntary}).owed); };
    CHECK(owed_on(date(2026, 8, 31)) == "12,000.00");
    CHECK(owed_on(date(2027, 2, 28)) == "6,000.00");
    CHECK(owed_on(date(2027, 3, 1)) == "0.00");
    CHECK(owed_on(date(2027, 9, 1)) == "0.00");
}

TEST_CASE("a clawback in days counts days, one in weeks seven of them, and 90 days is not 3 months") {
    // 9,000 over 90 days: 100 a day. Ten days served leave 80.
    const std::string days = "amount = 9_000\nclawback = { within = \"90 days\" }\n";
    CHECK(owed(days, date(2026, 3, 11)) == "8,000.00");
    CHECK(owed(days, date(2026, 5, 29)) == "100.00");  // 31 + 30 + 28 = 89 days
    CHECK(owed(days, date(2026, 5, 30)) == "0.00");
    const std::string months = "amount = 9_000\nclawback = { within = \"3 months\" }\n";
    CHECK(owed(months, date(2026, 5, 30)) == "3,000.00");
    CHECK(owed(months, date(2026, 6, 1)) == "0.00");
    CHECK(owed("amount = 700\nclawback = { within = \"1 week\" }\n", date(2026, 3, 4)) == "400.00");
}

TEST_CASE("nothing is owed of what has not been paid, and parts paid later stop") {
    const auto before =
        settled("amount = 5_000\non = 2026-09-01\nclawback = { within = \"12 months\" }\n", date(2026, 8, 31));
    CHECK(before.owed.is_zero());
    CHECK(before.paid.is_zero());
    CHECK(offers::text(before.unpaid) == "5,000.00");
    // Paid on the very day it is owed whole.
    CHECK(owed("amount = 5_000\non = 2026-09-01\nclawback = { within = \"12 months\" }\n", date(2026, 9, 1)) ==
          "5,000.00");
}

TEST_CASE("each monthly part of a sign-on has a term of its own, all summed before the one rounding") {
    // 100 a month from 2026-04-01 on; on 2026-07-01 four are paid, served 3, 2, 1 and 0 of 12 months:
    // 100 x (9 + 10 + 11 + 12) / 12 = 350.
    const std::string monthly = "amount = 1_200\nover = \"12 months\"\nclawback = { within = \"12 months\" }\n";
    CHECK(owed(monthly, date(2026, 7, 1)) == "350.00");
    CHECK(offers::text(settled(monthly, date(2026, 7, 1)).unpaid) == "800.00");
    // The last part is paid on 2027-03-01, so the last twelfth goes on 2028-03-01.
    CHECK(settled(monthly, date(2026, 7, 1)).until == date(2028, 3, 1));
    // The day before, only the last part owes anything: a twelfth.
    CHECK(owed(monthly, date(2028, 2, 29)) == "8.33");
    // 0.15 in three parts of 0.05, all paid by 2026-06-01, terms of 4 months, 2, 1 and 0 of them served:
    // 0.05 x (2 + 3 + 4) / 4 = 0.1125; rounded one by one it would be 0.03 + 0.04 + 0.05.
    CHECK(owed("amount = 0.15\nover = \"3 months\"\nclawback = { within = \"4 months\" }\n", date(2026, 6, 1)) ==
          "0.11");
}

TEST_CASE("a clawback from the start counts service from the first day, whenever it was paid") {
    // Paid half a year in; on 2026-12-01 nine months served of twelve: a quarter.
    const std::string from_start =
        "amount = 8_000\nafter = \"6 months\"\nclawback = { within = \"12 months\", from = \"start\" }\n";
    CHECK(owed(from_start, date(2026, 12, 1)) == "2,000.00");
    CHECK(owed(from_start, date(2027, 3, 1)) == "0.00");
    CHECK(settled(from_start, date(2026, 12, 1)).until == date(2027, 3, 1));
}

TEST_CASE("a waived reason owes nothing, another one all the same") {
    const std::string waived =
        "amount = 12_000\nclawback = { within = \"12 months\", waived = [\"without_cause\", \"death\"] }\n";
    CHECK(owed(waived, date(2026, 6, 1), LeavingReason::without_cause) == "0.00");
    CHECK(owed(waived, date(2026, 6, 1), LeavingReason::death) == "0.00");
    CHECK(owed(waived, date(2026, 6, 1), LeavingReason::good_reason) == "9,000.00");
    CHECK(settled(waived, date(2026, 6, 1), LeavingReason::death).waived);
    CHECK_FALSE(settled(waived, date(2026, 6, 1), LeavingReason::death).until.has_value());
}

TEST_CASE("a payment on the 31st has served a month on the last day of a shorter one") {
    const std::string end_of_month = "amount = 12_000\non = 2026-08-31\nclawback = { within = \"12 months\" }\n";
    CHECK(owed(end_of_month, date(2026, 9, 29)) == "12,000.00");
    CHECK(owed(end_of_month, date(2026, 9, 30)) == "11,000.00");
    CHECK(owed(end_of_month, date(2027, 2, 28)) == "6,000.00");
    CHECK(owed(end_of_month, date(2027, 8, 30)) == "1,000.00");
    CHECK(owed(end_of_month, date(2027, 8, 31)) == "0.00");
}

TEST_CASE("what is owed back is rounded half up once, and without a clawback nothing is") {
    // 100 x 11 / 12 = 91.666...; 0.50 x 11 / 12 = 0.4583...; 0.06 x 3 / 12 = 0.015 goes up.
    CHECK(owed("amount = 100\nclawback = { within = \"12 months\" }\n", date(2026, 4, 1)) == "91.67");
    CHECK(owed("amount = 0.50\nclawback = { within = \"12 months\" }\n", date(2026, 4, 1)) == "0.46");
    CHECK(owed("amount = 0.06\nclawback = { within = \"12 months\" }\n", date(2026, 12, 1)) == "0.02");
    const auto free = settled("amount = 100\n", date(2026, 4, 1));
    CHECK_FALSE(free.has_clawback);
    CHECK(free.owed.is_zero());
    CHECK(offers::text(free.paid) == "100.00");
}

TEST_CASE("12,000 owed in full for 12 months and prorated to 24 owes 10,000 after 14 months") {
    // After 12 months all twelve of the months that remain are still to be served.
    const std::string full_then = "amount = 12_000\nclawback = { within = \"24 months\", full_for = \"12 months\" }\n";
    CHECK(owed(full_then, date(2026, 9, 1)) == "12,000.00");
    CHECK(owed(full_then, date(2027, 2, 28)) == "12,000.00");
    CHECK(owed(full_then, date(2027, 3, 1)) == "12,000.00");
    CHECK(owed(full_then, date(2027, 4, 1)) == "11,000.00");
    CHECK(owed(full_then, date(2027, 5, 1)) == "10,000.00");
    CHECK(owed(full_then, date(2028, 2, 29)) == "1,000.00");
    CHECK(owed(full_then, date(2028, 3, 1)) == "0.00");
    CHECK(settled(full_then, date(2027, 5, 1)).until == date(2028, 3, 1));
    // In days: 9,000 in full for 60 days, then 300 a day of the 30 that remain.
    const std::string days = "amount = 9_000\nclawback = { within = \"90 days\", full_for = \"60 days\" }\n";
    CHECK(owed(days, date(2026, 4, 29)) == "9,000.00");  // 59 days
    CHECK(owed(days, date(2026, 5, 10)) == "6,000.00");  // 70 days: 20 of 30 are left
    // As long as the whole term it is a full clawback, of no length a prorated one.
    CHECK(owed("amount = 12_000\nclawback = { full_for = \"12 months\" }\n", date(2027, 2, 28)) == "12,000.00");
    CHECK(owed("amount = 12_000\nclawback = { full_for = \"12 months\" }\n", date(2027, 3, 1)) == "0.00");
    CHECK(owed("amount = 12_000\nclawback = { full_for = \"0 months\" }\n", date(2026, 4, 1)) == "11,000.00");
}

TEST_CASE("steps of 100, 75, 50 and 25% until 12, 16, 20 and 24 months owe the step of the day") {
    const std::string steps =
        "amount = 12_000\nclawback = { rule = \"steps\", steps = [[\"12 months\", \"100%\"], [\"16 months\", \"75%\"], "
        "[\"20 months\", \"50%\"], [\"2 years\", \"25%\"]]";
    CHECK(owed(steps + " }\n", date(2026, 3, 1)) == "12,000.00");
    CHECK(owed(steps + " }\n", date(2027, 2, 28)) == "12,000.00");
    CHECK(owed(steps + " }\n", date(2027, 3, 1)) == "9,000.00");
    CHECK(owed(steps + " }\n", date(2027, 6, 30)) == "9,000.00");
    CHECK(owed(steps + " }\n", date(2027, 7, 1)) == "6,000.00");
    CHECK(owed(steps + " }\n", date(2027, 11, 1)) == "3,000.00");
    CHECK(owed(steps + " }\n", date(2028, 2, 29)) == "3,000.00");
    CHECK(owed(steps + " }\n", date(2028, 3, 1)) == "0.00");
    CHECK(settled(steps + " }\n", date(2026, 4, 1)).until == date(2028, 3, 1));
    // The same with the last step named once more, and from the start of a sign-on that is paid later.
    CHECK(owed(steps + ", within = \"24 months\" }\n", date(2027, 3, 1)) == "9,000.00");
    CHECK(owed("after = \"6 months\"\n" + steps + ", from = \"start\" }\n", date(2027, 3, 1)) == "9,000.00");
    CHECK(owed("after = \"6 months\"\n" + steps + " }\n", date(2027, 3, 1)) == "12,000.00");
    // A last step of nothing ends it before.
    const std::string ends =
        "amount = 9\nclawback = { rule = \"steps\", steps = [[\"1 month\", \"1/3\"], [\"1 year\", 0]] }\n";
    CHECK(owed(ends, date(2026, 3, 31)) == "3.00");
    CHECK(settled(ends, date(2026, 3, 31)).until == date(2026, 4, 1));
}

TEST_CASE("a share of what is owed is taken before the one rounding, whatever the rule") {
    CHECK(owed("amount = 12_000\nclawback = { rule = \"full\", share = \"70%\" }\n", date(2026, 8, 1)) == "8,400.00");
    // 100 x 11/12 x 70% = 64.1666...
    CHECK(owed("amount = 100\nclawback = { share = \"70%\" }\n", date(2026, 4, 1)) == "64.17");
    CHECK(owed("amount = 12_000\nclawback = { within = \"24 months\", full_for = \"12 months\", share = \"70%\" }\n",
               date(2027, 5, 1)) == "7,000.00");
    CHECK(
        owed("amount = 12_000\nclawback = { rule = \"steps\", steps = [[\"12 months\", \"1/3\"]], share = \"2/3\" }\n",
             date(2026, 4, 1)) == "2,666.67");
    const auto none = settled("amount = 12_000\nclawback = { share = 0 }\n", date(2026, 4, 1));
    CHECK(none.owed.is_zero());
    CHECK_FALSE(none.until.has_value());
}

TEST_CASE("each monthly part of a sign-on has its own months in full and its own steps") {
    // Three parts of 4,000, on the first of April, May and June.
    const std::string parts = "amount = 12_000\nover = \"3 months\"\nclawback = { ";
    // On 2026-07-01 three, two and one months have been served: in full for two of four, the first owes 1/2.
    CHECK(owed(parts + "within = \"4 months\", full_for = \"2 months\" }\n", date(2026, 7, 1)) == "10,000.00");
    CHECK(owed(parts + "rule = \"steps\", steps = [[\"2 months\", \"100%\"], [\"3 months\", \"50%\"]] }\n",
               date(2026, 7, 1)) == "6,000.00");
}

TEST_CASE("what is owed back never rises while nothing is paid, and is never more than what was paid") {
    support::holds("four rules in days and in months", [] {
        const auto amount = *rc::gen::inRange(1, 1'000'000);
        const auto term = *rc::gen::inRange(1, 40);
        const bool days = *rc::gen::arbitrary<bool>();
        const auto rule = *rc::gen::element<std::string>("prorated", "full", "full_for", "steps");
        const bool from_start = *rc::gen::arbitrary<bool>();
        const auto over = *rc::gen::inRange(0, 15);
        const auto offer = offers::read(
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-31\n[[sign_on]]\namount = " +
            std::to_string(amount) + "\n" + (over > 0 ? "over = \"" + std::to_string(over) + " months\"\n" : "") +
            "clawback = { " + clawback_of(rule, term, days ? " days" : " months") + ", share = \"" +
            std::to_string(*rc::gen::inRange(1, 101)) + "%\", from = \"" + (from_start ? "start" : "payment") +
            "\" }\n");
        const timeline::SignOnTerms terms{offer.sign_ons.front(), offer.start.value};
        Date day = date(2026, 1, 20);
        auto before = terms.settle({day});
        for (int i = 0; i < 300; ++i) {
            day = day.plus_days(*rc::gen::inRange(1, 12));
            const auto now = terms.settle({day});
            RC_ASSERT(now.paid + now.unpaid == offer.sign_ons.front().amount.value);
            RC_ASSERT(now.owed <= now.paid);
            if (now.paid == before.paid) {
                RC_ASSERT(now.owed <= before.owed);
            }
            if (day >= *now.until) {
                RC_ASSERT(now.owed.is_zero());
            }
            before = now;
        }
    });
}

TEST_CASE("steps that owe nothing end on no day, and neither does a clawback of nothing or of no payment") {
    auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[[sign_on]]\namount = 1_000\n"
        "clawback = { rule = \"steps\", steps = [[\"12 months\", \"100%\"], [\"24 months\", \"50%\"]] }\n");
    auto& sign_on = offer.sign_ons.front();
    const auto until = [&] { return timeline::SignOnTerms{sign_on, offer.start.value}.until(); };
    CHECK(until() == date(2028, 3, 1));
    sign_on.clawback->steps[1].owed = quantity::Fraction{0};
    CHECK(until() == date(2027, 3, 1));
    sign_on.clawback->steps[0].owed = quantity::Fraction{0};
    CHECK_FALSE(until());
    sign_on.clawback->steps[0].owed = quantity::Fraction{1};
    sign_on.clawback->share = quantity::Fraction{0};
    CHECK_FALSE(until());
    sign_on.clawback->share = quantity::Fraction{1};
    sign_on.amount.value = quantity::Money::zero(offer.currency);
    CHECK_FALSE(until());
    // Over no months it is paid at once.
    sign_on.amount.value = {100, offer.currency};
    sign_on.over = calendar::Period::months(0);
    REQUIRE(timeline::sign_on_parts(sign_on, offer.start.value).size() == 1);
    CHECK(timeline::sign_on_parts(sign_on, offer.start.value)[0].date == offer.start.value);
}
