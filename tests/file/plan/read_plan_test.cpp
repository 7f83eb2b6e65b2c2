// What a career plan says as a whole: its years, the person, its rungs and its turns.

#include <string>
#include <vector>

#include <support/catch.hpp>

#include "file/plan/plans.hpp"

using namespace offerkit;
using plans::career;
using plans::with_plan;
using plans::with_top;
using quantity::Money;
using quantity::Number;
using quantity::Rate;

namespace {

Money usd(std::int64_t whole) { return {whole * 100, *quantity::Currency::of("USD")}; }

/// So many tables alike, with `#` for the number of each.
std::string many(int count, const std::string& table) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        std::string one = table;
        for (std::size_t at = one.find('#'); at != std::string::npos; at = one.find('#')) {
            one.replace(at, 1, std::to_string(i));
        }
        text += one;
    }
    return text;
}

const std::string small_rung = "[[rung]]\nid = \"low\"\ntotal = 100_000\n";
const std::string small_path = "[[path]]\nid = \"a\"\nrung = \"low\"\n";

}  // namespace

TEST_CASE("a plan of a rung and a path looks at ten years, which its defaults describe") {
    const auto read = with_top("");
    CAPTURE(read.problems);
    REQUIRE(read.none());
    const model::CareerPlan& plan = *read.value;
    CHECK(plan.file == "plan.toml");
    CHECK(plan.currency.code() == "USD");
    CHECK(plan.horizon == 120);
    CHECK(plan.looks.empty());
    CHECK(plan.discount_rate == *Rate::of(5, 100));
    CHECK(plan.pay_growth == Rate{});
    CHECK(plan.keep == Rate{1});
    CHECK(plan.downturn == Rate{});
    CHECK_FALSE(plan.spending);
    CHECK_FALSE(plan.savings);
    CHECK_FALSE(plan.wealth);
    CHECK_FALSE(plan.risk_aversion);
    CHECK(plan.turns.empty());
    CHECK_FALSE(plan.assumptions.empty());
}

TEST_CASE("each key of a plan reaches its own place") {
    const auto read = with_top(
        "name = \"Two ways\"\nhorizon = \"20 years\"\ndiscount_rate = \"7%\"\npay_growth = \"3%\"\nspending = 50_000\n"
        "savings = 60_000\nkeep = \"65%\"\nwealth = 70_000\nrisk_aversion = 2\n[market]\ndowntown = \"15%\"\n");
    CHECK(read.only("12:1 unknown-key"));
    const auto good = with_top(
        "name = \"Two ways\"\nhorizon = \"20 years\"\ndiscount_rate = \"7%\"\npay_growth = \"3%\"\nspending = 50_000\n"
        "savings = 60_000\nkeep = \"65%\"\nwealth = 70_000\nrisk_aversion = 2\n[market]\ndownturn = \"15%\"\n");
    CAPTURE(good.problems);
    REQUIRE(good.none());
    CHECK(good.value->name == "Two ways");
    CHECK(good.value->horizon == 240);
    CHECK(good.value->discount_rate == *Rate::of(7, 100));
    CHECK(good.value->pay_growth == *Rate::of(3, 100));
    CHECK(good.value->spending == usd(50'000));
    CHECK(good.value->savings == usd(60'000));
    CHECK(good.value->keep == *Rate::of(65, 100));
    CHECK(good.value->wealth == usd(70'000));
    CHECK(good.value->risk_aversion == Number{2});
    CHECK(good.value->downturn == *Rate::of(15, 100));
}

TEST_CASE("a horizon is a whole number of years, one to forty") {
    const auto horizon = [](const std::string& period) { return with_top("horizon = \"" + period + "\"\n"); };
    CHECK(horizon("1 year").value->horizon == 12);
    CHECK(horizon("24 months").value->horizon == 24);
    CHECK(horizon("40 years").value->horizon == 480);
    CHECK(horizon("41 years").only("2:11 bad-period"));
    CHECK(horizon("18 months").only("2:11 bad-period"));
    CHECK(horizon("0 months").only("2:11 bad-period"));
    CHECK(horizon("360 days").only("2:11 bad-period", "(write such as \"18 months\" or \"2 years\")"));
}

TEST_CASE("looks rise, each once, in whole years before the horizon") {
    const auto looks = [](const std::string& value) { return with_top("look = " + value + "\n"); };
    CHECK(looks("\"4 years\"").value->looks == std::vector{48});
    CHECK(looks("[\"7 years\", \"4 years\", \"84 months\"]").value->looks == std::vector{48, 84});
    CHECK(looks("[\"10 years\", \"9 years\"]").value->looks == std::vector{108});
    CHECK(looks("\"11 years\"").only("2:8 bad-period", "(write a longer `horizon`, or leave it out)"));
    CHECK(looks("\"11 years\"").problems[0].find("the horizon of 10 years") != std::string::npos);
    CHECK(looks("[\"4 years\", \"18 months\"]").only("2:20 bad-period"));
    CHECK(looks("\"0 years\"").only("2:8 bad-period"));
    CHECK(looks("\"48 days\"").only("2:8 bad-period"));
    CHECK(looks("[]").only("2:8 wrong-type"));
    CHECK(looks("[\"4 yers\", \"5 years\"]").only("2:9 bad-period"));
    CHECK(with_top("horizon = \"3 years\"\nlook = \"4 years\"\n").only("3:8 bad-period"));
}

TEST_CASE("savings need spending, and wealth and risk aversion need each other") {
    CHECK(with_top("spending = 50_000\n").none());
    CHECK(with_top("savings = 50_000\n").only("1:1 missing-key: `spending` is missing"));
    CHECK(with_top("wealth = 50_000\n").only("1:1 missing-key: `risk_aversion` is missing"));
    CHECK(with_top("risk_aversion = 2\n").only("1:1 missing-key: `wealth` is missing"));
}

TEST_CASE("risk aversion lies above 0, up to 100") {
    const auto aversion = [](const std::string& number) {
        return with_top("wealth = 1\nrisk_aversion = " + number + "\n");
    };
    CHECK(aversion("0").only("3:17 bad-number"));
    CHECK(aversion("0.1").none());
    CHECK(aversion("100").none());
    CHECK(aversion("100.1").only("3:17 bad-number"));
}

TEST_CASE("a rung pays something, and a path begins on one that there is") {
    CHECK(career("currency = \"USD\"\n" + small_rung).only("1:1 missing-key: there is no path to look at"));
    const auto bare = career("currency = \"USD\"\n");
    REQUIRE(bare.problems.size() == 2);
    CHECK(bare.problems[0].find("there is no rung") != std::string::npos);
    const auto total = [](const std::string& value) {
        return career("currency = \"USD\"\n[[rung]]\nid = \"low\"\ntotal = " + value + "\n" + small_path);
    };
    CHECK(total("0").only("4:9 bad-money"));
    CHECK(total("{ low = 0, likely = 1, high = 2 }").only("4:9 bad-money"));
    const auto good = total("{ low = 1, likely = 2, high = 3 }");
    REQUIRE(good.none());
    CHECK(good.value->rungs.at(0).id == "low");
    CHECK(good.value->rungs[0].total.low == usd(1));
    CHECK(good.value->rungs[0].total.likely == usd(2));
    CHECK(good.value->rungs[0].total.high == usd(3));
    CHECK(total("\"much\"").problems.size() == 1);
}

TEST_CASE("rungs and paths have ids of their own; the second of two is told with the place of the first") {
    CHECK(with_plan("[[rung]]\nid = \"high\"\ntotal = 1\n")
              .only("17:6 duplicate-id: there are two [[rung]] `high`", "[6:6]"));
    CHECK(with_plan("[[path]]\nid = \"b\"\nrung = \"low\"\n")
              .only("17:6 duplicate-id: there are two [[path]] `b`", "[13:6]"));
    const auto nameless = with_plan("[[path]]\nrung = \"low\"\n[[path]]\nrung = \"low\"\n");
    REQUIRE(nameless.problems.size() == 2);
    CHECK(nameless.problems[0].starts_with("16:1 missing-key:"));
    CHECK(nameless.problems[1].starts_with("18:1 missing-key:"));
    const auto numbered = with_plan("[[path]]\nid = 3\nrung = \"low\"\n");
    CHECK(numbered.only("17:6 wrong-type"));
}

TEST_CASE("a plan has up to a hundred rungs, eight paths and twenty turns") {
    // Each counts from 1, so that the one too many begins where all that may be there end.
    const std::string rung = "[[rung]]\nid = \"r#\"\ntotal = 1\n";
    const std::string path = "[[path]]\nid = \"p#\"\nrung = \"low\"\npay = 1\n";
    const std::string turn = "[[turn]]\nat = \"1 month\"\nfrom = \"p1\"\nto = \"p2\"\n";
    const std::string top = "currency = \"USD\"\n";
    const auto rungs = [&](int count) {
        return career(top + many(count, rung) + "[[path]]\nid = \"a\"\nrung = \"r1\"\n");
    };
    CHECK(rungs(100).none());
    CHECK(rungs(102).only("302:1 too-many-paths: with this one there are more than 100 rungs"));
    const auto paths = [&](int count) { return career(top + small_rung + many(count, path)); };
    CHECK(paths(8).none());
    CHECK(paths(10).only("37:1 too-many-paths: with this one there are more than 8 paths"));
    const auto turns = [&](int count) { return career(top + small_rung + many(2, path) + many(count, turn)); };
    CHECK(turns(20).none());
    CHECK(turns(22).only("93:1 too-many-paths: with this one there are more than 20 turns"));
}

TEST_CASE("a turn leads from one path to the first job of another, within the horizon") {
    const auto turn = [](const std::string& at, const std::string& from, const std::string& to) {
        return with_plan("[[path]]\nid = \"bare\"\nrung = \"low\"\n[[turn]]\nat = \"" + at + "\"\nfrom = \"" + from +
                         "\"\nto = \"" + to + "\"\n");
    };
    CHECK(turn("12 months", "a", "b").none());
    CHECK(turn("12 months", "bare", "b").none());
    CHECK(turn("119 months", "a", "b").none());
    CHECK(turn("120 months", "a", "b").only("20:6 bad-period"));
    CHECK(turn("120 months", "a", "b").problems[0].find("the horizon of 10 years") != std::string::npos);
    CHECK(turn("0 months", "a", "b").only("20:6 bad-period"));
    CHECK(turn("1 month", "a", "a").only("22:6 conflict"));
    CHECK(turn("1 month", "a", "bare").only("22:6 missing-key: `bare` states no first job"));
    CHECK(turn("1 month", "a", "bore").only("22:6 unknown-path", "(did you mean `bare`?)"));
    CHECK(turn("1 month", "elsewhere", "b").only("21:8 unknown-path", "(write `a`, `b` or `bare`)"));
}

TEST_CASE("a turn is free, open and blind unless it says otherwise") {
    const auto plain = with_plan("[[turn]]\nat = \"5 months\"\nfrom = \"b\"\nto = \"a\"\n");
    REQUIRE(plain.none());
    const model::CareerTurn& turn = plain.value->turns.at(0);
    CHECK(turn.at == 5);
    CHECK(turn.from == 1);
    CHECK(turn.to == 0);
    CHECK(turn.open == Rate{1});
    CHECK(turn.cost.is_zero());
    CHECK(turn.reading == *Rate::of(1, 2));
    const auto stated = with_plan(
        "[[turn]]\nat = \"5 months\"\nfrom = \"b\"\nto = \"a\"\nopen = \"60%\"\ncost = 20_000\nreading = \"75%\"\n");
    REQUIRE(stated.none());
    CHECK(stated.value->turns.at(0).open == *Rate::of(3, 5));
    CHECK(stated.value->turns[0].cost == usd(20'000));
    CHECK(stated.value->turns[0].reading == *Rate::of(3, 4));
}

TEST_CASE("a plan that still asks says so once a line, with the remark, and nothing else") {
    const auto asked = with_top("spending = \"?\"  # what you  # need a year\nhorizon = \"7 months\"\n");
    CHECK(asked.problems ==
          std::vector<std::string>{"2:12 template-value: this is still to be filled in: need a year (write your own "
                                   "value in place of \"?\")"});
    CHECK_FALSE(asked.value);
    CHECK(with_top("spending = \"?\"\n").problems ==
          std::vector<std::string>{
              "2:12 template-value: this is still to be filled in (write your own value in place of \"?\")"});
    const auto nested = with_plan(
        "[[turn]]\nat = \"?\"\nfrom = \"a\"\nto = \"b\"\n[[path]]\nid = \"c\"\npay = [1, \"?\"]\nlater_pay = { low = "
        "\"?\", likely = \"?\", high = \"?\" }\n");
    REQUIRE(nested.problems.size() == 3);
    CHECK(nested.problems[0].starts_with("17:6 template-value:"));
    CHECK(nested.problems[1].starts_with("22:11 template-value:"));
    CHECK(nested.problems[2].starts_with("23:21 template-value:"));
}

TEST_CASE("paths that lead into each other are told as the circle that they are, each circle once") {
    const auto path = [](const std::string& id, const std::string& then) {
        return "[[path]]\nid = \"" + id + "\"\nrung = \"low\"\n" + (then.empty() ? "" : "then = \"" + then + "\"\n");
    };
    const auto plan = [&](const std::string& paths) { return career("currency = \"USD\"\n" + small_rung + paths); };
    CHECK(plan(path("a", "b") + path("b", "c") + path("c", "")).none());
    CHECK(plan(path("a", "a")).only("8:8 conflict: `then` goes round in a circle: a -> a (take"));
    // The way in from `x` is no part of it.
    const auto three = plan(path("x", "b") + path("a", "b") + path("b", "c") + path("c", "a"));
    CHECK(three.only("12:8 conflict: `then` goes round in a circle: b -> c -> a -> b (take"));
    const auto two = plan(path("a", "b") + path("b", "a") + path("c", "d") + path("d", "c"));
    REQUIRE(two.problems.size() == 2);
    CHECK(two.problems[0].find("circle: a -> b -> a ") != std::string::npos);
    CHECK(two.problems[1].find("circle: c -> d -> c ") != std::string::npos);
}

TEST_CASE("a job is lost in a downturn only where the market has some") {
    const auto plan = [](const std::string& market) {
        return career("currency = \"USD\"\n" + small_rung + small_path +
                      "job_loss = { per_year = \"4%\", in_downturn = \"12%\" }\n" + market);
    };
    CHECK(plan("[market]\ndownturn = \"15%\"\n").none());
    CHECK(plan("").only("8:12 missing-key: `in_downturn` needs to know", "(add `downturn = \"15%\"` to [market])"));
    CHECK(plan("[market]\n").only("8:12 missing-key"));
    CHECK(career("currency = \"USD\"\nmarket = 3\n" + small_rung + small_path +
                 "job_loss = { per_year = \"4%\", in_downturn = \"12%\" }\n")
              .only("2:10 wrong-type"));
    CHECK(career("currency = \"USD\"\n" + small_rung + small_path + "job_loss = { per_year = \"4%\" }\n").none());
}
