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

TEST_CASE("a month later is looked at while the papers run, its last day included") {
    const auto answered = [](const std::string& end, int horizon = 0) {
        const auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n" + end);
        const auto valuation = offers::valuation();
        const timeline::Window window{offer.start.value, valuation.horizon, false, std::nullopt};
        diagnostic::Diagnostics problems;
        auto book =
            value::LeavingBook::open(offer, window, {valuation, offer.currency, {}}, date(2040, 1, 1), problems);
        REQUIRE(book.has_value());
        value::LeavingTimes times{.departure = {date(2027, 1, 31)}, .first_month = date(2027, 1, 31)};
        if (horizon != 0) {
            times.horizon = Period::months(horizon);
        }
        const auto answer = value::leaving_answer(*book, times, problems);
        REQUIRE(answer.has_value());
        return (answer->month_later ? to_string(answer->month_later->last_day) : "none") + ", " +
               (answer->months ? std::to_string(answer->months->months.size()) : "no") + " months";
    };
    CHECK(answered("") == "2027-02-28, no months");
    CHECK(answered("", 3) == "2027-02-28, 3 months");
    CHECK(answered("end = 2027-02-28\n") == "2027-02-28, no months");
    CHECK(answered("end = 2027-02-27\n") == "none, no months");
    CHECK(answered("end = 2027-03-31\n", 12) == "2027-02-28, 3 months");
    CHECK(answered("end = 2027-03-30\n", 12) == "2027-02-28, 2 months");
}

TEST_CASE("an answer looks a month ahead, or to the end of its months, and no further than the calendar") {
    value::LeavingTimes times{.departure = {date(2999, 11, 30)}, .first_month = date(2999, 11, 1)};
    CHECK(times.last() == date(2999, 12, 30));
    times.horizon = Period::months(1);
    CHECK(times.last() == date(2999, 12, 30));
    times.horizon = Period::months(3);
    CHECK(times.last().year() == 3000);
    const auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n");
    const auto valuation = offers::valuation();
    const timeline::Window window{offer.start.value, valuation.horizon, false, std::nullopt};
    diagnostic::Diagnostics problems;
    auto book = value::LeavingBook::open(offer, window, {valuation, offer.currency, {}}, date(2040, 1, 1), problems);
    REQUIRE(book.has_value());
    CHECK_FALSE(value::leaving_answer(*book, times, problems));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].code == "schedule-too-long");
    times.horizon = Period::months(1);
    diagnostic::Diagnostics none;
    CHECK(value::leaving_answer(*book, times, none));
}

TEST_CASE("a day is worth waiting for from a twentieth of the most at stake on") {
    // 12,000 stand at stake of the sign-on; beside it a tranche of so many shares at 10.00 on 2026-09-01.
    const auto days = [](const std::string& shares) {
        Case one{head + leaving::stock +
                 "[[sign_on]]\namount = 100_000\nclawback = { within = \"24 months\", rule = \"full\" }\n"
                 "[[grant]]\nid = \"g\"\nquantity = " +
                 shares + "\nvesting = { over = \"6 months\" }\n"};
        std::vector<std::string> all;
        for (const auto& day : one.months(date(2026, 3, 1), Period::months(12)).cheaper) {
            all.push_back(to_string(day.day) + " " + text(day.by));
        }
        return all;
    };
    // 20 x 5,270 are 105,400, and the stake is 100,000 + 5,270; a share less is 105,200 of 105,260.
    CHECK(days("527") == std::vector<std::string>{"2026-09-01 5,270.00"});
    CHECK(days("526").empty());
}

TEST_CASE("days after the horizon and the first day itself are none to wait for") {
    Case one{head + yearly};
    CHECK(one.months(date(2027, 3, 1), Period::months(12)).cheaper.size() == 1);
    CHECK(one.months(date(2027, 3, 1), Period::months(12)).cheaper[0].day == date(2028, 3, 1));
    CHECK(one.months(date(2027, 3, 2), Period::months(11)).cheaper.empty());
    CHECK(one.months(date(2027, 2, 28), Period::days(1)).cheaper.size() == 1);
}
