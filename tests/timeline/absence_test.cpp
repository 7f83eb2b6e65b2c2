// Leaves of absence: `extend` and `skip_and_append`. Each answer is worked out by hand on a calendar.

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using offerkit::quantity::Shares;
using tranches::rows;
using tranches::Rows;

namespace {

std::string leave(const std::string& from, const std::string& to, const std::string& treatment) {
    return "[[leave_of_absence]]\nfrom = " + from + "\nto = " + to + "\ntreatment = \"" + treatment + "\"\n";
}

std::string grant_text(const std::string& start, const std::string& grant, const std::string& leaves) {
    return "company = \"Acme\"\ncurrency = \"USD\"\nstart = " + start + "\n[[grant]]\ninstrument = \"rsu\"\n" + grant +
           "\n" + leaves;
}

Rows after(const std::string& start, const std::string& grant, const std::string& leaves) {
    return rows(offers::resolve_first(offers::read(grant_text(start, grant, leaves))).schedule);
}

Rows first_and_last(const Rows& all, std::size_t first, std::size_t last) {
    Rows some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
    some.insert(some.end(), all.end() - static_cast<std::ptrdiff_t>(last), all.end());
    return some;
}

const std::string yearly = "quantity = 100\nvesting = { over = \"4 years\", every = \"12 months\" }";
const std::string monthly =
    "quantity = 48\nvesting = { over = \"4 years\", every = \"1 month\", cliff = \"12 months\" }";

}  // namespace

TEST_CASE("a leave that suspends vesting moves a vest by its length, as advisers work it out") {
    // myStockOptions.com, "What happens to my stock grants during a leave of absence?": a grant of 1 January that
    // vests 12 months later, and three months of suspended vesting in the summer: 1 April instead of 1 January.
    CHECK(after("2026-01-01", "quantity = 100\nvesting = { over = \"12 months\" }",
                leave("2026-06-01", "2026-09-01", "extend")) == Rows{"2027-04-01 100"});
}

TEST_CASE("a leave that a plan disregards changes no date") {
    CHECK(after("2026-03-02", yearly, leave("2026-06-01", "2026-12-01", "none")) == after("2026-03-02", yearly, ""));
}

TEST_CASE("a leave across a cliff moves the cliff and all that follows it") {
    // The cliff of 15 January 2027 falls into the leave of 1 December to 1 March: three months later.
    const auto moved = after("2026-01-15", monthly, leave("2026-12-01", "2027-03-01", "extend"));
    CHECK(moved.size() == 37);
    CHECK(first_and_last(moved, 2, 1) == Rows{"2027-04-15 12", "2027-05-15 1", "2030-04-15 1"});
}

TEST_CASE("a cliff skipped by a leave comes after the last tranche, whole") {
    // 15 January (the cliff, 12 shares) and 15 February 2027 lie inside; the last tranche is of 15 January 2030.
    const auto skipped = after("2026-01-15", monthly, leave("2026-12-01", "2027-03-01", "skip_and_append"));
    CHECK(skipped.size() == 37);
    CHECK(first_and_last(skipped, 2, 3) ==
          Rows{"2027-03-15 1", "2027-04-15 1", "2030-01-15 1", "2030-02-15 12", "2030-03-15 1"});
}

TEST_CASE("a leave that begins and ends on different days of the month counts in days") {
    // 10 June to 20 July are 40 days. 2 March + 40 days = 11 April, in a leap year too.
    CHECK(after("2026-03-02", yearly, leave("2026-06-10", "2026-07-20", "extend")) ==
          Rows{"2027-04-11 25", "2028-04-11 25", "2029-04-11 25", "2030-04-11 25"});
}

TEST_CASE("months of leave are counted from the month of the plain schedule, so no clamp sticks") {
    const std::string grant = "quantity = 40\nvesting = { over = \"4 months\", every = \"1 month\" }";
    CHECK(after("2026-01-31", grant, "") == Rows{"2026-02-28 10", "2026-03-31 10", "2026-04-30 10", "2026-05-31 10"});
    CHECK(after("2026-01-31", grant, leave("2026-02-15", "2026-05-15", "extend")) ==
          Rows{"2026-05-31 10", "2026-06-30 10", "2026-07-31 10", "2026-08-31 10"});
    // The rule picks its day anew: one day before the 1st lies in the month before.
    CHECK(after("2026-01-01", grant + "\nday_of_month = \"vesting_start_day_minus_one\"",
                leave("2026-02-10", "2026-03-10", "extend")) ==
          Rows{"2026-01-31 10", "2026-03-31 10", "2026-04-30 10", "2026-05-31 10"});
    CHECK(after("2026-01-31", grant + "\nday_of_month = \"last_day_of_month\"",
                leave("2026-04-01", "2026-09-01", "extend")) ==
          Rows{"2026-02-28 10", "2026-03-31 10", "2026-09-30 10", "2026-10-31 10"});
}

TEST_CASE("a second leave sees the dates as the first one left them") {
    const std::string grant = "quantity = 40\nvesting = { over = \"4 months\", every = \"1 month\" }";
    // The first makes them 31 March, 30 April, 31 May, 30 June; the second moves those from 1 May on.
    CHECK(after("2026-01-31", grant,
                leave("2026-05-01", "2026-06-01", "extend") + leave("2026-02-15", "2026-03-15", "extend")) ==
          Rows{"2026-03-31 10", "2026-04-30 10", "2026-06-30 10", "2026-07-31 10"});
    // A skipped tranche may be skipped again where it was appended: February goes to June, and from there to July.
    CHECK(after("2026-01-31", grant,
                leave("2026-02-15", "2026-03-15", "skip_and_append") +
                    leave("2026-06-15", "2026-07-15", "skip_and_append")) ==
          Rows{"2026-03-31 10", "2026-04-30 10", "2026-05-31 10", "2026-07-31 10"});
    // After an `extend` of one month the schedule ends, and goes on, a month later.
    CHECK(after("2026-01-31", grant,
                leave("2026-02-15", "2026-03-15", "extend") + leave("2026-04-15", "2026-05-15", "skip_and_append")) ==
          Rows{"2026-03-31 10", "2026-05-31 10", "2026-06-30 10", "2026-07-31 10"});
}

TEST_CASE("the first day of a leave lies inside it, the first day back does not") {
    CHECK(after("2026-03-02", yearly, leave("2027-03-02", "2028-03-02", "skip_and_append")) ==
          Rows{"2028-03-02 25", "2029-03-02 25", "2030-03-02 25", "2031-03-02 25"});
    CHECK(after("2026-03-02", yearly, leave("2027-03-02", "2027-06-02", "extend")) ==
          Rows{"2027-06-02 25", "2028-06-02 25", "2029-06-02 25", "2030-06-02 25"});
    CHECK(after("2026-03-02", yearly, leave("2027-03-03", "2027-06-03", "extend")) ==
          Rows{"2027-03-02 25", "2028-06-02 25", "2029-06-02 25", "2030-06-02 25"});
}

TEST_CASE("what is skipped is appended at the steps of the last segment, in order") {
    const std::string segments =
        "quantity = 160\n[[grant.segment]]\nportion = \"1/4\"\nover = \"1 year\"\n[[grant.segment]]\nportion = "
        "\"3/4\"\nover = \"3 years\"\nevery = \"3 months\"\n";
    // 40 after a year, then 10 a quarter until 2 March 2030. Away from 1 March to 1 September 2027: the 40 of 2 March
    // and the 10 of 2 June follow at the next two quarters.
    const auto skipped = after("2026-03-02", segments, leave("2027-03-01", "2027-09-01", "skip_and_append"));
    CHECK(skipped.size() == 13);
    CHECK(first_and_last(skipped, 1, 3) == Rows{"2027-09-02 10", "2030-03-02 10", "2030-06-02 40", "2030-09-02 10"});
}

TEST_CASE("dates that the letter names move by a leave, and cannot be appended") {
    const std::string dates =
        "quantity = 100\nvesting = { on = [ { date = 2027-02-15, portion = \"5%\" }, { date = 2028-02-15, portion = "
        "\"95%\" } ] }";
    CHECK(after("2026-03-02", dates, leave("2026-06-01", "2026-09-01", "extend")) ==
          Rows{"2027-05-15 5", "2028-05-15 95"});
    const auto found =
        offers::problems(grant_text("2026-03-02", dates, leave("2027-02-01", "2027-03-01", "skip_and_append")));
    CHECK(std::count(found.begin(), found.end(), "no-step") == 1);
    // A leave into which nothing falls needs no step.
    CHECK(after("2026-03-02", dates, leave("2026-06-01", "2026-09-01", "skip_and_append")) ==
          after("2026-03-02", dates, ""));
}

TEST_CASE("weeks keep their distance under a leave in days, and move by calendar months under one in months") {
    const std::string weeks = "quantity = 30\nvesting = { over = \"6 weeks\", every = \"2 weeks\" }";
    CHECK(after("2026-03-02", weeks, leave("2026-03-20", "2026-03-30", "extend")) ==
          Rows{"2026-03-16 10", "2026-04-09 10", "2026-04-23 10"});
    CHECK(after("2026-03-02", weeks, leave("2026-03-20", "2026-04-20", "extend")) ==
          Rows{"2026-03-16 10", "2026-04-30 10", "2026-05-13 10"});
}

TEST_CASE("a gate is not shifted by a leave: it holds what the moved dates have earned") {
    const std::string gated = yearly + "\ngate = \"ipo\"\n[[event]]\nid = \"ipo\"\ndate = 2028-04-01\n";
    // Moved to 2 June each year by three months away; the listing of 1 April 2028 finds one year earned.
    CHECK(after("2026-03-02", gated, leave("2026-06-01", "2026-09-01", "extend")) ==
          Rows{"2028-04-01 25", "2028-06-02 25", "2029-06-02 25", "2030-06-02 25"});
}

TEST_CASE("a leave moves what a refresher vests as well") {
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 10\nas_of = 2026-03-02\n"
        "[refresher]\nvalue = 1000\nvesting = { over = \"2 years\", every = \"12 months\" }\n" +
        leave("2027-06-01", "2027-09-01", "extend"));
    offerkit::diagnostic::Diagnostics diagnostics;
    const auto refreshers = offerkit::timeline::resolve_refreshers(
        offer, offers::date(2026, 3, 2), false, offers::date(2027, 12, 31), offers::date(2026, 3, 2), diagnostics);
    REQUIRE(refreshers.size() == 1);
    CHECK(rows(refreshers[0].schedule) == Rows{"2028-06-02 50", "2029-06-02 50"});
}

TEST_CASE("a leave may move a vest to the last day of the calendar, and not past it") {
    const std::string dates = "quantity = 100\nvesting = { on = [{ date = 2999-11-30, portion = 1 }] }";
    CHECK(after("2998-03-02", dates, leave("2999-01-01", "2999-02-01", "extend")) == Rows{"2999-12-30 100"});
    CHECK(after("2998-03-02", dates, leave("2999-01-10", "2999-02-10", "none")) == Rows{"2999-11-30 100"});
    const auto found = offers::problems(grant_text("2998-03-02", dates, leave("2999-01-01", "2999-03-01", "extend")));
    CHECK(std::count(found.begin(), found.end(), "schedule-too-long") >= 1);
}

TEST_CASE("what is skipped cannot follow a stretch that vests at once, and follows one that waits without a day") {
    const std::string year =
        "quantity = 40\n[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"6 months\"\n";
    const std::string away = leave("2026-09-01", "2026-10-01", "skip_and_append");
    const std::string at_once = year + "[[grant.segment]]\nportion = \"50%\"\nover = \"0 days\"\n";
    const auto found = offers::problems(grant_text("2026-03-02", at_once, away));
    CHECK(std::count(found.begin(), found.end(), "no-step") == 1);
    const std::string waits = year +
                              "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"6 months\"\n"
                              "start = \"event:sale\"\n[[event]]\nid = \"sale\"\n";
    CHECK(after("2026-03-02", waits, "") == Rows{"2026-09-02 10", "2027-03-02 10", "no date 20, pending"});
    const auto moved = after("2026-03-02", waits, away);
    REQUIRE(moved.size() >= 2);
    CHECK(moved.front() == "2027-03-02 10");
    CHECK(moved.back().ends_with("pending"));
}

TEST_CASE("tranches of one day that a leave skips come together at one further step") {
    const std::string segments =
        "quantity = 40\n[[grant.segment]]\nportion = \"50%\"\nover = \"6 months\"\n[[grant.segment]]\nportion = "
        "\"25%\"\nover "
        "= \"0 days\"\n[[grant.segment]]\nportion = \"25%\"\nover = \"6 months\"\nevery = \"3 months\"\n";
    CHECK(after("2026-03-02", segments, "") == Rows{"2026-09-02 20", "2026-09-02 10", "2026-12-02 5", "2027-03-02 5"});
    CHECK(after("2026-03-02", segments, leave("2026-09-02", "2026-09-03", "skip_and_append")) ==
          Rows{"2026-12-02 5", "2027-03-02 5", "2027-06-02 20", "2027-06-02 10"});
}
