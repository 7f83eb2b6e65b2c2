#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("each key of a priorities file reaches its own place, and what is left out is as usual") {
    const auto result = read(
        "name = \"Me\"\nwealth = 200_000\nrisk_aversion = 2\nraise = \"3%\"\n[money]\nworst = 1\nbest = 2\nrank = 1\n"
        "[[factor]]\nid = \"growth\"\nname = \"N\"\nrank = 2\nworst_means = \"W\"\nbest_means = \"B\"\nquestion = "
        "\"Q?\"\n"
        "must = { at_least = 4 }\n[[factor]]\nid = \"calm\"\nrank = 3\naskable = false\nscale = { worst = 5, best = 1 "
        "}\nmust = { at_least = 2, chance = \"90%\" }\n");
    CAPTURE(result.outcome.problems);
    REQUIRE(result.priorities);
    const model::Priorities& me = *result.priorities;
    CHECK(me.name == "Me");
    CHECK(me.wealth->value.minor() == 20'000'000);
    CHECK(me.risk_aversion->value == quantity::Number{2});
    CHECK(me.raise->value == *quantity::Rate::of(3, 100));
    CHECK_FALSE(me.equal_weights);
    CHECK_FALSE(me.exit_per_year);
    CHECK_FALSE(me.household);
    CHECK(me.money->worst.minor() == 100);
    CHECK(me.money->rank->value == 1);
    CHECK_FALSE(me.money->swing);
    CHECK(me.money->goal == model::Goal::none);
    REQUIRE(me.factors.size() == 2);
    const model::Factor& growth = me.factors[0];
    CHECK(growth.name == "N");
    CHECK(growth.rank->value == 2);
    CHECK(growth.worst_means == "W");
    CHECK(growth.best_means == "B");
    CHECK(growth.question == "Q?");
    CHECK(growth.askable);
    CHECK_FALSE(growth.monetary);
    CHECK(growth.goal == model::Goal::none);
    CHECK(growth.scale.worst == quantity::Number{0});
    CHECK(growth.scale.best == quantity::Number{10});
    CHECK_FALSE(growth.must->chance);
    CHECK(growth.span.line == 10);
    CHECK_FALSE(me.factors[1].askable);
    CHECK(me.factors[1].must->chance == *quantity::Rate::of(9, 10));
    CHECK(read("weights = \"equal\"\n" + std::string{"[[factor]]\nid = \"a\"\n"}).priorities->equal_weights);
    CHECK(read("horizon = \"1 month\"\n").priorities);
    CHECK(read(factor + "monetary = true\n").priorities->factors.at(0).monetary);
    CHECK(read(factor + "monetary = false\n[money]\nworst = 1\nbest = 2\nswing = 1\n").priorities);
}

TEST_CASE("wealth and risk aversion count only together, and risk aversion is above 0") {
    CHECK(only("wealth = 5\n", "1:10 missing-key"));
    CHECK(read("wealth = 5\n").outcome.problems.at(0).ends_with("`wealth` counts only together with `risk_aversion`"));
    CHECK(only("risk_aversion = 2\n", "1:17 missing-key"));
    CHECK(read("risk_aversion = 2\n").outcome.problems.at(0).find("`risk_aversion` counts only") != std::string::npos);
    CHECK(read("risk_aversion = 2\n").outcome.helps.at(0).find("wealth = 200_000") != std::string::npos);
    CHECK(read("wealth = 5\n").outcome.helps.at(0).find("risk_aversion = 2") != std::string::npos);
    CHECK(only("wealth = 5\nrisk_aversion = 0\n", "2:17 bad-number"));
    CHECK(read("wealth = 5\nrisk_aversion = 0.1\n").priorities);
}

TEST_CASE("a must-have may be the very end of its scale, whichever way the scale leads") {
    const auto must = [](const std::string& scale, const std::string& at_least) {
        return read(factor + "scale = " + scale + "\nmust = { at_least = " + at_least + " }\n").outcome;
    };
    for (const std::string scale : {"{ worst = 2, best = 8 }", "{ worst = 8, best = 2 }"}) {
        CAPTURE(scale);
        CHECK(must(scale, "2").problems.empty());
        CHECK(must(scale, "8").problems.empty());
        CHECK(must(scale, "1.9").only("5:21 off-scale"));
        CHECK(must(scale, "8.1").only("5:21 off-scale"));
    }
}

TEST_CASE("what has children has neither scale, must-have nor question of its own") {
    const std::string parent = factor + "children = [\"a\"]\n";
    const std::string child = "[[factor]]\nid = \"a\"\nswing = 1\n";
    CHECK(only(parent + "must = { at_least = 4 }\n" + child, "5:1 out-of-place"));
    CHECK(only(parent + "question = \"Q?\"\n" + child, "5:1 out-of-place"));
    CHECK(only(parent + "askable = true\n" + child, "5:1 out-of-place"));
    CHECK(only(factor + "askable = false\nquestion = \"Q?\"\n", "5:1 out-of-place"));
    CHECK(read(factor + "askable = true\nquestion = \"Q?\"\n").priorities);
}

TEST_CASE("a factor may stand deep in the tree, and a circle anywhere in it is told once") {
    const auto tree = [](const std::vector<std::pair<std::string, std::string>>& factors) {
        std::string text;
        for (const auto& [id, children] : factors) {
            text += "[[factor]]\nid = \"" + id + "\"\nswing = 1\n" +
                    (children.empty() ? "" : "children = [" + children + "]\n");
        }
        return read(text).outcome;
    };
    CHECK(tree({{"a", "\"b\""}, {"b", "\"c\", \"d\""}, {"c", ""}, {"d", "\"e\""}, {"e", ""}}).problems.empty());
    CHECK(tree({{"e", ""}, {"d", "\"e\""}, {"b", "\"c\", \"d\""}, {"c", ""}, {"a", "\"b\""}}).problems.empty());
    CHECK(tree({{"a", "\"a\""}}).only("2:6 conflict"));
    CHECK(tree({{"x", ""}, {"a", "\"b\""}, {"b", "\"c\""}, {"c", "\"a\""}}).only("5:6 conflict"));
    // Two children of one circle, and what hangs below it.
    CHECK(tree({{"below", ""}, {"a", "\"b\""}, {"b", "\"a\", \"below\""}}).only("5:6 conflict"));
    const auto twice = tree({{"a", "\"c\""}, {"b", "\"c\""}, {"c", ""}});
    CHECK(twice.problems.at(0).ends_with("`c` is already a child of `a`"));
    CHECK(tree({{"a", "\"zz\""}}).helps == std::vector<std::string>{"add [[factor]] with that id"});
    CHECK(tree({{"a", "\"mentor\""}, {"mentors", ""}}).helps == std::vector<std::string>{"did you mean `mentors`?"});
}

TEST_CASE("money weighs among the factors at the top, and its swing may carry them all") {
    const std::string money = "[money]\nworst = 1\nbest = 2\nswing = ";
    const std::string none = "[[factor]]\nid = \"a\"\nswing = 0\n";
    CHECK(read(money + "5\n" + none).priorities);
    CHECK(only(money + "0\n" + none, "4:9 no-weight"));
    CHECK(read(money + "0\n" + none).outcome.problems.at(0).ends_with("every swing is 0, so nothing counts"));
    CHECK(read(money + "0\n[[factor]]\nid = \"a\"\nswing = 1\n").priorities);
    CHECK(only("[money]\nworst = 1\nbest = 2\n" + factor, "1:1 missing-key"));
    CHECK(only("weights = \"equal\"\n" + money + "5\n", "5:9 conflict"));
    CHECK(only("[money]\nworst = 1\nbest = 2\nrank = 1\n" + factor, "7:9 conflict"));
    CHECK(read("[money]\nworst = 1\nbest = 2\nrank = 1\n[[factor]]\nid = \"a\"\n").outcome.helps ==
          std::vector<std::string>{"add `rank = 1`, its place in the order"});
    CHECK(read(factor + "[[factor]]\nid = \"a\"\n").outcome.helps ==
          std::vector<std::string>{"add `swing = 50`, points for going from its worst to its best"});
    // Children that outweigh nothing are told below their parent, whatever stands elsewhere.
    const auto below = read(factor + "children = [\"a\", \"b\"]\n" + none + "[[factor]]\nid = \"b\"\nswing = 0\n");
    CHECK(below.outcome.problems.at(0).ends_with("every swing below `growth` is 0, so nothing counts"));
    CHECK(read(factor + "children = [\"a\", \"b\"]\n" + none + "[[factor]]\nid = \"b\"\nswing = 1\n").priorities);
    CHECK(only("[[factor]]\nid = \"p\"\nswing = 0\nchildren = [\"growth\"]\n" + factor, "3:9 no-weight"));
}

TEST_CASE("priorities hold a thousand factors, and the one too many is told alone") {
    const auto many = [](int count) {
        std::string text = "weights = \"equal\"\n";
        for (int i = 1; i <= count; ++i) {
            text += "[[factor]]\nid = \"f" + std::to_string(i) + "\"\n";
        }
        return read(text);
    };
    CHECK(many(1'000).priorities);
    CHECK(many(1'002).outcome.only("2002:1 too-many-factors"));
}

TEST_CASE("factors without an id miss one each, and the second of a name is told with the first") {
    const std::string nameless = "[[factor]]\nswing = 1\n";
    const auto read_two = read(nameless + nameless);
    REQUIRE(read_two.outcome.problems.size() == 2);
    CHECK(read_two.outcome.problems[0].find("missing-key: `id`") != std::string::npos);
    CHECK(read_two.outcome.problems[1].find("missing-key: `id`") != std::string::npos);
    CHECK(read("[[factor]]\nid = \"money\"\nswing = 1\n").priorities);
    CHECK(only("[money]\nworst = 5\nbest = 4\nswing = 1\n", "3:8 wrong-order"));
    CHECK(read("[money]\nworst = 4\nbest = 5\nswing = 0.5\n").priorities);
    CHECK(read("[money]\nworst = \"x\"\nbest = 5\nswing = 1\n").outcome.problems.size() == 1);
    CHECK(read(factor + "scale = { worst = \"x\", best = 5 }\n").outcome.problems.size() == 1);
    CHECK(read(factor + "must = { at_least = \"x\" }\n").outcome.problems.size() == 1);
    CHECK(read("risk_tolerance = 1\n").priorities);
}

TEST_CASE("each family of factors is weighed by itself: one that counts says nothing of the others") {
    const auto parent = [](const std::string& id, const std::string& swing, const std::string& children) {
        return "[[factor]]\nid = \"" + id + "\"\nswing = " + swing + "\nchildren = [" + children + "]\n";
    };
    const auto child = [](const std::string& id, const std::string& swing) {
        return "[[factor]]\nid = \"" + id + "\"\nswing = " + swing + "\n";
    };
    const std::string counts = parent("work", "8", R"("a", "b")") + child("a", "1") + child("b", "1");
    const std::string none = parent("place", "8", R"("c", "d")") + child("c", "0") + child("d", "0");
    const auto second = read(counts + none);
    REQUIRE(second.outcome.only("17:9 no-weight"));
    CHECK(second.outcome.problems[0].ends_with("every swing below `place` is 0, so nothing counts"));
    CHECK(only(none + counts, "7:9 no-weight"));
    // Children that count do not carry a top that does not.
    CHECK(only(parent("work", "0", R"("a", "b")") + child("a", "1") + child("b", "1"), "3:9 no-weight"));
}
