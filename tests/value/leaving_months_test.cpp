// What waiting changes (docs/numbers.md, "Waiting").

#include <offerkit/value/leaving_months.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using calendar::Period;
using leaving::Case;
using leaving::head;
using model::LeavingReason;
using offers::date;
using offers::text;

namespace {

const std::string yearly = leaving::stock +
                           "[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = { over = \"4 years\", every = \"12 "
                           "months\" }\n";
const std::string sign_on =
    "[[sign_on]]\nname = \"Sign-on\"\namount = 12_000\nclawback = { within = \"12 months\", rule = \"full\" }\n";

}  // namespace

TEST_CASE("there is a row for each month of the horizon, each on the first one's day or the month's last") {
    Case one{head + yearly};
    const auto result = one.months(date(2026, 3, 31), Period::months(48));
    REQUIRE(result.months.size() == 48);
    CHECK(result.months[0].on == date(2026, 3, 31));
    CHECK(result.months[1].on == date(2026, 4, 30));
    CHECK(result.months[2].on == date(2026, 5, 31));
    CHECK(result.months[11].on == date(2027, 2, 28));
    CHECK(result.months[47].on == date(2030, 2, 28));
}

TEST_CASE("each row is what leaving on its day comes to") {
    Case one{head + sign_on + "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\n" + yearly};
    for (const auto& month : one.months(date(2026, 3, 1), Period::months(60)).months) {
        const auto alone = one.on(month.on);
        CHECK(month.cost == alone.cost);
        CHECK(month.cost == month.forfeited_value + month.clawback + month.bonus_finished);
        CHECK(month.bonus_finished + month.bonus_running == alone.bonus_lost);
        CHECK(month.stake == alone.stake);
        CHECK(month.vested == alone.all.vested.quantity);
    }
}

TEST_CASE("the days worth waiting for name the exact day, how much it keeps, and why") {
    Case one{head + sign_on + yearly};
    const auto result = one.months(date(2026, 3, 15), Period::months(12));
    // On 2027-03-01 400 shares of 10.00 vest and the clawback of 12,000 ends.
    REQUIRE(result.cheaper.size() == 1);
    CHECK(result.cheaper[0].day == date(2027, 3, 1));
    CHECK(text(result.cheaper[0].by) == "16,000.00");
    REQUIRE(result.cheaper[0].brings.size() == 2);
    CHECK(result.cheaper[0].brings[0].kind == value::DayBrings::Kind::vest);
    CHECK(result.cheaper[0].brings[0].quantity == quantity::Shares{400});
    CHECK(text(result.cheaper[0].brings[0].amount) == "4,000.00");
    CHECK(result.cheaper[0].brings[1].kind == value::DayBrings::Kind::clawback);
    CHECK(text(result.cheaper[0].brings[1].amount) == "12,000.00");
}

TEST_CASE("the day a bonus is paid is worth waiting for, by all of what is paid") {
    Case one{head + "[base]\nsalary = 120_000\n[bonus]\nname = \"Bonus\"\ntarget = \"10%\"\npaid = 6\n"};
    const auto result = one.months(date(2026, 3, 1), Period::months(18));
    REQUIRE(result.cheaper.size() == 1);
    CHECK(result.cheaper[0].day == date(2027, 6, 30));
    CHECK(text(result.cheaper[0].by) == "12,000.00");
    CHECK(result.cheaper[0].brings[0].kind == value::DayBrings::Kind::bonus);
}

TEST_CASE("the day a sign-on is paid is worth waiting for, by what of it stays yours") {
    const std::string sign_on_paid = "[[sign_on]]\nname = \"Stay\"\namount = 10_000\non = 2026-09-01\n";
    Case free{head + sign_on_paid};
    const auto result = free.months(date(2026, 3, 1), Period::months(12));
    REQUIRE(result.cheaper.size() == 1);
    CHECK(result.cheaper[0].day == date(2026, 9, 1));
    CHECK(text(result.cheaper[0].by) == "10,000.00");
    CHECK(result.cheaper[0].brings[0].kind == value::DayBrings::Kind::sign_on);
    // All of it is owed back on that day, so the day brings nothing; the end of the clawback does.
    Case owed{head + sign_on_paid + "clawback = { within = \"3 months\", rule = \"full\" }\n"};
    const auto later = owed.months(date(2026, 3, 1), Period::months(12));
    REQUIRE(later.cheaper.size() == 1);
    CHECK(later.cheaper[0].day == date(2026, 12, 1));
    CHECK(later.cheaper[0].brings[0].kind == value::DayBrings::Kind::clawback);
}

TEST_CASE("a cliff stands out from the even months after it") {
    Case one{head + leaving::stock +
             "[[grant]]\nid = \"g\"\nquantity = 4_800\nvesting = { over = \"4 years\", every = "
             "\"1 month\", cliff = \"1 year\" }\n"};
    const auto result = one.months(date(2026, 3, 1), Period::months(48));
    REQUIRE(result.cheaper.size() == 1);
    CHECK(result.cheaper[0].day == date(2027, 3, 1));
    CHECK(text(result.cheaper[0].by) == "12,000.00");
}

TEST_CASE("at most six days are named: the largest, and of equal ones the earliest, by date") {
    Case one{head + leaving::stock +
             "[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = { over = \"4 years\", every = "
             "\"3 months\" }\n"};
    const auto result = one.months(date(2026, 3, 1), Period::months(48));
    REQUIRE(result.cheaper.size() == 6);
    CHECK(result.cheaper.front().day == date(2026, 6, 1));
    CHECK(result.cheaper.back().day == date(2027, 9, 1));
}

TEST_CASE("waiting for a vest keeps nothing for somebody whose reason brings it or takes it anyway") {
    Case insured{head + yearly + "[[grant.acceleration]]\ntrigger = \"death\"\n"};
    CHECK(insured.months(date(2026, 3, 1), Period::months(48), LeavingReason::death).cheaper.empty());
    Case strict{head + yearly + "forfeits_vested = [\"with_cause\"]\n"};
    CHECK(strict.months(date(2026, 3, 1), Period::months(48), LeavingReason::with_cause).cheaper.empty());
    CHECK(strict.months(date(2026, 3, 1), Period::months(48)).cheaper.size() == 4);
}

TEST_CASE("months end with the last day that the papers name") {
    Case ending{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\nend = 2027-03-15\n" + yearly};
    const auto result = ending.months(date(2026, 3, 1), Period::months(48));
    REQUIRE(result.months.size() == 13);
    CHECK(result.months.back().on == date(2027, 3, 1));
    REQUIRE(result.cheaper.size() == 1);
    CHECK(result.cheaper[0].day == date(2027, 3, 1));
}
