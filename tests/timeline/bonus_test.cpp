// Bonuses that leaving loses (docs/numbers.md, "Bonus lost"), by hand.

#include <offerkit/timeline/bonus.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using offers::date;

namespace {

using Pair = std::vector<std::string>;

/// What is lost of finished years and of the running one.
Pair lost(const std::string& rest, Date on) {
    const auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n" + rest);
    const timeline::Window window{offer.start.value, calendar::Period::months(48), false, std::nullopt};
    diagnostic::Diagnostics problems;
    const auto ledger = timeline::BonusLedger::of(offer, window, date(2032, 1, 1), problems);
    REQUIRE(ledger.has_value());
    const auto amounts = ledger->lost_on(on);
    return {offers::text(amounts.finished), offers::text(amounts.running)};
}

const std::string tenth = "[base]\nsalary = 120_000\n[bonus]\ntarget = \"10%\"\n";

}  // namespace

TEST_CASE("the running year's bonus is lost on the parts of base dated so far") {
    // 10,000 a month: parts on 04-01 to 09-01 by 2026-09-15, so 10% of 60,000.
    CHECK(lost(tenth, date(2026, 9, 15)) == Pair{"0.00", "6,000.00"});
    CHECK(lost(tenth, date(2026, 9, 1)) == Pair{"0.00", "6,000.00"});
    CHECK(lost(tenth, date(2026, 8, 31)) == Pair{"0.00", "5,000.00"});
    CHECK(lost(tenth, date(2026, 3, 1)) == Pair{"0.00", "0.00"});
    CHECK(lost(tenth, date(2025, 3, 1)) == Pair{"0.00", "0.00"});
}

TEST_CASE("a bonus paid on the anniversary is safe on that day; one paid in a month is lost until its last day") {
    CHECK(lost(tenth, date(2027, 2, 28)) == Pair{"0.00", "11,000.00"});
    CHECK(lost(tenth, date(2027, 3, 1)) == Pair{"0.00", "0.00"});
    // Earned by 2027-03-01 and paid on 2027-06-30.
    const std::string june = tenth + "paid = 6\n";
    CHECK(lost(june, date(2027, 3, 1)) == Pair{"12,000.00", "0.00"});
    CHECK(lost(june, date(2027, 6, 29)) == Pair{"12,000.00", "3,000.00"});
    CHECK(lost(june, date(2027, 6, 30)) == Pair{"0.00", "3,000.00"});
    // The end of March comes after the first of it.
    CHECK(lost(tenth + "paid = 3\n", date(2027, 3, 30)) == Pair{"12,000.00", "0.00"});
}

TEST_CASE("deferred parts of a finished year are lost as far as they are dated after the day") {
    // 12,000: 7,200 on 2027-03-01, and 1,600 on each of the next three anniversaries.
    const std::string deferred =
        tenth + "deferred = { portion = \"40%\", vesting = { over = \"3 years\", every = \"12 months\" } }\n";
    CHECK(lost(deferred, date(2027, 3, 1)) == Pair{"4,800.00", "0.00"});
    // A year on: 3,200 of the first year's, 4,800 of the second's.
    CHECK(lost(deferred, date(2028, 3, 1)) == Pair{"8,000.00", "0.00"});
    CHECK(lost(deferred, date(2028, 2, 29)) == Pair{"4,800.00", "11,000.00"});
}

TEST_CASE("a bonus of an amount, its payout and its guaranteed years count in what is lost") {
    // Half a year of 24,000 at 50%; guaranteed in the first year it is the whole target.
    const std::string half = "[bonus]\namount = 24_000\npayout = \"50%\"\n";
    CHECK(lost(half, date(2026, 9, 1)) == Pair{"0.00", "6,000.00"});
    CHECK(lost(half + "guaranteed_years = 1\n", date(2026, 9, 1)) == Pair{"0.00", "12,000.00"});
    CHECK(lost(half + "guaranteed_years = 1\n", date(2027, 9, 1)) == Pair{"0.00", "6,000.00"});
}

TEST_CASE("a raise in the running year counts from the months that it applies to") {
    // Three parts of 10,000, then three of 12,000.
    CHECK(
        lost(
            "[base]\nsalary = 120_000\n[[base.change]]\non = 2026-06-01\nsalary = 144_000\n[bonus]\ntarget = \"10%\"\n",
            date(2026, 9, 1)) == Pair{"0.00", "6,600.00"});
}

TEST_CASE("several bonuses are lost together, and none where there is none") {
    CHECK(lost("[base]\nsalary = 120_000\n[[bonus]]\nname = \"A\"\ntarget = \"10%\"\n[[bonus]]\nname = \"B\"\namount = "
               "1_200\n",
               date(2026, 9, 1)) == Pair{"0.00", "6,600.00"});
    CHECK(lost("[base]\nsalary = 120_000\n", date(2026, 9, 1)) == Pair{"0.00", "0.00"});
}

TEST_CASE("the payments of bonuses are counted together, and more than a hundred thousand are refused") {
    // A day's part of the deferred half for 1,461 days, and the other half at once: 1,462 payments a year.
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[bonus]\namount = 1_000_000\ndeferred = { portion "
        "= "
        "\"50%\", vesting = { over = \"1461 days\", every = \"1 day\" } }\n");
    const timeline::Window window{offer.start.value, calendar::Period::months(48), false, std::nullopt};
    const auto of_years = [&](int years) {
        diagnostic::Diagnostics problems;
        const auto ledger =
            timeline::BonusLedger::of(offer, window, offer.start.value.plus_months(12 * years).plus_days(-1), problems);
        CHECK(ledger.has_value() == problems.all().empty());
        return ledger ? std::string{"laid out"} : std::string{problems.all()[0].code};
    };
    CHECK(of_years(68) == "laid out");
    CHECK(of_years(69) == "schedule-too-long");
}

TEST_CASE("a bonus that is kept on leaving loses its deferred part alone, of the running year as of a finished one") {
    const std::string kept = tenth +
                             "on_leaving = \"pro_rata\"\n"
                             "deferred = { portion = \"40%\", vesting = { over = \"1 year\" } }\n";
    // Six parts of 10,000: 10% of them, and 40% of that is deferred.
    CHECK(lost(kept, date(2026, 9, 1)) == Pair{"0.00", "2,400.00"});
    CHECK(lost(kept, date(2027, 3, 1)) == Pair{"4,800.00", "0.00"});
    CHECK(lost(tenth + "on_leaving = \"pro_rata\"\npaid = 6\n", date(2027, 3, 1)) == Pair{"0.00", "0.00"});
}

TEST_CASE("before the first day of a bonus year nothing of it is lost, on it its first day is") {
    const std::string calendar_year = "[bonus]\namount = 36_500\nyear = \"calendar\"\nfirst_year = \"none\"\n";
    CHECK(lost(calendar_year, date(2026, 12, 31)) == Pair{"0.00", "0.00"});
    CHECK(lost(calendar_year, date(2027, 1, 1)) == Pair{"0.00", "100.00"});
    CHECK(lost(calendar_year, date(2027, 12, 30)) == Pair{"0.00", "36,400.00"});
    CHECK(lost(calendar_year, date(2027, 12, 31)) == Pair{"0.00", "0.00"});
}

TEST_CASE("a month that the day cuts has earned its part by days, and the months after it nothing") {
    // 1,000 a month from 2026-03-01: all of March and 15 of the 30 days of April.
    const auto usd = [](std::int64_t major) { return quantity::Money{major * 100, *quantity::Currency::of("USD")}; };
    timeline::EarnedBonus earned{.name = "bonus",
                                 .first = date(2026, 3, 1),
                                 .last = date(2026, 6, 30),
                                 .finished = date(2026, 7, 1),
                                 .amount = usd(4'000),
                                 .fixed = usd(0)};
    earned.by_months = {{date(2026, 4, 1), usd(1'000)},
                        {date(2026, 5, 1), usd(2'000)},
                        {date(2026, 6, 1), usd(3'000)},
                        {date(2026, 7, 1), usd(4'000)}};
    CHECK(earned.earned_of(usd(4'000), date(2026, 4, 15)) == usd(1'500));
    CHECK(earned.earned_of(usd(2'000), date(2026, 4, 15)) == usd(750));
    CHECK(earned.earned_of(usd(4'000), date(2026, 3, 31)) == usd(1'000));
    CHECK(earned.earned_of(usd(4'000), date(2026, 6, 30)) == usd(4'000));
}
