// Pay that is not a wage: contracts, discounts of purchase plans, and contributions that an election moves.

#include <string>

#include "support/catch.hpp"
#include "support/taxes.hpp"

using namespace offerkit;

namespace {

quantity::Money whole(const tax::Plan& plan, std::int64_t units) {
    return {units * plan.currency().minor_per_major(), plan.currency()};
}

tax::Household contract(const tax::Plan& plan, std::int64_t net) {
    auto earner = tax::Earner::none(plan.currency());
    earner.se = whole(plan, net);
    return tax::Household::of(earner);
}

std::string component(const tax::Plan& plan, const tax::Household& who, tax::Component which) {
    const auto assessed = tax::assess(plan, who);
    REQUIRE(assessed);
    return to_plain(assessed->components[static_cast<std::size_t>(which)]);
}

quantity::Money taken(const tax::Plan& plan, const tax::Household& who) {
    const auto assessed = tax::assess(plan, who);
    REQUIRE(assessed);
    return assessed->employee;
}

}  // namespace

TEST_CASE("a contract of 80,000 pays the self-employment tax of a published Schedule SE example") {
    // expenseghost.app/blog/self-employment-tax-calculator-pub-334, after Publication 334: single, 2025, 80,000 net of
    // Schedule C: 73,880 net earnings, 9,161 and 2,143 of tax, 11,304 in all, half of it deducted: 5,652.
    taxes::Desk desk;
    const auto plan = desk.plan("us-tx", 2025);
    const auto who = contract(plan, 80'000);
    CHECK(taxes::value(plan, who, "se_net") == "73880");
    CHECK(component(plan, who, tax::Component::social_security) == "9161.12");
    CHECK(component(plan, who, tax::Component::medicare) == "2142.52");
    CHECK(taxes::value(plan, who, "se_tax") == "11303.64");
    CHECK(taxes::value(plan, who, "se_deduction") == "5651.82");
    CHECK(taxes::value(plan, who, "agi") == "74348.18");
    CHECK(component(plan, who, tax::Component::employer) == "0");
}

TEST_CASE(
    "self-employment tax of social security ends at 21,836.40 in 2025, and Additional Medicare begins at 200,000") {
    // 176,100 x 12.4%: open-exam-prep.com/exams/cfp/tax-planning/self-employment-tax, after ssa.gov.
    taxes::Desk desk;
    const auto plan = desk.plan("us-tx", 2025);
    CHECK(component(plan, contract(plan, 250'000), tax::Component::social_security) == "21836.40");
    // Form 8959 part II: (230,875 - 200,000) x 0.9%.
    CHECK(component(plan, contract(plan, 250'000), tax::Component::additional_medicare) == "277.88");
}

TEST_CASE("wages use up the ceiling of social security before net earnings do") {
    taxes::Desk desk;
    const auto plan = desk.plan("us-tx", 2025);
    auto who = contract(plan, 50'000);
    who.earners.front().cash = whole(plan, 176'100);
    CHECK(component(plan, who, tax::Component::social_security) == "10918.20");
    who.earners.front().cash = whole(plan, 166'100);
    // 10,000 is left: wages at 6.2%, net earnings at 12.4%.
    CHECK(component(plan, who, tax::Component::social_security) == "11538.20");
}

TEST_CASE("states tax a contract as they tax a wage, and most of them deduct half of the self-employment tax") {
    taxes::Desk desk;
    for (const std::string place : {"us-ca", "us-ny", "us-va"}) {
        CAPTURE(place);
        const auto plan = desk.plan(place, 2026);
        const auto form = place + "-2026";
        CHECK(taxes::value(plan, contract(plan, 100'000), "income") == "92935.225");
    }
    // Net profits "without deduction of taxes based on income" in New Jersey and Pennsylvania, and by the guide of the
    // Department of Revenue in Massachusetts: the notes of their forms.
    for (const std::string place : {"us-nj", "us-pa", "us-ma"}) {
        CAPTURE(place);
        const auto plan = desk.plan(place, 2026);
        CHECK(taxes::value(plan, contract(plan, 100'000), "income") == "100000");
    }
}

TEST_CASE("the discount of a purchase plan is income and no wage") {
    taxes::Desk desk;
    for (const std::string place : {"us-tx", "us-ny-nyc", "uk-england", "de"}) {
        CAPTURE(place);
        const auto plan = desk.plan(place, 2026);
        const auto paid = taxes::earning(plan, 150'000);
        auto with = paid;
        with.earners.front().pay_no_payroll = whole(plan, 3'000);
        using C = tax::Component;
        for (const C payroll : {C::social_security, C::medicare, C::additional_medicare, C::social}) {
            CHECK(component(plan, with, payroll) == component(plan, paid, payroll));
        }
        // As much more of a wage costs payroll taxes too, except above every ceiling.
        auto wage = paid;
        wage.earners.front().cash += whole(plan, 3'000);
        CHECK(taken(plan, with) > taken(plan, paid));
        CHECK(taken(plan, with) <= taken(plan, wage));
    }
}

TEST_CASE(
    "passed on, the employer's contribution on shares costs 15% of them and lowers the income, not what bears NI") {
    // As in HMRC ERSM110520 and ERSM30490. A vest of 20,000 on top of 130,000: 3,000 passed on, 45% of 17,000, 2% of
    // 20,000.
    taxes::Desk desk;
    for (const std::string place : {"uk-england", "uk-scotland"}) {
        CAPTURE(place);
        const auto plan = desk.plan(place, 2026);
        const auto salary = taxes::earning(plan, 130'000);
        const auto borne = taxes::earning(plan, 130'000, 20'000);
        auto passed = borne;
        passed.earners.front().equity_passed = whole(plan, 20'000);
        const auto top = place == "uk-england" ? 45 : 48;
        CHECK(taken(plan, passed) - taken(plan, salary) == whole(plan, 3'000 + 17'000 * top / 100 + 400));
        CHECK(taken(plan, borne) - taken(plan, salary) == whole(plan, 20'000 * top / 100 + 400));
        CHECK(taxes::value(plan, borne, "ni_passed") == "0");
        CHECK(component(plan, passed, tax::Component::employer) == component(plan, salary, tax::Component::employer));
    }
}

TEST_CASE(
    "the limit of state and local tax is 40,000 in 2025, rises by 1% a year to 2029, and is 10,000 from 2030 on") {
    // IRC 164(b)(7); the Tax-Simulator of the Budget Lab at Yale has the same amounts in whole dollars, and the incomes
    // from which they fall: 500,000, 505,000, 510,050, 515,151, 520,302.
    taxes::Desk desk;
    struct Row {
        int year;
        const char* cap;
        const char* separate;
        const char* at_550_000;  // less 30% of what is above that income
    };
    for (const Row& row : {Row{2025, "40000", "20000", "25000"}, Row{2026, "40400", "20200", "26900"},
                           Row{2027, "40804", "20402", "28819"}, Row{2028, "41212.04", "20606.02", "30757.19"},
                           Row{2029, "41624.1604", "20812.0802", "32714.7619"}, Row{2030, "10000", "5000", "10000"},
                           Row{2031, "10000", "5000", "10000"}}) {
        CAPTURE(row.year);
        const auto single = desk.plan("us-tx", row.year);
        CHECK(taxes::value(single, taxes::earning(single, 300'000), "salt_cap") == row.cap);
        CHECK(taxes::value(single, taxes::earning(single, 550'000), "salt_cap") == row.at_550_000);
        CHECK(taxes::value(single, taxes::earning(single, 900'000), "salt_cap") == "10000");
        const auto joint = desk.plan("us-tx", row.year, tax::Status::joint);
        CHECK(taxes::value(joint, taxes::earning(joint, 300'000), "salt_cap") == row.cap);
        const auto separate = desk.plan("us-tx", row.year, tax::Status::separate);
        CHECK(taxes::value(separate, taxes::earning(separate, 150'000), "salt_cap") == row.separate);
        CHECK(taxes::value(separate, taxes::earning(separate, 450'000), "salt_cap") == "5000");
    }
}

TEST_CASE("Massachusetts lets 2,000 of a contract's self-employment tax out, and half of it stays in") {
    taxes::Desk desk;
    const auto plan = desk.plan("us-ma", 2026);
    CHECK(taxes::value(plan, contract(plan, 100'000), "income") == "100000");
    CHECK(taxes::value(plan, contract(plan, 100'000), "fica") == "2000");
    // 15.3% of 92.35% of 10,000.
    CHECK(taxes::value(plan, contract(plan, 10'000), "fica") == "1412.955");
    CHECK(taxes::value(plan, taxes::earning(plan, 20'000), "fica") == "1530");
}

TEST_CASE("Kentucky takes a flat rate of federal income less one deduction") {
    // visaverge.com, "Kentucky State Income Tax Rates and Brackets for 2025 Explained": (income - 3,270) x 4%; from
    // 2026 on 3.5% above 3,360.
    taxes::Desk desk;
    const auto before = desk.plan("us-ky", 2025);
    CHECK(component(before, taxes::earning(before, 50'000), tax::Component::state_income_tax) == "1869.20");
    const auto now = desk.plan("us-ky", 2026);
    CHECK(component(now, taxes::earning(now, 50'000), tax::Component::state_income_tax) == "1632.40");
    CHECK(component(now, taxes::earning(now, 3'000), tax::Component::state_income_tax) == "0");
}
