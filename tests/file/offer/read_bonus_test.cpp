// When a bonus is earned and paid, and how often.

#include <algorithm>
#include <string>

#include "file/reading.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using calendar::DayOfYear;
using reading::offer;
using reading::with_top;

namespace {

/// [bonus] in line 4 with its amount; further keys from line 6 on.
reading::Outcome bonus(const std::string& keys) { return offer(with_top("[bonus]\namount = 10\n" + keys)); }

model::Bonus read(const std::string& keys) {
    const auto outcome = bonus(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->bonuses.at(0);
}

/// What is assumed of a key of the bonus; "-" for nothing.
std::string assumed(const std::string& keys, const std::string& key) {
    const auto outcome = bonus(keys);
    REQUIRE(outcome.offer.has_value());
    const auto& all = outcome.offer->assumptions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == "bonus." + key; });
    return found == all.end() ? "-" : found->value;
}

}  // namespace

TEST_CASE("a bonus is earned in years of employment, in the calendar year or in one that begins on a day") {
    CHECK_FALSE(read("").year);
    CHECK_FALSE(read("").year_stated);
    CHECK_FALSE(read("year = \"employment\"\n").year);
    CHECK(read("year = \"employment\"\n").year_stated);
    CHECK(read("year = \"calendar\"\n").year == DayOfYear{1, 1});
    CHECK(read("year = \"07-01\"\n").year == DayOfYear{7, 1});
    CHECK(bonus("year = \"7-1\"\n").only("6:8 bad-day-of-year"));
    CHECK(bonus("year = \"fiscal\"\n").only("6:8 unknown-word"));
}

TEST_CASE("a bonus is paid at the end of a month, on a day, or on the last day of its year, which is said") {
    CHECK(read("paid = 3\n").paid_on == DayOfYear{3, 31});
    CHECK(read("paid = \"03-15\"\n").paid_on == DayOfYear{3, 15});
    CHECK_FALSE(read("paid = \"anniversary\"\n").paid_on);
    CHECK(bonus("paid = 13\n").only("6:8 bad-number"));
    CHECK(bonus("paid = \"3-15\"\n").only("6:8 bad-day-of-year"));
    CHECK(assumed("", "paid") == "anniversary");
    CHECK(assumed("paid = 3\n", "paid") == "-");
    // The year before 1 July ends on 30 June, that before 1 March on 28 February.
    CHECK(assumed("year = \"calendar\"\n", "paid") == "12-31");
    CHECK(assumed("year = \"07-01\"\n", "paid") == "06-30");
    CHECK(assumed("year = \"03-01\"\n", "paid") == "02-28");
    // Parts are paid on the last days of their own months.
    CHECK(assumed("every = \"3 months\"\n", "paid") == "-");
    CHECK(assumed("every = \"6 months\"\n", "paid") == "-");
    CHECK(assumed("every = \"1 year\"\n", "paid") == "anniversary");
    CHECK(assumed("year = \"calendar\"\npaid_after = \"2 months\"\n", "paid") == "-");
}

TEST_CASE("parts and a delay stand beside each other, and a day instead of both") {
    const auto later = read("every = \"3 months\"\npaid_after = \"2 months\"\n");
    CHECK(later.parts == 4);
    CHECK(later.paid_after == calendar::Period::months(2));
    CHECK(bonus("paid = 3\nevery = \"3 months\"\n").only("7:1 conflict"));
    CHECK(bonus("paid = 3\npaid_after = \"2 months\"\n").only("7:1 conflict"));
    CHECK_FALSE(bonus("pad = 3\n").problems.empty());
    CHECK(bonus("pad = 3\n").problems.size() == 1);
}

TEST_CASE("how often, said in place of the day, is led to its own key, once") {
    const auto often = bonus("paid = \"half-yearly\"\n");
    REQUIRE(often.only("6:8 unknown-word"));
    CHECK(often.helps[0] == "write `every = \"6 months\"`");
    // Once a year, or every two weeks, is no part of a year.
    CHECK(bonus("paid = \"yearly\"\n").helps.at(0).find("every") == std::string::npos);
    CHECK(bonus("paid = \"biweekly\"\n").helps.at(0).find("every") == std::string::npos);
    // Where `every` stands beside it, the two exclude each other, and the word is none.
    const auto both = bonus("paid = \"monthly\"\nevery = \"1 month\"\n");
    CHECK(both.has("7:1 conflict"));
    CHECK(both.helps.back().find("write `every") == std::string::npos);
}

TEST_CASE("what the first year pays has a meaning where the first day cuts one") {
    CHECK(read("year = \"calendar\"\nfirst_year = \"full\"\n").first_year == model::FirstYear::full);
    CHECK(read("year = \"calendar\"\n").first_year == model::FirstYear::prorated);
    CHECK(bonus("first_year = \"full\"\n").only("6:1 out-of-place"));
    CHECK(bonus("year = \"employment\"\nfirst_year = \"full\"\n").only("7:1 out-of-place"));
    // A year that cannot be read is one problem.
    CHECK(bonus("year = \"fiscal\"\nfirst_year = \"full\"\n").only("6:8 unknown-word"));
}

TEST_CASE("a part of a bonus may be paid later, on a schedule of its own") {
    CHECK_FALSE(read("").deferred);
    const auto later = read("deferred = { portion = \"40%\", vesting = { over = \"3 years\" } }\n");
    REQUIRE(later.deferred);
    CHECK(later.deferred->portion == *quantity::Rate::of(2, 5));
    CHECK(later.deferred->vesting.segments.size() == 1);
    CHECK(bonus("deferred = { portion = \"40%\" }\n").only("6:12 missing-key"));
    CHECK(bonus("deferred = { vesting = { over = \"3 years\" } }\n").only("6:12 missing-key"));
    CHECK(bonus("deferred = { portion = \"140%\", vesting = { over = \"3 years\" } }\n").only("6:24 bad-rate"));
    CHECK(bonus("deferred = { portion = \"40%\", vesting = { over = \"3 yars\" } }\n").problems.size() == 1);
}

TEST_CASE("a bonus is a share of base or an amount, expected to pay a part of it") {
    const auto share = offer(with_top("[bonus]\ntarget = \"15%\"\npayout = \"80%\"\nguaranteed_years = 2\n"));
    REQUIRE(share.problems.empty());
    const auto& one = share.offer->bonuses.at(0);
    CHECK(std::get<quantity::Rate>(one.target) == *quantity::Rate::of(3, 20));
    CHECK(one.name == "Bonus");
    CHECK(one.payout == *quantity::Rate::of(4, 5));
    CHECK(one.guaranteed_years == 2);
    CHECK(std::holds_alternative<quantity::Money>(read("").target));
    CHECK(read("on_leaving = \"pro_rata\"\n").on_leaving == model::BonusOnLeaving::pro_rata);
    CHECK(read("").on_leaving == model::BonusOnLeaving::lost);
    // Several bonuses are told apart by their names, one alone needs none.
    const std::string named = "[[bonus]]\ntarget = 0.1\nname = \"a\"\n";
    CHECK(offer(with_top(named + named)).problems.empty());
    CHECK(offer(with_top(named + "[[bonus]]\ntarget = 0.1\n")).only("7:1 missing-key"));
    CHECK(offer(with_top("[[bonus]]\ntarget = 0.1\n")).problems.empty());
}
