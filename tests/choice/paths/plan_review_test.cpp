// What tilts a plan, and where each warning of it begins (docs/career.md).

#include <string>
#include <vector>

#include <offerkit/choice/paths/plan_review.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using namespace offerkit::choice::paths;

namespace {

const std::string rungs =
    "currency = \"USD\"\n[[rung]]\nid = \"low\"\ntotal = 200_000\n[[rung]]\nid = \"high\"\ntotal = "
    "400_000\n";

std::string path(const std::string& id, const std::string& rest = "job_loss = { per_year = \"4%\" }\n") {
    return "[[path]]\nid = \"" + id + "\"\nrung = \"high\"\n" + rest;
}

std::vector<std::string> messages(const std::string& text) {
    const auto plan = careers::read(text);
    std::vector<std::string> all;
    for (const auto& warning : review(plan, terms_of(plan, {}))) {
        all.push_back(std::string{warning.code.id} + " " + warning.message);
    }
    return all;
}

using Lines = std::vector<std::string>;

const std::string loss = "job_loss = { per_year = \"4%\" }\n";
const std::string promotion = "promotion.high = { ever = \"50%\", median = \"2 years\", slow = \"4 years\" }\n";
const std::string exits = "[[path.exit]]\nname = \"closed\"\nchance = \"100%\"\nafter = \"3 years\"\n";

}  // namespace

TEST_CASE("a plan that treats its paths alike has nothing to review") {
    CHECK(messages(rungs + path("a") + path("b")).empty());
    CHECK(messages(rungs + path("a", loss + promotion) + path("b", loss + promotion)).empty());
}

TEST_CASE("without any loss of a job every figure is of a world without layoffs, and a loss in downturns is one") {
    const auto none = messages(rungs + path("a", "") + path("b", "job_loss = { per_year = \"0%\" }\n"));
    REQUIRE(none.size() == 1);
    CHECK(none[0] == "no-losses no path ever loses a job: every figure is of a world without layoffs");
    CHECK(messages(rungs + "[market]\ndownturn = \"15%\"\n" +
                   path("a", "job_loss = { per_year = \"0%\", in_downturn = \"9%\" }\n"))
              .empty());
}

TEST_CASE("what some paths state and others do not is told with the names of those that do not") {
    const auto losses = messages(rungs + path("a") + path("b", "") + path("c", ""));
    REQUIRE(losses.size() == 1);
    CHECK(losses[0].find("stated-for-some job loss counts as none for `b` and `c`, ") == 0);
    const auto promotions = messages(rungs + path("a", loss + promotion) + path("b"));
    REQUIRE(promotions.size() == 1);
    CHECK(promotions[0].find("stated-for-some promotion counts as none for `b`, ") == 0);
}

TEST_CASE("exits of one path are missing from another that has a first job, and from none without one") {
    const std::string job = "pay = 400_000\n";
    const auto some = messages(rungs + path("a", loss + exits) + path("b", loss + job));
    REQUIRE(some.size() == 1);
    CHECK(some[0].find("stated-for-some exits are stated for ") == 0);
    CHECK(some[0].find("not for `b`") != std::string::npos);
    CHECK(messages(rungs + path("a", loss + exits) + path("b", loss)).empty());
    CHECK(messages(rungs + path("a", loss + job) + path("b", loss + job)).empty());
}

TEST_CASE("a first job is far off its rung from 15% on, by its mean over the years that it states") {
    const auto paid = [](const std::string& pay) { return messages(rungs + path("a", loss + "pay = " + pay + "\n")); };
    CHECK(paid("342_000").empty());
    CHECK(paid("458_000").empty());
    CHECK(paid("340_000").at(0).find("pays 15% less than") != std::string::npos);
    CHECK(paid("460_000").at(0).find("pays 15% more than") != std::string::npos);
    const auto less = paid("338_000");
    REQUIRE(less.size() == 1);
    // 62,000 of 400,000 are 15.5%.
    CHECK(less[0].find("off-rung the first job of `a` pays 16% less than its rung `high`") == 0);
    CHECK(paid("[500_000, 540_000]").at(0).find("pays 30% more than") != std::string::npos);
    CHECK(paid("[300_000, 500_000]").empty());
}

TEST_CASE("a rung that pays less than the one below it stands in the wrong place, and equal ones do not") {
    const auto ladder = [](const std::string& second) {
        return messages(
            "currency = \"USD\"\n[[rung]]\nid = \"low\"\ntotal = 200_000\n[[rung]]\nid = \"high\"\ntotal = " + second +
            "\n" + path("a"));
    };
    CHECK(ladder("200_000").empty());
    const auto less = ladder("199_999");
    REQUIRE(less.size() == 1);
    CHECK(less[0] == "rung-pays-less rung `high` pays less than `low`, which stands below it");
}
