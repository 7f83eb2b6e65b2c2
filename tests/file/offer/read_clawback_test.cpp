// What of a bonus is owed back, as its terms are read.

#include <algorithm>
#include <string>
#include <vector>

#include <support/catch.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_top;

namespace {

reading::Outcome clawback(const std::string& terms) {
    return offer(with_top("[[sign_on]]\namount = 40_000\nclawback = { " + terms + " }\n"));
}

}  // namespace

TEST_CASE("what is owed back has parts of at most a million millionth, whatever the rule") {
    CHECK(clawback("share = \"1/1000000000000\"").problems.empty());
    CHECK(clawback("share = \"1/1000000000002\"").only("6:22 bad-rate"));
    const std::string steps = "rule = \"steps\", steps = ";
    CHECK(clawback(steps + "[[\"12 months\", \"1/999983\"], [\"24 months\", \"1/1000033\"]]").only("6:38 bad-rate"));
    CHECK(clawback(steps + "[[\"12 months\", \"1/999983\"], [\"24 months\", \"1/999983\"]]").problems.empty());
    // The share and each step multiply.
    CHECK(clawback("share = \"1/1000033\", " + steps + "[[\"12 months\", \"1/999983\"]]").only("6:59 bad-rate"));
}

TEST_CASE("steps fall or stay, and their last one ends the clawback") {
    const std::string steps = "rule = \"steps\", steps = ";
    const auto read = clawback(steps + "[[\"12 months\", \"100%\"], [\"24 months\", \"50%\"]]");
    REQUIRE(read.problems.empty());
    CHECK(read.offer->sign_ons.at(0).clawback->within == calendar::Period::months(24));
    CHECK(clawback(steps + "[[\"12 months\", \"50%\"], [\"24 months\", \"50%\"]]").problems.empty());
    CHECK(clawback(steps + "[[\"12 months\", \"50%\"], [\"24 months\", \"51%\"]]").only("6:75 wrong-order"));
    CHECK(clawback(steps + "[[\"24 months\", \"100%\"]], within = \"24 months\"").problems.empty());
    CHECK(clawback(steps + "[[\"24 months\", \"100%\"]], within = \"23 months\"").only("6:72 conflict"));
    CHECK(clawback("rule = \"steps\"").only("6:12 missing-key"));
    CHECK(clawback("rule = \"full\", steps = [[\"24 months\", \"100%\"]]").only("6:29 out-of-place"));
    CHECK(clawback("steps = [[\"24 months\", \"100%\"]]").only("6:14 out-of-place"));
}

TEST_CASE("what is owed in full at first is so for at most the whole time, in the same unit") {
    CHECK(clawback("within = \"24 months\", full_for = \"24 months\"").problems.empty());
    CHECK(clawback("within = \"24 months\", full_for = \"25 months\"").only("6:47 wrong-order"));
    CHECK(clawback("within = \"24 months\", full_for = \"90 days\"").only("6:47 mixed-units"));
    CHECK(clawback("within = \"24 months\", full_for = \"0 days\"").problems.empty());
    CHECK(clawback("within = \"90 days\", full_for = \"91 days\"").only("6:45 wrong-order"));
    CHECK(clawback("full_for = \"13 months\"").helps ==
          std::vector<std::string>{"say in `within` from when nothing is owed, such as `within = \"25 months\"`"});
    CHECK(clawback("rule = \"full\", full_for = \"1 month\"").only("6:29 conflict"));
    CHECK(clawback("rule = \"prorated\", full_for = \"1 month\"").problems.empty());
}

TEST_CASE("the help for steps in two units writes all of them in one, with every part exact") {
    const auto help = [](const std::string& steps) {
        const auto outcome = clawback("rule = \"steps\", steps = [" + steps + "]");
        REQUIRE(outcome.problems.size() == 1);
        REQUIRE(outcome.problems[0].find("mixed-units") != std::string::npos);
        return outcome.helps[0];
    };
    // 180 days are about 6 months, 365 about 12; 1/3 has no end in decimals, 1/8 has.
    CHECK(help("[\"6 months\", \"100%\"], [\"365 days\", \"1/3\"], [\"730 days\", \"12.5%\"]") ==
          "write `steps = [[\"6 months\", \"100%\"], [\"1 year\", \"1/3\"], [\"2 years\", \"12.5%\"]]`");
    // 36 months are 1,095 days, and 1,100 days about 36 months: only days keep them apart.
    CHECK(help("[\"36 months\", \"100%\"], [\"1100 days\", \"50%\"]") ==
          "write `steps = [[\"1095 days\", \"100%\"], [\"1100 days\", \"50%\"]]`");
    CHECK(help("[\"90 days\", \"100%\"], [\"1 year\", \"12.345678%\"]") ==
          "write `steps = [[\"90 days\", \"100%\"], [\"365 days\", \"12.345678%\"]]`");
}

TEST_CASE("each step ends later than the one before, and after the first day") {
    const std::string steps = "rule = \"steps\", steps = ";
    CHECK(clawback(steps + "[[\"0 days\", \"100%\"], [\"90 days\", \"50%\"]]").only("6:40 wrong-order"));
    CHECK(clawback(steps + "[[\"90 days\", \"100%\"], [\"90 days\", \"50%\"]]").only("6:61 wrong-order"));
    CHECK(clawback(steps + "[[\"91 days\", \"100%\"], [\"90 days\", \"50%\"]]").only("6:61 wrong-order"));
    const auto twice = clawback(steps + "[[\"1 year\", \"50%\"], [\"2 years\", \"70%\"], [\"3 years\", \"80%\"]]");
    CHECK(twice.problems.size() == 2);
}

TEST_CASE("a time that is too short for what is owed in full is told one that is long enough") {
    CHECK(clawback("full_for = \"18 months\"")
              .problems.at(0)
              .ends_with("`full_for` is longer than the whole clawback, which without `within` runs for 1 year"));
    const auto days = clawback("within = \"365 days\", full_for = \"400 days\"");
    REQUIRE(days.only("6:46 wrong-order"));
    CHECK(days.problems[0].ends_with("`full_for` is longer than `within`, 365 days"));
    // A year more than it asks for.
    CHECK(days.helps[0] == "say in `within` from when nothing is owed, such as `within = \"765 days\"`");
}

TEST_CASE("what is owed back runs from its payment and is prorated over a year, unless it says otherwise") {
    const auto read = [](const std::string& terms) {
        const auto outcome = clawback(terms);
        CAPTURE(terms, outcome.problems);
        REQUIRE(outcome.problems.empty());
        return *outcome.offer->sign_ons.at(0).clawback;
    };
    const auto plain = read("");
    CHECK(plain.within == calendar::Period::months(12));
    CHECK(plain.from == model::ClawbackFrom::payment);
    CHECK(plain.rule == model::ClawbackRule::prorated);
    CHECK(plain.share == quantity::Rate{1});
    CHECK_FALSE(plain.full_for);
    CHECK(plain.waived.empty());
    const auto full =
        read("within = \"2 years\", from = \"start\", rule = \"full\", share = \"70%\", waived = [\"death\"]");
    CHECK(full.within == calendar::Period::months(24));
    CHECK(full.from == model::ClawbackFrom::start);
    CHECK(full.rule == model::ClawbackRule::full);
    CHECK(full.share == *quantity::Rate::of(7, 10));
    CHECK(full.waived == std::vector{model::LeavingReason::death});
    CHECK(read("within = \"2 years\", full_for = \"1 year\"").full_for == calendar::Period::months(12));
    const auto steps = read("rule = \"steps\", steps = [[\"1 year\", \"100%\"], [\"2 years\", \"50%\"]]").steps;
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].until == calendar::Period::months(12));
    CHECK(steps[1].owed == *quantity::Rate::of(1, 2));
    // `full_for` says by itself that the rest is prorated.
    const auto assumes_rule = [](const std::string& terms) {
        const auto outcome = clawback(terms);
        const auto& all = outcome.offer->assumptions;
        return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.key.ends_with("clawback.rule"); });
    };
    CHECK(assumes_rule("within = \"2 years\""));
    CHECK_FALSE(assumes_rule("within = \"2 years\", full_for = \"1 year\""));
    CHECK_FALSE(assumes_rule("within = \"2 years\", rule = \"full\""));
}
