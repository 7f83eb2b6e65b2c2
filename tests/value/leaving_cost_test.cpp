// What leaving costs and brings, each by hand (docs/numbers.md, "Leaving").

#include <offerkit/value/leaving.hpp>
#include <offerkit/value/valued_offer.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using leaving::Case;
using leaving::head;
using model::LeavingReason;
using offers::date;
using offers::text;
using quantity::Money;
using quantity::Shares;

namespace {

/// 1,600 shares at 10.00 over four years, 100 each quarter.
const std::string quarterly =
    leaving::stock +
    "[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = { over = \"4 years\", every = \"3 months\" }\n";

std::vector<std::string> delays_of(const value::Leaving& result) {
    const auto& delay = result.all.delay;
    return {text(delay.months_3), text(delay.months_12), text(delay.later)};
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what is forfeited comes apart by when it would have vested, months counted with their last day") {
    Case one{head + quarterly};
    // The next vests are on 2026-06-01, 09-01, 12-01 and 2027-03-01.
    CHECK(delays_of(one.on(2026, 3, 1)) == Texts{"1,000.00", "3,000.00", "12,000.00"});
    CHECK(delays_of(one.on(2026, 2, 28)) == Texts{"0.00", "3,000.00", "13,000.00"});
    CHECK(delays_of(one.on(2029, 12, 1)) == Texts{"1,000.00", "0.00", "0.00"});
    CHECK(delays_of(one.on(2030, 3, 1)) == Texts{"0.00", "0.00", "0.00"});
}

TEST_CASE("shares that wait for an event without a date would have vested later, those of a dated one on its day") {
    const std::string gated = head + quarterly + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n";
    CHECK(delays_of(Case{gated}.on(2026, 3, 1)) == Texts{"0.00", "0.00", "16,000.00"});
    // The event brings what two vests have served by then; three more come after it within the year.
    CHECK(delays_of(Case{gated + "date = 2026-09-15\n"}.on(2026, 7, 1)) == Texts{"2,000.00", "3,000.00", "11,000.00"});
}

TEST_CASE("an acceleration that staying would have brought counts on its day, one that leaving brings is not lost") {
    const std::string single =
        "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\n[[event]]\nid = \"sale\"\ndate = 2026-05-01\n";
    CHECK(delays_of(Case{head + quarterly + single}.on(2026, 3, 1)) == Texts{"16,000.00", "0.00", "0.00"});
    Case insured{head + quarterly +
                 "[[grant.acceleration]]\ntrigger = \"death\"\namount = \"50%\"\norder = \"soonest\"\n"};
    CHECK(delays_of(insured.on(date(2026, 3, 1), LeavingReason::death)) == Texts{"0.00", "0.00", "8,000.00"});
    CHECK(delays_of(insured.on(date(2026, 3, 1), LeavingReason::retirement)) ==
          Texts{"1,000.00", "3,000.00", "12,000.00"});
}

TEST_CASE("vested shares that a dismissal takes would have been yours at once") {
    Case strict{head + quarterly + "forfeits_vested = [\"with_cause\"]\n"};
    CHECK(delays_of(strict.on(date(2026, 6, 1), LeavingReason::with_cause)) ==
          Texts{"2,000.00", "3,000.00", "11,000.00"});
}

TEST_CASE("what would vest after the last day of the papers is never among the next months") {
    Case ending{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\nend = 2026-10-31\n" + quarterly};
    CHECK(delays_of(ending.on(2026, 3, 1)) == Texts{"1,000.00", "1,000.00", "14,000.00"});
}

TEST_CASE("the bonus of a finished year is in the cost until it is paid, that of the running year beside it") {
    // 12,000 of the first year, paid on 2027-06-30; of the second year three months by then.
    Case one{head + "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\npaid = 6\n"};
    const auto before = one.on(2027, 6, 29);
    CHECK(text(before.cost) == "12,000.00");
    CHECK(text(before.bonus.finished) == "12,000.00");
    CHECK(before.make_whole.bonus == before.bonus.finished);
    CHECK(before.make_whole.total == before.cost);
    CHECK_FALSE(before.costs_nothing());
    const auto after = one.on(2027, 6, 30);
    CHECK(after.cost.is_zero());
    CHECK_FALSE(after.bonus.running.is_zero());
    CHECK(after.stake == after.bonus.running);
    CHECK_FALSE(after.costs_nothing());
}

TEST_CASE(
    "a new employer can be asked for the vests of twelve months, the clawback and the bonus; all of it is the whole") {
    Case one{head + quarterly +
             "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\npaid = 6\n[[sign_on]]\namount = 24_000\non = "
             "2026-12-01\nclawback = { within = \"12 months\" }\n"};
    // 2027-04-01: 1,200 shares are left, four of the quarters within a year; 8 of 12 months are not served.
    const auto result = one.on(2027, 4, 1);
    CHECK(text(result.make_whole.forfeited) == "4,000.00");
    CHECK(text(result.make_whole.clawback) == "16,000.00");
    CHECK(text(result.make_whole.bonus) == "12,000.00");
    CHECK(text(result.make_whole.total) == "32,000.00");
    CHECK(text(result.make_whole.whole) == "40,000.00");
    CHECK(result.make_whole.whole == result.cost);
    CHECK(result.make_whole.on == date(2027, 4, 1));
}

TEST_CASE("nothing is lost only where nothing at all is lost, to be paid or to be bought") {
    CHECK(Case{head}.on(2027, 3, 1).costs_nothing());
    CHECK(Case{head + quarterly}.on(2030, 3, 1).costs_nothing());
    CHECK_FALSE(Case{head + quarterly}.on(2030, 2, 28).costs_nothing());
    CHECK_FALSE(Case{head + "[[sign_on]]\namount = 5\non = 2027-04-01\n"}.on(2027, 3, 1).costs_nothing());
    // All vested, and worth nothing over the strike: they have to be bought in time all the same.
    Case options{head + leaving::stock +
                 "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nstrike = 10\nquantity = 1_000\nvesting = { over = \"1 "
                 "year\", every = \"12 months\" }\n"};
    const auto result = options.on(2027, 3, 1);
    CHECK(result.cost.is_zero());
    CHECK_FALSE(result.costs_nothing());
    CHECK(text(result.to_exercise.cash) == "10,000.00");
    CHECK(result.to_exercise.options == Shares{1'000});
    CHECK(result.to_exercise.under_water.is_zero());
    CHECK_FALSE(result.to_exercise.until.has_value());
    // Not vested and worth nothing: something is left behind.
    CHECK_FALSE(options.on(2027, 2, 28).costs_nothing());
    CHECK(options.on(2027, 2, 28).to_exercise.options.is_zero());
}

TEST_CASE("of several windows the first that ends is told, with all that can be exercised") {
    const auto option = [](const std::string& id, const std::string& window) {
        return "[[grant]]\nid = \"" + id +
               "\"\ninstrument = \"nso\"\nstrike = 4\nquantity = 1_000\nvesting = { over = \"1 year\" }\n" + window;
    };
    const std::string days = "[[grant.termination_window]]\nreason = \"any\"\nperiod = \"90 days\"\n";
    const std::string years = "[[grant.termination_window]]\nreason = \"any\"\nperiod = \"5 years\"\n";
    const auto both = Case{head + leaving::stock + option("a", years) + option("b", days)}.on(2027, 3, 1);
    CHECK(both.to_exercise.until == date(2027, 5, 30));
    CHECK(both.to_exercise.several_days);
    CHECK(text(both.to_exercise.cash) == "8,000.00");
    const auto same = Case{head + leaving::stock + option("a", days) + option("b", days)}.on(2027, 3, 1);
    CHECK_FALSE(same.to_exercise.several_days);
    const auto unknown = Case{head + leaving::stock + option("a", "") + option("b", days)}.on(2027, 3, 1);
    CHECK(unknown.to_exercise.several_days);
    const auto none = Case{head + leaving::stock + option("a", "")}.on(2027, 3, 1);
    CHECK_FALSE(none.to_exercise.until.has_value());
    CHECK_FALSE(none.to_exercise.several_days);
}

TEST_CASE("severance is so much of the base in force, for its reasons; holidays are 1/260 a day for any") {
    // "Paid to you": 156,000 a year, 3 months and 8 days: 39,000 + 4,800.
    const std::string pay = "[base]\nsalary = 156_000\n[leaving]\nunused_holiday_days = 8\nseverance = ";
    Case one{head + pay + "\"3 months\"\n"};
    const auto let_go = one.on(date(2027, 3, 1), LeavingReason::without_cause);
    CHECK(text(let_go.severance.severance) == "39,000.00");
    CHECK(text(let_go.severance.holidays) == "4,800.00");
    CHECK(text(let_go.received()) == "43,800.00");
    CHECK(let_go.cost.is_zero());
    CHECK(let_go.stake == -let_go.received());
    CHECK(text(one.on(2027, 3, 1).received()) == "4,800.00");
    CHECK(one.on(2026, 2, 28).received().is_zero());
    const auto severance = [&](const std::string& terms) {
        return text(Case{head + pay + terms}.on(date(2027, 3, 1), LeavingReason::without_cause).severance.severance);
    };
    CHECK(severance("\"2 weeks\"\n") == "6,000.00");  // 2/52
    CHECK(severance("\"14 days\"\n") == "5,983.56");  // 14/365: not two weeks
    CHECK(severance("\"1 year\"\n") == "156,000.00");
    CHECK(severance("\"3 months\"\nseverance_for = \"good_reason\"\n") == "0.00");
    CHECK(severance("\"3 months\"\nseverance_for = [\"good_reason\", \"without_cause\"]\n") == "39,000.00");
}

TEST_CASE("severance is of the salary in force on the last day, raised or changed by then") {
    Case raised{head + "[base]\nsalary = 120_000\nraise = \"10%\"\n[leaving]\nseverance = \"1 month\"\n"};
    CHECK(text(raised.on(date(2027, 2, 28), LeavingReason::without_cause).severance.severance) == "10,000.00");
    CHECK(text(raised.on(date(2027, 3, 1), LeavingReason::without_cause).severance.severance) == "11,000.00");
    Case none{head + "[leaving]\nseverance = \"1 month\"\n"};
    CHECK(none.on(date(2027, 3, 1), LeavingReason::without_cause).received().is_zero());
}

TEST_CASE("a ban on competing costs so many months of the annualized pay less what is paid of base") {
    // "A ban on competing": 18 months, 250,000 paid against 516,666.67 a year: 400,000 less, rounded once.
    const auto banned = [](const std::string& terms) {
        const std::vector one{
            offers::read(head +
                         "[base]\nsalary = 250_000\n[[sign_on]]\namount = 66_666.68\n[bonus]\namount = "
                         "250_000\n[leaving]\n" +
                         terms)};
        return *offers::compare(one, offers::valuation()).offers.at(0).non_compete;
    };
    const auto half_a_year = banned("non_compete = \"18 months\"\nnon_compete_pay = \"100%\"\n");
    CHECK(text(half_a_year.paid) == "250,000.00");
    CHECK(text(half_a_year.against) == "516,666.67");
    CHECK(text(half_a_year.cost) == "400,000.01");
    CHECK(half_a_year.months == quantity::Fraction{18});
    CHECK(text(banned("non_compete = \"12 months\"\n").cost) == "516,666.67");
    CHECK(text(banned("non_compete = \"26 weeks\"\n").cost) == "258,333.34");  // 258,333.335
    CHECK(banned("non_compete = \"26 weeks\"\n").months == quantity::Fraction{6});
    CHECK(text(banned("non_compete = \"0 months\"\n").cost) == "0.00");
    const std::vector free{offers::read(head + "[base]\nsalary = 250_000\n[leaving]\nnotice = \"1 month\"\n")};
    CHECK_FALSE(offers::compare(free, offers::valuation()).offers.at(0).non_compete.has_value());
}
