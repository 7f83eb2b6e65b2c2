// What of a bonus is owed back, as its terms are read.

#include <string>

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
