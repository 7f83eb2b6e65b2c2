// What each rule of a form does, on forms of a few lines.

#include <string>

#include "support/catch.hpp"
#include "support/taxes.hpp"

using namespace offerkit;
using tax::Status;
using taxes::Desk;
using taxes::earning;

namespace {

/// What a form of these lines makes of so much cash, in its line `x`.
std::string x(const std::string& lines, std::int64_t cash, Status status = Status::single) {
    const auto plan = Desk::form(lines, status);
    return taxes::value(plan, earning(plan, cash), "x");
}

std::string line(const std::string& rest) { return "[[line]]\nid = \"x\"\n" + rest; }

const std::string steps = "kind = \"steps\"\nof = \"pay\"\nsteps = [[0, 8500], [125_000, 6800], [130_000, 0]]\n";

}  // namespace

TEST_CASE("bands tax each slice at its rate, and nothing below 0") {
    const auto bands =
        line("kind = \"bands\"\nof = \"y\"\nbands = [[0, \"10%\"], [1_000, \"20%\"], [2_000, \"-5%\"]]\n");
    const auto y = [](const std::string& less) {
        return "[[line]]\nid = \"less\"\nkind = \"amount\"\nvalue = " + less +
               "\n[[line]]\nid = \"y\"\nkind = \"sum\"\nplus = [\"pay\"]\nminus = [\"less\"]\n";
    };
    CHECK(x(y("0") + bands, 0) == "0");
    CHECK(x(y("0") + bands, 1000) == "100");
    CHECK(x(y("0") + bands, 1500) == "200");
    CHECK(x(y("0") + bands, 4000) == "200");
    CHECK(x(y("5_000") + bands, 4000) == "0");
}

TEST_CASE("a step counts above its threshold unless `edge` says from it on") {
    CHECK(x(line(steps), 125'000) == "8500");
    CHECK(x(line(steps), 125'001) == "6800");
    CHECK(x(line(steps + "edge = \"over\"\n"), 125'000) == "8500");
    CHECK(x(line(steps + "edge = \"from\"\n"), 125'000) == "6800");
    CHECK(x(line(steps), 0) == "8500");
    CHECK(x(line(steps), 1'000'000) == "0");
}

TEST_CASE("a gate compares as it says, also at its very edge") {
    const auto gated = [](const std::string& gate) {
        return line("kind = \"amount\"\nvalue = 7\nonly = { of = \"pay\", " + gate + " }\n");
    };
    CHECK(x(gated("over = 100"), 100) == "0");
    CHECK(x(gated("over = 100"), 101) == "7");
    CHECK(x(gated("from = 100"), 100) == "7");
    CHECK(x(gated("from = 100"), 99) == "0");
    CHECK(x(gated("under = 100"), 100) == "0");
    CHECK(x(gated("under = 100"), 99) == "7");
    CHECK(x(gated("up_to = 100"), 100) == "7");
    CHECK(x(gated("up_to = 100"), 101) == "0");
    CHECK(x(gated("over = 100, up_to = 200"), 150) == "7");
    CHECK(x(gated("over = 100, up_to = 200"), 201) == "0");
}

TEST_CASE("a line behind a closed gate is 0, whatever its limits are") {
    const auto gated = line(
        "kind = \"amount\"\nvalue = 7\nat_least = 50\nat_most = 60\nonly = { of = \"pay\", over = 100 }\n"
        "round = { to = 100, how = \"up\" }\n");
    CHECK(x(gated, 100) == "0");
    CHECK(x(gated, 101) == "60");
}

TEST_CASE("an amount falls with income by a rate, or by each part of it, and not below its floor") {
    const auto amount = [](const std::string& taper) {
        return line("kind = \"amount\"\nvalue = 1_000\ntaper = { of = \"pay\", from = 100, " + taper + " }\n");
    };
    CHECK(x(amount("rate = \"1/2\""), 100) == "1000");
    CHECK(x(amount("rate = \"1/2\""), 301) == "899.5");
    CHECK(x(amount("rate = \"1/2\""), 9000) == "0");
    CHECK(x(amount("rate = \"1/2\", floor = 400"), 9000) == "400");
    CHECK(x(amount("by = 6, each = 250"), 101) == "994");
    CHECK(x(amount("by = 6, each = 250"), 350) == "994");
    CHECK(x(amount("by = 6, each = 250, how = \"down\""), 349) == "1000");
}

TEST_CASE("a curve is computed exactly and rounded once, in shares of a couple's income") {
    const auto curve = line(
        "kind = \"curve\"\nof = \"pay\"\nround_of = { to = 1, how = \"down\" }\nround = { to = 1, how = \"down\" }\n"
        "split = { single = 1, joint = 2 }\npieces = [{ from = 0, c = [0] }, { from = 12_348, origin = 12_348, unit = "
        "10_000, c = [0, 1400, \"914.51\"] }]\n");
    CHECK(x(curve, 12'348) == "0");
    CHECK(x(curve, 12'349) == "0");
    CHECK(x(curve, 13'000) == "95");
    CHECK(x(curve, 26'000, Status::joint) == "190");
    CHECK(x(curve, 26'001, Status::joint) == "190");
}

TEST_CASE("rounding goes to multiples: the lower, the higher, the nearer with halves up") {
    const auto rounded = [](const std::string& how) {
        return line("kind = \"product\"\nof = \"pay\"\ntimes = \"1/2\"\nround = { to = \"0.5\", how = \"" + how +
                    "\" }\n");
    };
    CHECK(x(rounded("down"), 3) == "1.5");
    CHECK(x("[[line]]\nid = \"half\"\nkind = \"product\"\nof = \"pay\"\ntimes = \"1/4\"\n" +
                line("kind = \"product\"\nof = \"half\"\ntimes = \"1\"\nround = { to = \"0.5\", how = \"nearest\" }\n"),
            1) == "0.5");
    CHECK(x(rounded("up"), 3) == "1.5");
}

TEST_CASE("a line of the household reads the earners together, and one of each earner its own") {
    const auto plan = Desk::form(
        "[[line]]\nid = \"capped\"\nkind = \"bands\"\nper = \"earner\"\nof = \"pay\"\nbands = [[0, \"10%\"], [100, "
        "\"0%\"]]\n"
        "[[line]]\nid = \"together\"\nkind = \"bands\"\nof = \"pay\"\nbands = [[0, \"10%\"], [100, \"0%\"]]\n"
        "[[line]]\nid = \"read\"\nkind = \"sum\"\nplus = [\"capped\"]\n"
        "[[line]]\nid = \"gain\"\nkind = \"sum\"\nper = \"earner\"\nplus = [\"long_gain\", \"children\"]\n"
        "[[line]]\nid = \"lesser\"\nkind = \"sum\"\nplus = [\"lesser_pay\"]\n",
        Status::joint);
    auto who = earning(plan, 300);
    who.children = 2;
    who.long_gain = {1000, plan.currency()};
    CHECK(taxes::value(plan, who, "lesser") == "0");
    who.earners.push_back(earning(plan, 150).earners.front());
    CHECK(taxes::value(plan, who, "capped") == "20");
    CHECK(taxes::value(plan, who, "together") == "10");
    CHECK(taxes::value(plan, who, "read") == "20");
    CHECK(taxes::value(plan, who, "gain") == "14");
    CHECK(taxes::value(plan, who, "lesser") == "150");
}

TEST_CASE("what is marked indexed rises exactly after the last table, and nothing else does") {
    const std::string lines =
        "[[line]]\nid = \"x\"\nkind = \"amount\"\nvalue = 16_100\nindexed = { to = 50, how = \"down\" }\n"
        "[[line]]\nid = \"tax\"\nkind = \"bands\"\nof = \"pay\"\nbands = [[0, \"10%\"], [1_000, \"20%\"]]\n"
        "indexed = { to = 25, how = \"nearest\" }\n"
        "[[line]]\nid = \"same\"\nkind = \"bands\"\nof = \"pay\"\nbands_of = \"tax\"\n"
        "[[line]]\nid = \"fixed\"\nkind = \"amount\"\nvalue = 16_100\n";
    const auto index = *quantity::Rate::of(1, 40);
    const auto at = [&](int year, const std::string& name) {
        const auto plan = Desk::form(lines, Status::single, year, index);
        return taxes::value(plan, earning(plan, 2000), name);
    };
    CHECK(at(2026, "x") == "16100");
    CHECK(at(2027, "x") == "16500");  // 16,502.50
    CHECK(at(2028, "x") == "16900");  // 16,915.06
    CHECK(at(2025, "x") == "16100");  // before the first table: as it stands
    CHECK(at(2028, "fixed") == "16100");
    CHECK(at(2028, "tax") == "295");  // the threshold is 1,050
    CHECK(at(2028, "same") == "295");
    const auto plan = Desk::form(lines, Status::single, 2028, index);
    const auto uses = plan.uses();
    REQUIRE(uses.size() == 1);
    CHECK(uses[0].table_year == 2026);
    CHECK(uses[0].standing == tax::Standing::projected);
    CHECK(Desk::form(lines, Status::single, 2026, index).uses()[0].standing == tax::Standing::enacted);
}

TEST_CASE("an amount too large to be kept exactly is a problem, not a figure") {
    const auto plan = Desk::form(
        "[[line]]\nid = \"a\"\nkind = \"product\"\nof = \"pay\"\ntimes = \"pay\"\n"
        "[[line]]\nid = \"b\"\nkind = \"product\"\nof = \"a\"\ntimes = \"a\"\n"
        "[[line]]\nid = \"c\"\nkind = \"product\"\nof = \"b\"\ntimes = \"b\"\nis = \"income_tax\"\n");
    CHECK(tax::assess(plan, earning(plan, 2)));
    diagnostic::Diagnostics problems;
    CHECK_FALSE(tax::evaluate(plan, earning(plan, 1'000'000'000), tax::Deduction::best, problems));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].code == "overflow");
}

TEST_CASE("a profile of a chain is the newest that does not begin later, or else the first") {
    const std::vector<int> years{2025, 2026, 2028};
    CHECK(tax::year_for(years, 2024) == 2025);
    CHECK(tax::year_for(years, 2025) == 2025);
    CHECK(tax::year_for(years, 2027) == 2026);
    CHECK(tax::year_for(years, 2040) == 2028);
    CHECK_FALSE(tax::year_for({}, 2026));
    const calendar::DayOfYear april{4, 6};
    CHECK(tax::tax_year_of(*calendar::Date::of(2026, 4, 5), april) == 2025);
    CHECK(tax::tax_year_of(*calendar::Date::of(2026, 4, 6), april) == 2026);
    CHECK(tax::tax_year_of(*calendar::Date::of(2026, 1, 1), {}) == 2026);
}

TEST_CASE(
    "state and local tax lowers the first form in the second pass only, and the standard result stands beside it") {
    Desk desk;
    const auto plan = desk.plan("us-ca", 2026);
    const auto who = earning(plan, 300'000);
    const auto best = tax::assess(plan, who);
    const auto standard = tax::assess(plan, who, tax::Deduction::standard);
    REQUIRE(best);
    REQUIRE(standard);
    CHECK(best->employee < standard->employee);
    CHECK(best->employee_standard == standard->employee);
    CHECK(best->of(tax::Component::state_income_tax) == standard->of(tax::Component::state_income_tax));
}

TEST_CASE("what is taken of the next pay is what evaluating again finds, in cash and in shares") {
    Desk desk;
    const auto plan = desk.plan("us-wa", 2026);
    const auto who = earning(plan, 300'000, 100'000);
    const auto next = tax::taken_of_next(plan, who, {100'000, plan.currency()}, tax::Deduction::standard);
    REQUIRE(next);
    // 35% federal, Medicare 2.35%, and without a ceiling in Washington 0.58% of long-term care; family leave has one.
    CHECK(next->cash == quantity::Money{37'930, plan.currency()});
    const auto again = earning(plan, 301'000, 100'000);
    const auto now = tax::assess(plan, who, tax::Deduction::standard);
    const auto then = tax::assess(plan, again, tax::Deduction::standard);
    REQUIRE(now);
    REQUIRE(then);
    CHECK(next->cash == then->employee - now->employee);
    CHECK(next->equity == next->cash);
}

TEST_CASE("a form states yearly limits by name, each with its source, and takes them over") {
    Desk desk;
    const auto form = desk.store.tax_form("us-federal-2027", desk.naming());
    REQUIRE(form);
    const tax::Limit* deferral = form->limit("deferral");
    REQUIRE(deferral != nullptr);
    CHECK(deferral->value == quantity::Money{2'450'000, form->currency});
    CHECK(deferral->source == "Notice 2025-67");
    REQUIRE(deferral->more.size() == 2);
    CHECK(deferral->more[0].second == quantity::Money{800'000, form->currency});
    CHECK(form->limit("gifts") == nullptr);
}

TEST_CASE("a status that a form does not know is refused by name") {
    Desk desk;
    const auto place = desk.store.place("us-oh", desk.naming());
    REQUIRE(place);
    auto chain = desk.store.tax_chain(*place, 2026, desk.naming());
    REQUIRE(chain);
    CHECK_FALSE(tax::Plan::make(std::move(*chain), {2026, Status::joint, {}}, desk.problems));
    REQUIRE(desk.problems.all().size() == 1);
    CHECK(desk.problems.all()[0].code == "form-status");
    CHECK(desk.problems.all()[0].message == "Ohio 2026 knows `single` only, not `joint`");
}

TEST_CASE("a household that a plan is not for is refused with its reason, and so is a chain of no forms") {
    Desk desk;
    const auto plan = desk.plan("us-ca", 2026);
    const auto refused = [&](const tax::Household& household) {
        diagnostic::Diagnostics problems;
        CHECK_FALSE(tax::evaluate(plan, household, tax::Deduction::best, problems));
        return std::string{problems.all().at(0).code};
    };
    auto household = earning(plan, 100'000);
    household.earners.resize(3, household.earners.front());
    CHECK(refused(household) == "bad-number");
    household.earners.clear();
    CHECK(refused(household) == "bad-number");
    CHECK(refused(tax::Household::of(tax::Earner::none(*quantity::Currency::of("EUR")))) == "conflict");
    diagnostic::Diagnostics problems;
    CHECK_FALSE(tax::Plan::make({}, {2026}, problems));
    CHECK(problems.has_errors());
}
