// What is said of keys that are missing, of the wrong kind or in the wrong place, whatever table they stand in.

#include <string>

#include "file/reading.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_grant;
using reading::with_top;

namespace {

/// The only problem of a text behind the top, with its help: "place code: message; help".
std::string told(const std::string& text) {
    const auto outcome = offer(with_top(text));
    CAPTURE(text, outcome.problems);
    REQUIRE(outcome.problems.size() == 1);
    return outcome.problems[0] + "; " + outcome.helps[0];
}

}  // namespace

TEST_CASE("a key that is missing is told with its table, why, and how to write it") {
    CHECK(told("[[cost]]\nname = \"Move\"\n") ==
          "4:1 missing-key: `amount` is missing in [[cost]]; add `amount = 8_000`");
    CHECK(told("letter_total = { means = \"target\" }\n") ==
          "4:16 missing-key: `amount` is missing; add `amount = 330_000`");
    CHECK(told("kind = \"search\"\nchance = 0.5\n") ==
          "1:1 missing-key: `base` is missing: going on looking needs a guess of the pay; add [base]");
    CHECK(told("[bonus]\npayout = 1\n") ==
          "4:1 missing-key: one of `target` or `amount` is missing in [bonus]; add "
          "`target = \"15%\"` or `amount = 30_000`");
    CHECK(
        told("[[grant]]\nquantity = 5\n") ==
        "4:1 missing-key: one of `vesting` or `segment` is missing in [[grant]]; add `vesting = { over = \"4 years\", "
        "every = \"3 months\" }` or [[grant.segment]]");
    CHECK(told("[refresher]\nvalue = 5\n") ==
          "4:1 missing-key: `vesting` is missing in [refresher]; add `vesting = { over = "
          "\"4 years\", every = \"3 months\" }`");
    // A misspelt key is one problem, not two.
    CHECK(told("[[cost]]\nname = \"Move\"\namont = 5\n")
              .starts_with("6:1 unknown-key: unknown key `amont` in [[cost]]; "));
    CHECK(told("letter_total = { amont = 5 }\n").starts_with("4:18 unknown-key: unknown key `amont`; "));
}

TEST_CASE("one table is not several, a list is not one, and each is told how it is written") {
    CHECK(told("[[base]]\nsalary = 1\n") ==
          "4:1 wrong-type: there is one [base] at most; write it with single brackets, once");
    CHECK(told("base = []\n") == "4:8 wrong-type: there is one [base] at most; write it with single brackets, once");
    CHECK(told("base = true\n").starts_with("4:8 wrong-type: `base` takes a table, not true or false; "));
    CHECK(told("[cost]\nname = \"Move\"\namount = 1\n") ==
          "4:1 wrong-type: there may be several of `cost`; write [[cost]] with double brackets, once for each");
    CHECK(told("cost = 5\n").starts_with("4:8 wrong-type: there may be several of `cost`; "));
    CHECK(told("cost = []\n") == "4:8 wrong-type: `cost` is empty; leave the key out");
    CHECK(told("cost = [7]\n") ==
          "4:9 wrong-type: each of `cost` is a table, not a number; begin each with [[cost]] on a line of its own");
    CHECK(told("[[grant]]\nquantity = 5\nvesting = { on = [7] }\n")
              .starts_with("6:19 wrong-type: each of `on` is a table, not a number; write `on = [{ "));
    // What is no table hides nothing of those that are.
    CHECK(offer(with_top("cost = [7, { name = \"a\" }, \"b\"]\n")).problems.size() == 3);
}

TEST_CASE("keys that exclude each other are told at the later one of their table, each once") {
    CHECK(told("[base]\nsalary = 1\nhourly = 1\n") ==
          "6:1 conflict: `hourly` and `salary` exclude each other; keep one of them");
    CHECK(offer(with_top("[base]\nsalary = 1\nhourly = 1\ndaily = 1\n")).problems.size() == 2);
    CHECK(told("[[sign_on]]\namount = 1\nafter = \"1 month\"\non = 2026-03-02\n") ==
          "7:1 conflict: `on` and `after` exclude each other; keep one of them");
    CHECK(told("[base]\nsalary = 1\nhours_per_week = 40\n") ==
          "6:1 out-of-place: `hours_per_week` belongs to `hourly`; take it out");
}

TEST_CASE("what is assumed is named by the way to its key") {
    const auto keys = [](const std::string& text) {
        const auto outcome = offer(with_top(text));
        REQUIRE(outcome.offer.has_value());
        std::string all;
        for (const auto& assumption : outcome.offer->assumptions) {
            all += assumption.key + " ";
        }
        return all;
    };
    CHECK(keys("[base]\nsalary = 1\n").find("base.raise ") != std::string::npos);
    CHECK(keys("[[sign_on]]\namount = 1\n[[sign_on]]\namount = 1\n").find("sign_on[1].after ") != std::string::npos);
    CHECK(keys("[[grant]]\nid = \"main\"\nquantity = 5\nvesting = \"even-yearly\"\n").find("grant.main.instrument ") !=
          std::string::npos);
}

TEST_CASE("pairs are lists of two, and each part is told where it stands") {
    const auto steps = [](const std::string& list) {
        return offer(with_top("[[sign_on]]\namount = 5\nclawback = { rule = \"steps\", steps = " + list + " }\n"));
    };
    CHECK(steps("[[\"1 year\", \"50%\"]]").problems.empty());
    CHECK(steps("[[\"1 year\"]]").only("6:39 wrong-type"));
    CHECK(steps("[[\"1 year\", \"50%\", 1]]").only("6:39 wrong-type"));
    CHECK(steps("[[]]").only("6:39 wrong-type"));
    CHECK(steps("[[\"soon\", \"50%\"]]").only("6:40 bad-period"));
    CHECK(steps("[[\"1 year\", \"half\"]]").only("6:50 bad-rate"));
    CHECK(steps("[[\"soon\", \"half\"]]").problems.size() == 2);
    CHECK(steps("\"1 year\"").only("6:38 wrong-type"));
    // A pair that cannot be read hides nothing of the next.
    CHECK(steps("[[\"soon\", \"50%\"], 7, [\"1 year\", \"half\"]]").problems.size() == 3);
}

TEST_CASE("a list of values tells each that cannot be read, and one alone needs no brackets") {
    const auto align = [](const std::string& days) {
        return offer(with_grant("quantity = 5\nalign = " + days + "\n"));
    };
    CHECK(align("\"05-15\"").offer->grants[0].align.size() == 1);
    CHECK(align("[\"05-15\", \"x\", \"y\"]").problems.size() == 2);
    CHECK(align("[]").only("7:9 wrong-type"));
    CHECK(align("[]").helps[0].starts_with("leave the key out, or write `align = "));
    CHECK(align("5").only("7:9 wrong-type"));
}

TEST_CASE("of very many unknown keys each is told, and the first two hundred with a guess") {
    std::string text = with_top("");
    for (int i = 0; i < 3; ++i) {
        text += "salry" + std::to_string(i) + " = 1\n";
    }
    const auto outcome = offer(text);
    REQUIRE(outcome.problems.size() == 3);
    for (const auto& help : outcome.helps) {
        CHECK_FALSE(help.empty());
    }
}
