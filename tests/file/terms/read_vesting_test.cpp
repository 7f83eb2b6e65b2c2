// Schedules in each of their forms, what each of them needs, and what is refused.

#include <string>

#include "file/reading.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;
using calendar::Period;
using quantity::Rate;
using reading::offer;
using reading::with_top;

namespace {

/// A grant whose schedule stands in line 6.
reading::Outcome vesting(const std::string& terms) {
    return offer(with_top("[[grant]]\nquantity = 100\nvesting = " + terms + "\n"));
}

model::VestingTerms read(const std::string& terms) {
    const auto outcome = vesting(terms);
    CAPTURE(terms, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->grants.at(0).vesting;
}

/// A grant of one segment in line 6, which is all of it over a year; further keys from line 9 on.
reading::Outcome segment(const std::string& keys) {
    return offer(with_top("[[grant]]\nquantity = 100\n[[grant.segment]]\nportion = 1\nover = \"1 year\"\n" + keys +
                          "[[event]]\nid = \"ipo\"\n"));
}

}  // namespace

TEST_CASE("even steps go over a time, and without a step it is all at its end") {
    const auto whole = read("{ over = \"4 years\" }");
    REQUIRE(whole.segments.size() == 1);
    CHECK(whole.segments[0].over == Period::months(48));
    CHECK(whole.segments[0].every == Period::months(48));
    CHECK_FALSE(whole.cliff);
    CHECK(read("{ over = \"4 years\", every = \"3 months\" }").segments[0].every == Period::months(3));
    CHECK(vesting("{ over = \"4 years\", every = \"0 months\" }").only("6:39 bad-period"));
    CHECK(vesting("{ over = \"4 years\", every = \"1 day\" }").problems.size() == 1);
    CHECK(vesting("{ over = \"4 yars\", every = \"1 month\" }").only("6:20 bad-period"));
    CHECK(vesting("{ over = \"4 years\", every = \"1 mnoth\" }").only("6:39 bad-period"));
    // What does not divide is told, and no offer is given.
    CHECK(vesting("{ over = \"4 years\", every = \"5 months\" }").problems.size() == 1);
    CHECK_FALSE(vesting("{ over = \"4 years\", every = \"5 months\" }").offer);
}

TEST_CASE("a cliff is a time, or a time with the part that is released then") {
    const auto plain = read("{ over = \"4 years\", every = \"1 month\", cliff = \"1 year\" }");
    CHECK(plain.cliff->after == Period::months(12));
    CHECK_FALSE(plain.cliff->portion);
    const auto part =
        read("{ over = \"4 years\", every = \"1 month\", cliff = { after = \"1 year\", portion = \"10%\" } }");
    CHECK(part.cliff->after == Period::months(12));
    CHECK(part.cliff->portion == *Rate::of(1, 10));
    CHECK_FALSE(read("{ over = \"4 years\", every = \"1 month\", cliff = { after = \"1 year\" } }").cliff->portion);
    CHECK(vesting("{ over = \"4 years\", cliff = { portion = \"10%\" } }").only("6:39 missing-key"));
    CHECK(vesting("{ over = \"4 years\", cliff = \"soon\" }").only("6:39 bad-period"));
    CHECK(vesting("{ over = \"4 years\", cliff = 12 }").only("6:39 wrong-type"));
    CHECK(vesting("{ yearly = [\"50%\", \"50%\"], cliff = \"soon\" }").only("6:46 bad-period"));
}

TEST_CASE("portions by year are of a year each, at its end or in equal steps") {
    const auto yearly = read("{ yearly = [\"60%\", \"40%\"] }");
    REQUIRE(yearly.segments.size() == 2);
    CHECK(yearly.segments[0].portion == *Rate::of(3, 5));
    CHECK(yearly.segments[1].portion == *Rate::of(2, 5));
    for (const auto& year : yearly.segments) {
        CHECK(year.over == Period::months(12));
        CHECK(year.every == Period::months(12));
    }
    CHECK(read("{ yearly = [\"60%\", \"40%\"], every = \"6 months\" }").segments[1].every == Period::months(6));
    CHECK(vesting("{ yearly = [\"60%\", \"40%\"], every = \"0 days\" }").only("6:46 bad-period"));
    CHECK(vesting("{ yearly = [\"60%\", \"30%\"] }").problems.size() == 1);
    CHECK(vesting("{ yearly = [\"60%\", \"forty\"] }").only("6:30 bad-rate"));
}

TEST_CASE("dates of their own have portions all, or numbers of shares all") {
    const auto parts =
        read("{ on = [{ date = 2027-01-01, portion = \"60%\" }, { date = 2028-01-01, portion = \"40%\" }] }");
    REQUIRE(parts.dates.size() == 2);
    CHECK(parts.dates[0].date == *calendar::Date::of(2027, 1, 1));
    CHECK(parts.dates[0].portion == *Rate::of(3, 5));
    CHECK_FALSE(parts.dates[0].quantity);
    const auto shares = read("{ on = [{ date = 2027-01-01, quantity = 60 }, { date = 2028-01-01, quantity = 40 }] }");
    CHECK(shares.dates[1].quantity == 40);
    CHECK_FALSE(shares.dates[1].portion);
    CHECK(vesting("{ on = [{ date = 2027-01-01 }] }").only("6:19 missing-key"));
    CHECK(vesting("{ on = [{ portion = 1 }] }").only("6:19 missing-key"));
    CHECK(vesting("{ on = [{ date = 2027-01-01, portion = \"all\" }] }").only("6:50 bad-rate"));
    CHECK(vesting("{ on = [{ date = 2027-01-01, quantity = 0 }] }").only("6:51 bad-number"));
    CHECK(vesting("{ on = [{ date = 2027-01-01, portion = 1 }], every = \"1 month\" }").only("6:56 out-of-place"));
    // What cannot be read of one date says nothing of what the others come to.
    CHECK(vesting("{ on = [{ date = 2027-01-01, portion = \"all\" }, { date = 2028-01-01, portion = \"40%\" }] }")
              .only("6:50 bad-rate"));
    // Each date that differs from the first is told.
    CHECK(vesting("{ on = [{ date = 2027-01-01, portion = 1 }, { date = 2028-01-01, quantity = 3 }, "
                  "{ date = 2029-01-01, quantity = 4 }] }")
              .problems.size() == 2);
}

TEST_CASE("a segment may wait for events, and begin at one or some time after it") {
    const auto plain = segment("");
    REQUIRE(plain.problems.empty());
    CHECK(plain.offer->grants[0].vesting.segments[0].gates.empty());
    CHECK_FALSE(plain.offer->grants[0].vesting.segments[0].start);
    const auto read_one =
        segment("every = \"3 months\"\ncliff = \"6 months\"\ngate = \"ipo\"\nstart = \"event:ipo + 1 year\"\n");
    REQUIRE(read_one.problems.empty());
    const auto& one = read_one.offer->grants[0].vesting.segments[0];
    CHECK(one.every == Period::months(3));
    CHECK(one.cliff->after == Period::months(6));
    CHECK(one.gates == std::vector<std::string>{"ipo"});
    CHECK(one.start->event == "ipo");
    CHECK(one.start->after == Period::months(12));
    const auto at_once = segment("start = \"event:ipo\"\n");
    CHECK(at_once.offer->grants[0].vesting.segments[0].start->after.is_zero());
    // Each part that cannot be read is one problem, and the segment is not used without it.
    CHECK(segment("every = \"0 days\"\n").only("9:9 bad-period"));
    CHECK(segment("cliff = \"soon\"\n").only("9:9 bad-period"));
    CHECK(segment("start = \"ipo\"\n").only("9:9 bad-text"));
    CHECK(segment("start = \"event:ipo+6 months\"\n").only("9:9 bad-text"));
    CHECK(segment("start = \"event:i po\"\n").only("9:9 bad-text"));
    CHECK(segment("start = 5\n").only("9:9 wrong-type"));
    CHECK(segment("start = \"event:\"\n").only("9:9 bad-text"));
    CHECK(segment("start = \"event: + 1 year\"\n").only("9:9 bad-text"));
    CHECK(segment("start = \"event:ipo + soon\"\n").only("9:9 bad-text"));
    CHECK(segment("start = \"event:ipo + \"\n").only("9:9 bad-text"));
}

TEST_CASE("segments together give out all of a grant, one by one") {
    const auto two = [](const std::string& first, const std::string& second) {
        return offer(with_top("[[grant]]\nquantity = 100\n[[grant.segment]]\nportion = \"" + first +
                              "\"\nover = \"1 year\"\n[[grant.segment]]\nportion = \"" + second +
                              "\"\nover = \"3 years\"\n"));
    };
    const auto read_both = two("25%", "75%");
    REQUIRE(read_both.problems.empty());
    const auto& segments = read_both.offer->grants[0].vesting.segments;
    REQUIRE(segments.size() == 2);
    CHECK(segments[0].portion == *Rate::of(1, 4));
    CHECK(segments[1].over == Period::months(36));
    CHECK(segments[1].every == Period::months(36));
    CHECK(two("25%", "70%").problems.size() == 1);
    // What the others come to is not known where one cannot be read.
    CHECK(two("25%", "rest").only("10:11 bad-rate"));
    CHECK(two("quarter", "75%").only("7:11 bad-rate"));
}

TEST_CASE("a schedule and segments are both read for what is wrong in them") {
    const auto both =
        offer(with_top("[[grant]]\nquantity = 100\nvesting = { over = \"4 years\" }\n"
                       "[[grant.segment]]\nportion = 1\nover = \"a while\"\n"));
    CHECK(both.has("7:9 conflict"));
    CHECK(both.has("9:8 bad-period"));
    CHECK(both.problems.size() == 2);
    CHECK(offer(with_top("[[grant]]\nquantity = 100\nvesting = \"no-such-schedule\"\n")).only("6:11 unknown-profile"));
}

TEST_CASE("tranches fall on a fixed day of the month, or by a rule") {
    const auto rule = [](const std::string& day) {
        const auto outcome = offer(reading::with_grant("quantity = 5\n" + day));
        REQUIRE(outcome.problems.empty());
        return outcome.offer->grants[0];
    };
    CHECK(rule("day_of_month = 1\n").day_of_month == calendar::DayRule::fixed(1));
    CHECK(rule("day_of_month = 31\n").day_of_month == calendar::DayRule::fixed(31));
    CHECK(rule("day_of_month = \"last_day_of_month\"\n").day_of_month ==
          calendar::DayRule{calendar::DayRule::Kind::last_day});
    CHECK(rule("day_of_month = 15\n").day_of_month_is_written);
    CHECK(rule("").day_of_month == calendar::DayRule{});
    CHECK_FALSE(rule("").day_of_month_is_written);
    CHECK(offer(reading::with_grant("quantity = 5\nday_of_month = 0\n")).only("7:16 bad-number"));
}
