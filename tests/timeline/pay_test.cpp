// Pay month by month: which months are paid, on which day each amount comes, in which year it counts, and how sure it
// is (docs/numbers.md, "Pay"). Each answer is worked out by hand.

#include <limits>
#include <string>
#include <vector>

#include <offerkit/timeline/base_days.hpp>
#include <offerkit/timeline/pay.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using quantity::Fraction;
using timeline::CashFlow;
using timeline::Window;

namespace {

using Rows = std::vector<std::string>;

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";

std::optional<calendar::Date> end_of(const model::Offer& offer) {
    return offer.end ? std::optional{offer.end->value} : std::nullopt;
}

Window window_of(const model::Offer& offer, int months) {
    return {offer.start.value, Period::months(months), offer.kind == model::OfferKind::current, end_of(offer)};
}

Rows rows(const std::vector<CashFlow>& flows) {
    Rows all;
    for (const auto& flow : flows) {
        all.push_back(std::to_string(flow.year) + " " + to_string(flow.date) + " " + offers::text(flow.amount) + " " +
                      std::string{word(flow.certainty)} + (flow.label.empty() ? "" : " " + flow.label));
    }
    return all;
}

timeline::PayFlows paid(const std::string& text, int months = 12) {
    const auto offer = offers::read(text);
    diagnostic::Diagnostics diagnostics;
    auto flows = timeline::pay_flows(offer, window_of(offer, months), diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(flows.has_value());
    return *std::move(flows);
}

/// "1/1 2026-02-01 1": year and month, the day it is dated, what of it is worked.
Rows months_of(const Window& window) {
    Rows all;
    for (const auto& month : timeline::pay_months(window)) {
        all.push_back(std::to_string(month.year) + "/" + std::to_string(month.month) + " " + to_string(month.date) +
                      " " + quantity::to_ratio(month.worked));
    }
    return all;
}

std::string or_none(const std::optional<quantity::Money>& amount) { return amount ? offers::text(*amount) : "none"; }

}  // namespace

TEST_CASE("a month is dated on the first day of the next, and one that is cut on its last day, by its days") {
    CHECK(months_of({date(2026, 1, 31), Period::months(2), false, std::nullopt}) ==
          Rows{"1/1 2026-02-28 1", "1/2 2026-03-31 1"});
    // Fourteen of February's 28 days.
    CHECK(months_of({date(2026, 1, 1), Period::days(45), false, std::nullopt}) ==
          Rows{"1/1 2026-02-01 1", "1/2 2026-02-14 1/2"});
    CHECK(months_of({date(2026, 1, 1), Period::days(31), false, std::nullopt}) == Rows{"1/1 2026-02-01 1"});
    CHECK(months_of({date(2026, 1, 1), Period::months(14), false, std::nullopt}).at(12) == "2/1 2027-02-01 1");
    CHECK(months_of({date(2026, 1, 1), Period::months(14), false, std::nullopt}).at(11) == "1/12 2027-01-01 1");
}

TEST_CASE("pay ends with the last day employed or with the window, whichever comes first") {
    const auto until = [](calendar::Date last) {
        return months_of({date(2026, 1, 1), Period::months(2), false, last});
    };
    CHECK(until(date(2026, 1, 30)) == Rows{"1/1 2026-01-30 30/31"});
    CHECK(until(date(2026, 1, 31)) == Rows{"1/1 2026-02-01 1"});
    CHECK(until(date(2026, 2, 1)) == Rows{"1/1 2026-02-01 1", "1/2 2026-02-01 1/28"});
    CHECK(until(date(2026, 2, 28)) == Rows{"1/1 2026-02-01 1", "1/2 2026-03-01 1"});
    CHECK(until(date(2026, 3, 1)) == Rows{"1/1 2026-02-01 1", "1/2 2026-03-01 1"});
    CHECK(until(date(2025, 12, 31)).empty());
}

TEST_CASE("what rests on a raise stands apart from the salary as stated, month by month") {
    // From February on a month is of 132,000.
    CHECK(rows(paid(head + "[base]\nsalary = 120_000\nraise = \"10%\"\nas_of = 2025-02-01\n", 2).inside) ==
          Rows{"1 2026-02-01 10,000.00 guaranteed", "1 2026-03-01 10,000.00 guaranteed",
               "1 2026-03-01 1,000.00 contingent raise"});
    // What a dated change states is fixed, and nothing of a contract is.
    CHECK(rows(paid(head + "[base]\nsalary = 120_000\nraise = \"10%\"\nas_of = 2024-02-01\n[[base.change]]\n"
                           "on = 2026-01-01\nsalary = 144_000\n",
                    1)
                   .inside) == Rows{"1 2026-02-01 12,000.00 guaranteed"});
    CHECK(rows(paid("employment = \"contract\"\n" + head + "[base]\nsalary = 120_000\n", 1).inside) ==
          Rows{"1 2026-02-01 10,000.00 contingent"});
}

TEST_CASE("overtime is paid by the month beside base and is not fixed, also when the salary changes or is cut") {
    // 312 hours at 50 are 15,600 a year, 1,300 a month; of a changed salary six fortieths.
    const std::string hourly = head +
                               "[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 52\n"
                               "overtime = { hours_per_week = 4, rate = \"150%\" }\n";
    CHECK(rows(paid(hourly, 1).inside) ==
          Rows{"1 2026-02-01 8,666.67 guaranteed", "1 2026-02-01 1,300.00 contingent overtime"});
    CHECK(rows(paid(hourly + "[[base.change]]\non = 2026-01-01\nsalary = 120_000\n", 1).inside) ==
          Rows{"1 2026-02-01 10,000.00 guaranteed", "1 2026-02-01 1,500.00 contingent overtime"});
    CHECK(rows(paid("end = 2026-01-15\n" + hourly, 12).inside).at(1) ==
          "1 2026-01-15 629.03 contingent overtime");  // 1,300 x 15/31
}

TEST_CASE("benefits that are a part of base count a whole year's, whatever of it is worked") {
    const std::string tenth = "[base]\nsalary = 120_000\n[benefits]\nretirement = \"10%\"\n";
    const auto flows = rows(paid("end = 2026-02-28\n" + head + tenth).inside);
    CHECK(flows == Rows{"1 2026-02-01 10,000.00 guaranteed", "1 2026-03-01 10,000.00 guaranteed",
                        "1 2026-02-01 1,000.00 guaranteed retirement", "1 2026-03-01 1,000.00 guaranteed retirement"});
    // In a year that the window cuts too: half of it at 120,000, half at 240,000, is 18,000 a year.
    const auto cut = rows(paid(head + "[base]\nsalary = 120_000\n[[base.change]]\non = 2026-07-01\nsalary = 240_000\n"
                                      "[benefits]\nretirement = \"10%\"\n",
                               1)
                              .inside);
    CHECK(cut.at(1) == "1 2026-02-01 1,500.00 guaranteed retirement");
}

TEST_CASE("a benefit that begins later is paid from its month on, and one that vests is not fixed") {
    const std::string meals = "[[benefits.other]]\nname = \"Meals\"\namount = 1_200\nafter = \"2 months\"\n";
    CHECK(rows(paid(head + meals, 4).inside) ==
          Rows{"1 2026-04-01 100.00 guaranteed Meals", "1 2026-05-01 100.00 guaranteed Meals"});
    CHECK(rows(paid(head + meals + "vesting = { over = \"1 year\" }\n", 3).inside) ==
          Rows{"1 2026-04-01 100.00 contingent Meals"});
    const std::string match =
        "[base]\nsalary = 120_000\n[benefits]\nretirement_match = { rate = \"100%\", up_to = \"5%\"";
    CHECK(rows(paid(head + match + " }\n", 1).inside).at(1) == "1 2026-02-01 500.00 guaranteed retirement match");
    CHECK(rows(paid(head + match + ", after = \"1 month\", vesting = { over = \"1 year\" } }\n", 2).inside).at(2) ==
          "1 2026-03-01 500.00 contingent retirement match");
    CHECK(rows(paid(head +
                        "[base]\nsalary = 120_000\n[benefits]\nespp = { discount = \"15%\", contribution = \"10%\" }\n",
                    1)
                   .inside)
              .at(1) == "1 2026-02-01 176.47 contingent stock purchase plan");
}

TEST_CASE("a sign-on counts in the year that its day begins, and from the window's end on it comes later") {
    const auto on = [](const std::string& when, const std::string& top = "") {
        return paid(top + head + "[[sign_on]]\nname = \"S\"\namount = 1_200\n" + when + "\n");
    };
    CHECK(rows(on("on = 2026-12-31").inside) == Rows{"1 2026-12-31 1,200.00 guaranteed S"});
    CHECK(on("on = 2026-12-31").later.empty());
    CHECK(on("on = 2027-01-01").inside.empty());
    CHECK(rows(on("on = 2027-01-01").later) == Rows{"0 2027-01-01 1,200.00 guaranteed S"});
    // Paid over two months from then, the parts stand at the ends of their months; the end belongs to the window.
    CHECK(rows(on("on = 2026-12-01\nover = \"2 months\"").inside) == Rows{"1 2027-01-01 600.00 guaranteed S"});
    CHECK(rows(on("on = 2026-12-01\nover = \"2 months\"").later) == Rows{"0 2027-02-01 600.00 guaranteed S"});
    // On the last day employed it is paid, the day after it is not, in the window or later.
    CHECK(on("on = 2026-06-30", "end = 2026-06-30\n").inside.size() == 1);
    CHECK(on("on = 2026-07-01", "end = 2026-06-30\n").inside.empty());
    CHECK(on("on = 2026-07-01", "end = 2026-06-30\n").later.empty());
    CHECK(on("on = 2027-06-30", "end = 2027-06-30\n").later.size() == 1);
    CHECK(on("on = 2027-07-01", "end = 2027-06-30\n").later.empty());
    CHECK(paid(head + "[[sign_on]]\namount = 0\n").inside.empty());
    CHECK(paid(head + "[[sign_on]]\namount = 0\non = 2027-01-01\n").later.empty());
}

TEST_CASE("what is deferred of a bonus comes on its own days; after the window it is later, as far as it is earned") {
    const auto bonus = [](const std::string& more, int months, const std::string& top = "") {
        return paid(top + head + "[bonus]\nname = \"B\"\namount = 12_000\n" + more +
                        "deferred = { portion = \"50%\", vesting = { over = \"2 years\", every = \"1 year\" } }\n",
                    months);
    };
    const auto two = bonus("", 24);
    // Years of employment: 6,000 on 2027-01-01, and 3,000 on the two anniversaries of that; of the second the same
    // later.
    CHECK(rows(two.inside) == Rows{"2 2028-01-01 3,000.00 contingent B (deferred)",
                                   "1 2027-01-01 6,000.00 contingent B", "2 2028-01-01 6,000.00 contingent B"});
    CHECK(rows(two.later) == Rows{"0 2029-01-01 3,000.00 contingent B (deferred)",
                                  "0 2029-01-01 3,000.00 contingent B (deferred)",
                                  "0 2030-01-01 3,000.00 contingent B (deferred)"});
    // Guaranteed years fix what is deferred as well.
    CHECK(rows(bonus("guaranteed_years = 1\n", 24).inside).at(0) == "2 2028-01-01 3,000.00 guaranteed B (deferred)");
    // Half of the year is earned by the window's end, and so is half of what is deferred of it.
    CHECK(rows(bonus("", 6).later) ==
          Rows{"0 2028-01-01 1,500.00 contingent B (deferred)", "0 2029-01-01 1,500.00 contingent B (deferred)"});
    // Who leaves on the day of a part has it, and none after it.
    CHECK(bonus("", 12, "end = 2028-01-01\n").later.size() == 1);
    CHECK(bonus("", 12, "end = 2027-12-31\n").later.empty());
}

TEST_CASE("what a cost takes once comes on the first day, and never again of the job held now") {
    const std::string move = "[[cost]]\nname = \"Move\"\namount = 1_000\nonce = true\n";
    CHECK(rows(paid(head + move).inside) == Rows{"1 2026-01-01 -1,000.00 guaranteed Move"});
    CHECK(paid("kind = \"current\"\n" + head + move).inside.empty());
    CHECK(rows(paid(head + "[[cost]]\nname = \"Bus\"\namount = 1_200\n", 2).inside) ==
          Rows{"1 2026-02-01 -100.00 guaranteed Bus", "1 2026-03-01 -100.00 guaranteed Bus"});
}

TEST_CASE("pay that cannot be counted is refused once, at the line that it grows from") {
    auto offer = offers::read(
        head + "[base]\nsalary = 1_000\nraise = \"100%\"\n[benefits]\nhealth = 1_000\nretirement = \"100%\"\n");
    offer.base->rate.value = quantity::Money{std::numeric_limits<std::int64_t>::max() / 4, offer.currency};
    const auto refused = [&] {
        diagnostic::Diagnostics diagnostics;
        CHECK_FALSE(timeline::pay_flows(offer, window_of(offer, 48), diagnostics));
        REQUIRE(diagnostics.all().size() == 1);
        CHECK(diagnostics.all()[0].code == "overflow");
        return diagnostics.all()[0].span;
    };
    CHECK(refused() == offer.base->rate.span);
}

TEST_CASE("the salary of a day has been raised once for each whole year since the day it is of") {
    const auto raised = offers::read(head + "[base]\nsalary = 100_000\nraise = \"10%\"\nas_of = 2025-07-01\n");
    const auto on = [&](calendar::Date day) { return or_none(salary_on(raised, window_of(raised, 48), day)); };
    CHECK(on(date(2024, 1, 1)) == "100,000.00");  // never lowered
    CHECK(on(date(2026, 6, 30)) == "100,000.00");
    CHECK(on(date(2026, 7, 1)) == "110,000.00");
    CHECK(on(date(2027, 6, 30)) == "110,000.00");
    CHECK(on(date(2027, 7, 1)) == "121,000.00");
    const auto stated = [&](calendar::Date day) {
        return or_none(stated_salary_on(raised, window_of(raised, 48), day));
    };
    CHECK(stated(date(2027, 7, 1)) == "100,000.00");
    // Without a day of its own it is of the first day; of the job held now of the window's.
    const auto plain = offers::read(head + "[base]\nsalary = 100_000\nraise = \"10%\"\n");
    const Window now{date(2026, 7, 1), Period::months(48), true, std::nullopt};
    const Window then{date(2026, 7, 1), Period::months(48), false, std::nullopt};
    CHECK(or_none(salary_on(plain, then, date(2027, 1, 1))) == "110,000.00");
    CHECK(or_none(salary_on(plain, now, date(2027, 6, 30))) == "100,000.00");
    CHECK(or_none(salary_on(plain, now, date(2027, 7, 1))) == "110,000.00");
}

TEST_CASE("a change of salary holds from its very day on, and is what is stated") {
    const auto offer = offers::read(head +
                                    "[base]\nsalary = 100_000\nraise = \"10%\"\n[[base.change]]\non = 2026-07-01\n"
                                    "salary = 90_000\n[[base.change]]\non = 2027-07-01\nsalary = 150_000\n");
    const auto on = [&](calendar::Date day) {
        const auto window = window_of(offer, 48);
        return or_none(salary_on(offer, window, day)) + " " + or_none(stated_salary_on(offer, window, day));
    };
    CHECK(on(date(2026, 6, 30)) == "100,000.00 100,000.00");
    CHECK(on(date(2026, 7, 1)) == "90,000.00 90,000.00");
    CHECK(on(date(2027, 6, 30)) == "90,000.00 90,000.00");
    CHECK(on(date(2027, 7, 1)) == "150,000.00 150,000.00");
}

TEST_CASE("a pay cut every year leaves no more fixed than what is paid") {
    const auto offer = offers::read(head + "[base]\nsalary = 100_000\nraise = \"-10%\"\n");
    CHECK(or_none(stated_salary_on(offer, window_of(offer, 48), date(2027, 1, 1))) == "90,000.00");
}

TEST_CASE("without a base there is none on any day") {
    const auto offer = offers::read(head);
    const auto window = window_of(offer, 48);
    CHECK(or_none(salary_on(offer, window, date(2026, 1, 1))) == "0.00");
    CHECK(or_none(stated_salary_on(offer, window, date(2026, 1, 1))) == "0.00");
    CHECK(or_none(overtime_on(offer, window, date(2026, 1, 1))) == "0.00");
    CHECK(or_none(base_between(offer, window, date(2026, 1, 1), date(2026, 12, 31))) == "0.00");
    const auto no_overtime = offers::read(head + "[base]\nsalary = 100_000\n");
    CHECK(or_none(overtime_on(no_overtime, window, date(2026, 1, 1))) == "0.00");
}

TEST_CASE("days earn base by the days of their months, before the window's first day as after it") {
    const auto offer = offers::read(head + "[base]\nsalary = 120_000\n");
    const Window window{date(2026, 1, 1), Period::months(12), false, std::nullopt};
    const auto earn = [&](calendar::Date first, calendar::Date last) {
        return or_none(base_between(offer, window, first, last));
    };
    CHECK(earn(date(2026, 1, 1), date(2026, 1, 31)) == "10,000.00");
    CHECK(earn(date(2026, 2, 1), date(2026, 2, 14)) == "5,000.00");
    CHECK(earn(date(2026, 2, 15), date(2026, 3, 31)) == "15,000.00");
    CHECK(earn(date(2026, 1, 1), date(2026, 12, 31)) == "120,000.00");
    CHECK(earn(date(2026, 1, 1), date(2028, 6, 30)) == "300,000.00");
    // 10,000 x 1/31 and 10,000 x 31/31 less 10,000 x 30/31: 322.58 each.
    CHECK(earn(date(2026, 1, 1), date(2026, 1, 1)) == "322.58");
    CHECK(earn(date(2025, 12, 31), date(2025, 12, 31)) == "322.58");
    CHECK(earn(date(2024, 12, 1), date(2025, 1, 31)) == "20,000.00");
    CHECK(earn(date(2026, 1, 2), date(2026, 1, 1)) == "0.00");
}

TEST_CASE("the twelve months of any year add up to the salary, to the cent") {
    const auto offer = offers::read(head + "[base]\nsalary = 100_000.01\n");
    const Window window{date(2026, 1, 1), Period::months(12), false, std::nullopt};
    for (const int year : {2024, 2025, 2026, 2027}) {
        CHECK(or_none(base_between(offer, window, date(year, 1, 1), date(year, 12, 31))) == "100,000.01");
        auto sum = quantity::Money::zero(offer.currency);
        for (int month = 1; month <= 12; ++month) {
            sum += *base_between(offer, window, date(year, month, 1), calendar::Date::clamped(year, month, 31));
        }
        CHECK(offers::text(sum) == "100,000.01");
    }
}

TEST_CASE("a year of employment that the last day cuts pays its bonus by the months and days worked") {
    const auto bonus = [](const std::string& end, const std::string& terms) {
        Rows all;
        for (const auto& row :
             rows(paid("end = " + end + "\n" + head + "[base]\nsalary = 120_000\n[bonus]\nname = \"B\"\n" + terms)
                      .inside)) {
            if (row.ends_with(" B")) {
                all.push_back(row);
            }
        }
        return all;
    };
    // Five months and 12 of June's 30 days: 54,000 of base, and 0.45 of a year.
    CHECK(bonus("2026-06-12", "target = \"10%\"\n") == Rows{"1 2027-01-01 5,400.00 contingent B"});
    CHECK(bonus("2026-06-12", "amount = 12_000\n") == Rows{"1 2027-01-01 5,400.00 contingent B"});
    CHECK(bonus("2026-05-31", "target = \"10%\"\n") == Rows{"1 2027-01-01 5,000.00 contingent B"});
    CHECK(bonus("2026-06-12", "target = \"10%\"\non_leaving = \"pro_rata\"\n") ==
          Rows{"1 2026-06-12 5,400.00 contingent B"});
    CHECK(bonus("2026-12-31", "target = \"10%\"\non_leaving = \"pro_rata\"\n") ==
          Rows{"1 2027-01-01 12,000.00 contingent B"});
}
