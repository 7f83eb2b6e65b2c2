// What is to be paid back of a sign-on, by hand (MODEL section 4; docs/numbers.md, "Paying back").

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

const std::string year = "amount = 12_000\nclawback = { within = \"12 months\" }\n";

}  // namespace

TEST_CASE("a prorated clawback of 12 months owes 12, 11, 1 and no twelfths after 0, 1, 11 and 12 whole months") {
    CHECK(owed(year, date(2026, 3, 1)) == "12,000.00");
    CHECK(owed(year, date(2026, 3, 31)) == "12,000.00");  // the first month is not over
    CHECK(owed(year, date(2026, 4, 1)) == "11,000.00");
    CHECK(owed(year, date(2027, 2, 1)) == "1,000.00");
    CHECK(owed(year, date(2027, 2, 28)) == "1,000.00");  // MODEL 4: still a twelfth
    CHECK(owed(year, date(2027, 3, 1)) == "0.00");       // MODEL 4: nothing from payment + term on
    CHECK(settled(year, date(2026, 6, 1)).until == date(2027, 3, 1));
}

TEST_CASE("30,000 paid 2026-03-01 prorated over 24 months owes 17,500 on 2027-01-10") {
    // Ten whole months served, 14 of 24 not: 30,000 x 14 / 24 (MODEL section 4).
    CHECK(owed("amount = 30_000\non = 2026-03-01\nclawback = { within = \"24 months\" }\n", date(2027, 1, 10)) ==
          "17,500.00");
}

TEST_CASE("a full clawback owes all of what was paid up to the day before its term ends") {
    const std::string full = "amount = 12_000\nclawback = { within = \"12 months\", rule = \"full\" }\n";
    CHECK(owed(full, date(2026, 3, 1)) == "12,000.00");
    CHECK(owed(full, date(2027, 2, 28)) == "12,000.00");
    CHECK(owed(full, date(2027, 3, 1)) == "0.00");
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

TEST_CASE("what is owed back never rises while nothing is paid, and is never more than what was paid") {
    rc::check([] {
        const auto amount = *rc::gen::inRange(1, 1'000'000);
        const auto term = *rc::gen::inRange(1, 40);
        const bool days = *rc::gen::arbitrary<bool>();
        const bool full = *rc::gen::arbitrary<bool>();
        const bool from_start = *rc::gen::arbitrary<bool>();
        const auto over = *rc::gen::inRange(0, 15);
        const auto offer = offers::read(
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-31\n[[sign_on]]\namount = " +
            std::to_string(amount) + "\n" + (over > 0 ? "over = \"" + std::to_string(over) + " months\"\n" : "") +
            "clawback = { within = \"" + std::to_string(term) + (days ? " days" : " months") + "\", rule = \"" +
            (full ? "full" : "prorated") + "\", from = \"" + (from_start ? "start" : "payment") + "\" }\n");
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
