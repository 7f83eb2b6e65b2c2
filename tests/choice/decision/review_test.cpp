// What a decision is warned of, where each warning begins, and in which words (docs/numbers.md, "Deciding").

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/decisions.hpp"

using namespace offerkit;
using decisions::Deciding;
using decisions::offer;

namespace {

const choice::DecisionOptions few{.samples = 10};

std::string factor(const std::string& id, const std::string& rest) {
    return "[[factor]]\nid = \"" + id + "\"\nworst_means = \"low\"\nbest_means = \"high\"\n" + rest + "\n";
}

/// So many factors f0, f1 ... of equal swing, and ratings of all of them.
std::string factors(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += factor("f" + std::to_string(i), "swing = 10");
    }
    return text;
}
std::string rated(int count, int rating) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "f" + std::to_string(i) + " = " + std::to_string(rating) + "\n";
    }
    return text;
}

/// The message of the warning of a kind; empty where there is none.
std::string said(const Deciding& decided, std::string_view kind) {
    for (const auto& warning : decided->warnings) {
        if (word(warning.kind) == kind) {
            return warning.message;
        }
    }
    return {};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("that the leader fails a must-have is said; that another does is not") {
    const std::string must = factor("p", "swing = 1\nmust = { at_least = 6 }") + factor("q", "swing = 9");
    const Deciding leads{{offer("A", 1, "p = 5\nq = 9\n"), offer("B", 1, "p = 7\nq = 1\n")}, must, few};
    CHECK(has(said(leads, "must-have"), "leads, and does not meet your must-have on "));
    const Deciding trails{{offer("A", 1, "p = 5\nq = 1\n"), offer("B", 1, "p = 7\nq = 9\n")}, must, few};
    CHECK(said(trails, "must-have").empty());
    const Deciding alone{{offer("A", 1, "p = 5\nq = 9\n")}, must, few};
    CHECK(said(alone, "must-have").find("does not meet") == 0);
}

TEST_CASE("what is no offer yet is scored as if it were, and says how likely it is where that is stated") {
    const std::string p = factor("p", "swing = 1");
    const auto with = [&](const std::string& top) {
        return said(Deciding{{top + offer("A", 1, "p = 5\n"), offer("B", 1, "p = 6\n")}, p, few}, "not-made");
    };
    CHECK(with("evidence = \"process\"\nchance = \"40%\"\n") ==
          "no offer yet, and 40% likely to be one: scored as if it were");
    CHECK(with("evidence = \"process\"\nstage = \"onsite\"\n") == "no offer yet: scored as if it were");
    CHECK(has(with("kind = \"search\"\nchance = \"25%\"\n"), "25% likely"));
    CHECK(with("evidence = \"verbal\"\n").empty());
    CHECK(with("kind = \"current\"\n").empty());
}

TEST_CASE("pay beyond either end of its scale counts as that end, and pay at the end is on it") {
    const std::string money = "[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n" + factor("p", "swing = 50");
    const auto paid = [&](int salary) {
        return said(Deciding{{offer("A", salary, "p = 5\n"), offer("B", 200'000, "p = 6\n")}, money, few},
                    "pay-outside-scale");
    };
    CHECK(paid(350'000) ==
          "yearly pay of 350,000 USD is above the best end of its scale, 300,000 USD, and counts as that");
    CHECK(paid(90'000) ==
          "yearly pay of 90,000 USD is below the worst end of its scale, 100,000 USD, and counts as that");
    CHECK(paid(300'000).empty());
    CHECK(paid(100'000).empty());
}

TEST_CASE(
    "who would lead at equal weights, or by their order alone, is said apart, and no factor without weight counts") {
    // 0.6 x 0.8 + 0.4 x 0.3 = 0.60 against 0.58; at equal weights 0.55 against 0.60; by the order 0.75 and 0.25.
    const std::vector<std::string> two{offer("A", 1, "p = 8\nq = 3\nr = 0\n"), offer("B", 1, "p = 5\nq = 7\nr = 9\n")};
    const Deciding equal{two, factor("p", "swing = 60") + factor("q", "swing = 40") + factor("r", "swing = 0"), few};
    CHECK(said(equal, "other-winner") == "leads instead if everything counts the same");
    // 0.5 x 0.6 + 0.5 x 0.5 = 0.55 against 0.45: at 0.75 and 0.25 0.575 stays ahead, at 0.55 and 0.45 as well.
    const Deciding steady{{offer("A", 1, "p = 6\nq = 5\n"), offer("B", 1, "p = 4\nq = 5\n")},
                          factor("p", "swing = 55") + factor("q", "swing = 45"),
                          few};
    CHECK(said(steady, "other-winner").empty());
    // 0.52 x 0.4 + 0.48 x 0.7 = 0.544 against 0.5; at equal weights 0.55; by the order 0.475.
    const Deciding order{{offer("A", 1, "p = 4\nq = 7\n"), offer("B", 1, "p = 5\nq = 5\n")},
                         factor("p", "swing = 52") + factor("q", "swing = 48"),
                         few};
    CHECK(said(order, "other-winner") == "leads instead if only the order of your weights counts");
    CHECK(order->warnings.front().offer == 1U);
}

TEST_CASE("more than ten factors are more than can be weighed, and ten are not") {
    CHECK(said(Deciding{{offer("A", 1, rated(10, 5))}, factors(10), few}, "many-factors").empty());
    CHECK(has(said(Deciding{{offer("A", 1, rated(11, 5))}, factors(11), few}, "many-factors"), "11 factors"));
}

TEST_CASE("a branch with more than half of the factors is split finely, with half of them it is not") {
    const auto split = [](int beside) {
        return said(Deciding{{offer("A", 1, "x = 1\ny = 2\n" + rated(beside, 5))},
                             "[[factor]]\nid = \"people\"\nswing = 40\nchildren = [\"x\", \"y\"]\n" +
                                 factor("x", "swing = 3") + factor("y", "swing = 1") + factors(beside),
                             few},
                    "split-branch");
    };
    CHECK(has(split(1), "`people` is split into 2 of the 3 factors"));
    CHECK(split(2).empty());
    // A single child is not split at all.
    CHECK(said(Deciding{{offer("A", 1, "x = 1\n")},
                        "[[factor]]\nid = \"people\"\nswing = 40\nchildren = [\"x\"]\n" + factor("x", "swing = 3"),
                        few},
               "split-branch")
              .empty());
}

TEST_CASE("a weight without the ends of its scale is for importance, unless all weigh the same by decree") {
    const auto plain = [](const std::string& ends) {
        return said(Deciding{{offer("A", 1, "p = 5\n")}, "[[factor]]\nid = \"p\"\nswing = 5\n" + ends, few},
                    "importance");
    };
    CHECK(has(plain(""), "has a weight"));
    CHECK(has(plain("worst_means = \"low\"\n"), "has a weight"));
    CHECK(has(plain("best_means = \"high\"\n"), "has a weight"));
    CHECK(plain("worst_means = \"low\"\nbest_means = \"high\"\n").empty());
    CHECK(has(said(Deciding{{offer("A", 1, "p = 5\nq = 5\n")},
                            "[[factor]]\nid = \"p\"\nswing = 5\n[[factor]]\nid = \"q\"\nswing = 5\n",
                            few},
                   "importance"),
              "have a weight"));
    CHECK(said(Deciding{{offer("A", 1, "p = 5\n")}, "weights = \"equal\"\n[[factor]]\nid = \"p\"\n", few}, "importance")
              .empty());
}

TEST_CASE("a column tells nobody apart where all are certain and equal, pay beyond its scale by its amounts") {
    const auto told = [](const std::string& mine, const std::string& other, int pay = 1, int others = 1) {
        return said(Deciding{{offer("A", pay, mine + "q = 3\n"), offer("B", others, other + "q = 4\n")},
                             "[money]\nworst = 100_000\nbest = 300_000\nswing = 5\n" + factor("p", "swing = 50") +
                                 factor("q", "swing = 30"),
                             few},
                    "equal-column");
    };
    CHECK(has(told("p = 5\n", "p = 5\n", 150'000, 160'000), "`p`"));
    CHECK(told("p = 5\n", "p = 6\n", 150'000, 160'000).empty());
    CHECK(told("p = \"unknown\"\n", "p = \"unknown\"\n", 150'000, 160'000).empty());
    CHECK(has(told("p = 5\n", "p = 6\n", 350'000, 350'000), "`money`"));
    CHECK(told("p = 5\n", "p = 6\n", 350'000, 360'000).empty());
    CHECK(said(Deciding{{offer("A", 1, "p = 5\n")}, factor("p", "swing = 50"), few}, "equal-column").empty());
}

TEST_CASE("a factor that is named like money is seen by whole words of its id or name, in any case") {
    const auto named = [](const std::string& id, const std::string& name, const std::string& rest = {}) {
        return said(Deciding{{offer("A", 1, id + " = 5\n")},
                             factor(id, "swing = 5\n" + (name.empty() ? "" : "name = \"" + name + "\"\n") + rest),
                             few},
                    "named-like-money");
    };
    CHECK(has(named("pay", ""), "sounds like money; [money] would take it"));
    CHECK(has(named("total_pay_2", ""), "sounds like money"));
    CHECK(has(named("p", "My RSUs"), "sounds like money"));
    CHECK(has(named("p", "Pay, later"), "sounds like money"));
    CHECK(named("payload", "").empty());
    CHECK(named("repay", "").empty());
    CHECK(named("p", "Congé payé").empty());
    CHECK(has(named("p", "Pay\u2014later"), "sounds like money"));
    CHECK(named("pay", "", "monetary = true\n").empty());
    const Deciding twice{
        {offer("A", 1, "pay = 5\nbonus = 5\n")},
        "[money]\nworst = 0\nbest = 10\nswing = 5\n" + factor("pay", "swing = 5") + factor("bonus", "swing = 5"),
        few};
    CHECK(has(said(twice, "named-like-money"), "sound like money, which [money] counts already: count it once"));
}
