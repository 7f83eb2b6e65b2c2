// docs/numbers.md, "Fixed vest days", and cliffs of no length. Each answer is worked out by hand.

#include <rapidcheck.h>

#include <offerkit/timeline/schedule.hpp>

#include "file/reading.hpp"
#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Period;
using tranches::rows;
using tranches::Rows;

namespace {

std::string text(const std::string& start, const std::string& align, const std::string& more) {
    return "company = \"A\"\ncurrency = \"USD\"\nstart = " + start + "\n[[grant]]\nquantity = 1600\nalign = " + align +
           "\n" + more + "\n";
}

Rows dates(const std::string& start, const std::string& align, const std::string& more) {
    Rows days;
    for (const auto& tranche : offers::resolve_first(offers::read(text(start, align, more))).schedule.tranches) {
        days.push_back(tranche.date ? to_string(*tranche.date) : "no date");
    }
    return days;
}

const std::string month_ends = R"(["02-29", "05-31", "08-31", "11-30"])";
const std::string wednesdays = R"(["03-3wed", "06-3wed", "09-3wed", "12-2wed"])";
const std::string a_year = "vesting = { over = \"1 year\", every = \"3 months\" }";

}  // namespace

TEST_CASE("tranches fall on the named day of their own month, month ends and weekdays too") {
    CHECK(dates("2023-01-16", month_ends, a_year) == Rows{"2023-05-31", "2023-08-31", "2023-11-30", "2024-02-29"});
    CHECK(dates("2026-02-02", wednesdays, a_year) == Rows{"2026-06-17", "2026-09-16", "2026-12-09", "2027-03-17"});
    // On the named day itself nothing moves.
    CHECK(dates("2023-02-28", month_ends, a_year) == Rows{"2023-05-31", "2023-08-31", "2023-11-30", "2024-02-29"});
}

TEST_CASE("one named day may stand without a list") {
    CHECK(dates("2026-02-02", "\"06-30\"", "vesting = { over = \"2 years\", every = \"12 months\" }") ==
          Rows{"2027-06-30", "2028-06-30"});
}

TEST_CASE("the cliff falls on the named day of its month") {
    CHECK(
        dates("2023-01-16", month_ends, "vesting = { over = \"2 years\", every = \"3 months\", cliff = \"1 year\" }") ==
        Rows{"2024-02-29", "2024-05-31", "2024-08-31", "2024-11-30", "2025-02-28"});
    CHECK(dates("2026-02-02", wednesdays,
                "vesting = { over = \"1 year\", every = \"3 months\", cliff = \"6 months\" }") ==
          Rows{"2026-09-16", "2026-12-09", "2027-03-17"});
}

TEST_CASE("in a month without a named day a tranche falls on the day of the moved start, with a warning") {
    const std::string monthly = "vesting = { over = \"4 months\", every = \"1 month\" }";
    CHECK(dates("2023-01-16", month_ends, monthly) == Rows{"2023-03-28", "2023-04-28", "2023-05-31", "2023-06-28"});
    diagnostic::Diagnostics diagnostics;
    const auto offer = offers::read(text("2023-01-16", month_ends, monthly));
    CHECK(timeline::resolve(offer, offer.grants.at(0), offers::date(2023, 1, 16), diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "unnamed-vest-day");
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("a day of the month that is written goes before the named days, which move the start alone") {
    CHECK(dates("2023-01-16", month_ends, a_year + "\nday_of_month = \"vesting_start_day\"") ==
          Rows{"2023-05-28", "2023-08-28", "2023-11-28", "2024-02-28"});
    CHECK(dates("2023-01-16", month_ends, a_year + "\nday_of_month = 15") ==
          Rows{"2023-05-15", "2023-08-15", "2023-11-15", "2024-02-15"});
}

TEST_CASE("periods of days and weeks move the start alone") {
    CHECK(dates("2023-01-16", month_ends, "vesting = { over = \"4 weeks\", every = \"2 weeks\" }") ==
          Rows{"2023-03-14", "2023-03-28"});
}

TEST_CASE("two named days of one month are refused at the second") {
    const auto read =
        reading::offer(reading::with_grant("quantity = 1\nalign = [\"02-15\", \"05-15\", \"02-1mon\"]\n"));
    CHECK(read.only("7:28 conflict"));
}

TEST_CASE("a leave of absence moves named days to the named days of later months") {
    const std::string leave = "\n[[leave_of_absence]]\nfrom = 2023-07-01\nto = 2023-10-01\ntreatment = \"extend\"\n";
    CHECK(dates("2023-01-16", month_ends, a_year + leave) ==
          Rows{"2023-05-31", "2023-11-30", "2024-02-29", "2024-05-31"});
}

TEST_CASE("a cliff of no length releases its own portion at once") {
    const auto resolved = offers::resolve_first(offers::read(
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[grant]]\nquantity = 1200\nvesting = { over = \"3 "
        "months\", every = \"1 month\", cliff = { after = \"0 months\", portion = \"25%\" } }\n"));
    CHECK(rows(resolved.schedule) == Rows{"2025-01-01 300", "2025-02-01 300", "2025-03-01 300", "2025-04-01 300"});
    const auto segments = offers::resolve_first(offers::read(
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[grant]]\nquantity = "
        "1200\n[[grant.segment]]\nportion "
        "= \"50%\"\nover = \"2 months\"\nevery = \"1 month\"\n[[grant.segment]]\nportion = \"50%\"\nover = \"2 "
        "months\"\nevery = \"1 month\"\ncliff = { after = \"0 days\", portion = \"50%\" }\n"));
    CHECK(rows(segments.schedule) ==
          Rows{"2025-02-01 300", "2025-03-01 300", "2025-03-01 300", "2025-04-01 150", "2025-05-01 150"});
    // Without a portion it says nothing.
    const auto plain = offers::resolve_first(offers::read(
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2025-01-01\n[[grant]]\nquantity = 2\nvesting = { over = \"2 "
        "months\", every = \"1 month\", cliff = \"0 months\" }\n"));
    CHECK(rows(plain.schedule) == Rows{"2025-02-01 1", "2025-03-01 1"});
}

TEST_CASE("aligned schedules keep their sum, rise, and fall on named days; in one stretch or in several they are one") {
    support::holds("aligned", [] {
        const std::vector<calendar::VestDay> named{
            *calendar::parse_vest_day("02-29"), *calendar::parse_vest_day("05-3wed"),
            *calendar::parse_vest_day("08-31"), *calendar::parse_vest_day("11-lastfri")};
        const auto start = named[*rc::gen::inRange<std::size_t>(0, 4)].in(*rc::gen::inRange(1990, 2100));
        const int years = *rc::gen::inRange(2, 6);
        const auto terms_of = [](int stretches, int years_each) {
            model::VestingTerms terms;
            for (int i = 0; i < stretches; ++i) {
                terms.segments.push_back({.portion = *quantity::Fraction::of(1, stretches),
                                          .over = Period::months(12 * years_each),
                                          .every = Period::months(3)});
            }
            return terms;
        };
        const auto one = terms_of(1, years);
        const auto several = terms_of(years, 1);
        const auto spell_out = [&](const model::VestingTerms& terms, std::int64_t shares) {
            diagnostic::Diagnostics diagnostics;
            const auto schedule = timeline::expand(
                {.vesting = terms, .quantity = shares, .start = start, .grant_date = start, .named_days = named},
                {{}, start}, diagnostics);
            RC_ASSERT(diagnostics.all().empty());
            return *schedule;
        };
        const auto shares = *rc::gen::inRange<std::int64_t>(100, 1'000'000);
        const auto whole = spell_out(one, shares);
        const auto parts = spell_out(several, shares);
        RC_ASSERT(whole.tranches.size() == parts.tranches.size());
        quantity::Shares sum;
        for (std::size_t i = 0; i < whole.tranches.size(); ++i) {
            RC_ASSERT(whole.tranches[i].date == parts.tranches[i].date);
            RC_ASSERT(whole.tranches[i].quantity == parts.tranches[i].quantity);
            RC_ASSERT((i == 0 || *whole.tranches[i - 1].date < *whole.tranches[i].date));
            const auto day = *whole.tranches[i].date;
            RC_ASSERT(std::any_of(named.begin(), named.end(),
                                  [&](const calendar::VestDay& each) { return each.in(day.year()) == day; }));
            sum += whole.tranches[i].quantity;
        }
        RC_ASSERT(sum == quantity::Shares{shares});
    });
}
