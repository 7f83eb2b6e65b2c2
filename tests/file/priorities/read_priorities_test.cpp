#include <string>

#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/reading.hpp"

using namespace offerkit;

namespace {

struct Read {
    std::optional<model::Priorities> priorities{};
    reading::Outcome outcome{};
};

Read read(const std::string& text) {
    const support::ScratchFolder folder;
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Read result;
    result.priorities = file::read_priorities_file(
        {sources, diagnostics, profiles, {}}, folder.write("me.toml", text).string(), quantity::Currency::of("EUR"));
    reading::take_problems(result.outcome, sources, diagnostics);
    return result;
}

bool only(const std::string& text, const std::string& place_and_code) {
    const Read result = read(text);
    CAPTURE(text, result.outcome.problems);
    return result.outcome.only(place_and_code);
}

const std::string factor = "[[factor]]\nid = \"growth\"\nswing = 80\n";

}  // namespace

TEST_CASE("a priorities file reaches the model") {
    const auto result = read(R"(name = "Me, 2026"
horizon = "4 years"
discount_rate = "5%"
stay = { exit_per_year = "13.2%" }
risk_tolerance = 150_000
currency = "USD"
[money]
worst = 150_000
best = 450_000
swing = 100
goal = "money_now"
[[factor]]
id = "growth"
name = "Personal growth"
swing = 80
scale = { worst = 10, best = 0 }
goal = "personal_growth"
[[factor]]
id = "people"
swing = 5
children = ["mentors"]
[[factor]]
id = "mentors"
swing = 0
must = { at_least = 4, chance = "90%" }
)");
    CAPTURE(result.outcome.problems);
    REQUIRE(result.priorities);
    const model::Priorities& me = *result.priorities;
    CHECK(me.horizon->value == calendar::Period::months(48));
    CHECK(me.exit_per_year->value == *quantity::Rate::of(132, 1000));
    CHECK(me.money->best.currency().code() == "USD");
    CHECK(me.money->goal == model::Goal::money_now);
    CHECK(me.factors.at(0).scale.worst == quantity::Number{10});
    CHECK(me.factors.at(1).children.at(0).value == "mentors");
    CHECK(me.factors.at(2).must->at_least == quantity::Number{4});
}

TEST_CASE("what a priorities file leaves out stays empty, and amounts follow the run's currency") {
    const auto result = read("risk_tolerance = 5\n");
    REQUIRE(result.priorities);
    CHECK_FALSE(result.priorities->horizon);
    CHECK_FALSE(result.priorities->discount_rate);
    CHECK_FALSE(result.priorities->currency);
    CHECK(result.priorities->risk_tolerance->value.currency().code() == "EUR");
}

TEST_CASE("weights are swings, or ranks on every factor, or equal") {
    CHECK(read("weights = \"equal\"\n[[factor]]\nid = \"a\"\n").outcome.problems.empty());
    CHECK(read("[[factor]]\nid = \"a\"\nrank = 1\n[[factor]]\nid = \"b\"\nrank = 2\n").outcome.problems.empty());
    CHECK(only("weights = \"equal\"\n" + factor, "4:9 conflict"));
    CHECK(only(factor + "[[factor]]\nid = \"b\"\nrank = 2\n", "6:8 conflict"));
    CHECK(only(factor + "[[factor]]\nid = \"b\"\n", "5:6 missing-key"));
    CHECK(only(factor + "rank = 1\n", "4:1 conflict"));
    CHECK(only("[[factor]]\nid = \"a\"\nswing = -1\n", "3:9 bad-number"));
}

TEST_CASE("scales have two ends, and money's best is above its worst") {
    CHECK(only(factor + "scale = { worst = 1, best = 1 }\n", "4:29 wrong-order"));
    CHECK(only("[money]\nworst = 5\nbest = 5\nswing = 1\n", "3:8 wrong-order"));
    CHECK(only("horizon = \"0 months\"\n", "1:11 bad-period"));
    CHECK(only("horizon = \"90 days\"\n", "1:11 bad-period"));
    CHECK(only("risk_tolerance = 0\n", "1:18 bad-money"));
}

TEST_CASE("a value tree is a tree: its children exist, have one parent and are not their own ancestors") {
    CHECK(only(factor + "children = [\"mentor\"]\n[[factor]]\nid = \"mentors\"\nswing = 1\n", "4:13 unknown-factor"));
    CHECK(
        only("[[factor]]\nid = \"a\"\nswing = 1\nchildren = [\"c\"]\n[[factor]]\nid = \"b\"\nswing = 1\nchildren = "
             "[\"c\"]\n[[factor]]\nid = \"c\"\nswing = 1\n",
             "8:13 conflict"));
    CHECK(
        only("[[factor]]\nid = \"a\"\nswing = 1\nchildren = [\"b\"]\n[[factor]]\nid = \"b\"\nswing = 1\nchildren = "
             "[\"a\"]\n",
             "2:6 conflict"));
    CHECK(only(factor + "children = [\"b\"]\nscale = { worst = 0, best = 1 }\n[[factor]]\nid = \"b\"\nswing = 1\n",
               "5:1 out-of-place"));
}

TEST_CASE("where swings weigh, one of those beside each other is above 0") {
    const std::string none = "[[factor]]\nid = \"a\"\nswing = 0\n";
    CHECK(only(none, "3:9 no-weight"));
    CHECK(read(none + "[[factor]]\nid = \"b\"\nswing = 2\n").outcome.problems.empty());
    CHECK(read(factor + "children = [\"a\"]\n" + none).outcome.problems.empty());
    CHECK(only(factor + "children = [\"a\", \"b\"]\n" + none + "[[factor]]\nid = \"b\"\nswing = 0\n", "7:9 no-weight"));
}

TEST_CASE("a must-have lies on the scale of its factor, and a factor beside [money] is not called money") {
    CHECK(only(factor + "must = { at_least = 11 }\n", "4:21 off-scale"));
    CHECK(only(factor + "scale = { worst = 90, best = 5 }\nmust = { at_least = 4 }\n", "5:21 off-scale"));
    CHECK(only("[money]\nworst = 1\nbest = 2\nswing = 1\n[[factor]]\nid = \"money\"\nswing = 1\n", "6:6 duplicate-id"));
}

TEST_CASE("factors have names of their own, and money is counted once") {
    CHECK(only(factor + factor, "5:6 duplicate-id"));
    CHECK(only(factor + "monetary = true\n[money]\nworst = 1\nbest = 2\nswing = 1\n", "4:12 conflict"));
}

TEST_CASE("words of a tax return lead to those of a household") {
    const auto help = [](const std::string& line) {
        const Read result = read("[household]\n" + line + "\n");
        CAPTURE(result.outcome.problems);
        REQUIRE_FALSE(result.outcome.helps.empty());
        return result.outcome.helps[0];
    };
    CHECK(help("status = \"married\"").starts_with("write `status = \"joint\"`;"));
    CHECK(help("status = \"MFS\"").starts_with("write `status = \"separate\"`;"));
    CHECK(help("401k = 20_000") == "write `deferral = 20_000`");
    CHECK(help("filing_status = \"single\"") == "write `status = \"single\"`");
    CHECK(help("filing_status = \"married\"") == "write `status = \"joint\"`");
    CHECK(help("filing_status = \"married filing jointly\"") == "write `status = \"joint\"`");
    CHECK(help("kids = 2") == "write `children = 2`");
}
