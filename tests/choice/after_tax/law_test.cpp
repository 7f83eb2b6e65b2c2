// The household and the years that taxes are worked out for (docs/tax.md).

#include <string>
#include <vector>

#include <offerkit/choice/after_tax/law.hpp>
#include <offerkit/choice/after_tax/ranking.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/taxes.hpp"

using namespace offerkit;
using quantity::Money;

namespace {

const quantity::Currency dollar = *quantity::Currency::of("USD");
Money usd(std::int64_t major) { return {major * 100, dollar}; }
model::Stated<Money> stated(Money amount) { return {amount, {}}; }

choice::TaxedHousehold deferring(Money amount, bool most = false, bool elsewhere = false) {
    return {.spouse_pay = usd(0),
            .deferral = amount,
            .most_deferral = most,
            .limit_elsewhere = elsewhere,
            .pretax_benefits = usd(0),
            .other_income = usd(0)};
}

}  // namespace

TEST_CASE("a year of a window is taxed as the tax year that its middle lies in") {
    const auto years = [](calendar::Date start, int months, calendar::DayOfYear begins) {
        return choice::tax_years_of({start, calendar::Period::months(months), false, std::nullopt}, begins);
    };
    // From 2 March the middle is in September; from 2 August it is in February.
    CHECK(years(offers::date(2026, 3, 2), 24, {1, 1}) == std::vector<int>{2026, 2027});
    CHECK(years(offers::date(2026, 8, 2), 12, {1, 1}) == std::vector<int>{2027});
    CHECK(years(offers::date(2026, 7, 1), 12, {1, 1}) == std::vector<int>{2027});
    CHECK(years(offers::date(2026, 6, 30), 12, {1, 1}) == std::vector<int>{2026});
    // A part of a year is one.
    CHECK(years(offers::date(2026, 3, 2), 30, {1, 1}).size() == 3);
}

TEST_CASE("nobody is one person without anything else, and what a household states is taken over") {
    diagnostic::Diagnostics problems;
    const auto alone = choice::household_in(dollar, nullptr, {}, problems);
    REQUIRE(alone.has_value());
    CHECK(alone->status == tax::Status::single);
    CHECK(alone->children == 0);
    CHECK(alone->spouse_pay == usd(0));
    CHECK(alone->deduction == tax::Deduction::best);
    CHECK_FALSE(alone->most_deferral);

    model::Household household;
    household.status = model::Stated<model::FilingStatus>{tax::Status::joint, {}};
    household.children = model::Stated<std::int64_t>{2, {}};
    household.spouse_pay = stated(usd(1));
    household.deferral = stated(usd(2));
    household.pretax_benefits = stated(usd(3));
    household.other_income = stated(usd(4));
    household.deduction = model::Stated<model::DeductionChoice>{model::DeductionChoice::standard, {}};
    const auto taken = choice::household_in(dollar, &household, {}, problems);
    REQUIRE(taken.has_value());
    CHECK(taken->status == tax::Status::joint);
    CHECK(taken->children == 2);
    CHECK(taken->spouse_pay == usd(1));
    CHECK(taken->deferral == usd(2));
    CHECK(taken->pretax_benefits == usd(3));
    CHECK(taken->other_income == usd(4));
    CHECK(taken->deduction == tax::Deduction::standard);
    household.most_deferral = diagnostic::Span{};
    CHECK(choice::household_in(dollar, &household, {}, problems)->most_deferral);
    CHECK(problems.all().empty());
    household.spouse_pay = stated({100, *quantity::Currency::of("EUR")});
    CHECK_FALSE(choice::household_in(dollar, &household, {}, problems).has_value());
    CHECK(problems.all().back().code == "no-exchange-rate");
}

TEST_CASE("a deferral is taken up to the limit of the law and at it, and as much as allowed is the limit") {
    taxes::Desk desk;
    const auto plan = desk.plan("us-tx", 2026);
    const auto* limit = plan.forms().front().limit("deferral");
    REQUIRE(limit != nullptr);
    diagnostic::Diagnostics problems;
    CHECK(choice::deferral_of(deferring(usd(1'000)), plan, problems) == usd(1'000));
    CHECK(choice::deferral_of(deferring(limit->value), plan, problems) == limit->value);
    CHECK(choice::deferral_of(deferring(usd(0), true), plan, problems) == limit->value);
    CHECK(problems.all().empty());
    CHECK_FALSE(choice::deferral_of(deferring(limit->value + usd(1)), plan, problems).has_value());
    CHECK(problems.all().back().code == "bad-money");
}

TEST_CASE("where no form states a limit any amount is taken, and as much as allowed is nothing beside one that does") {
    const auto plan = taxes::Desk::form("[[line]]\nid = \"x\"\nkind = \"sum\"\nplus = [\"pay\"]\n");
    diagnostic::Diagnostics problems;
    CHECK(choice::deferral_of(deferring(usd(90'000)), plan, problems) == usd(90'000));
    CHECK(choice::deferral_of(deferring(usd(0), true, true), plan, problems) == usd(0));
    CHECK(problems.all().empty());
    CHECK_FALSE(choice::deferral_of(deferring(usd(0), true), plan, problems).has_value());
    CHECK(problems.all().back().code == "missing-key");
}

TEST_CASE("figures of a year, of all years and of what is quoted have a twin after tax, and the others have none") {
    using D = model::Definition;
    for (const auto with : {D::average, D::first_year, D::present_value, D::annualized}) {
        CHECK(choice::has_twin(with));
    }
    for (const auto without : {D::target, D::guaranteed, D::survival_weighted}) {
        CHECK_FALSE(choice::has_twin(without));
    }
}
