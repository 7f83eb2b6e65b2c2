// Deciding as a whole (docs/numbers.md, "Deciding").

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include <offerkit/choice/decision/acceptability.hpp>
#include <offerkit/choice/decision/rating_distribution.hpp>
#include <offerkit/choice/decision/verdict.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/numeric/philox.hpp>
#include <offerkit/numeric/word_stream.hpp>

#include "support/catch.hpp"
#include "support/decisions.hpp"

using namespace offerkit;
using choice::Decision;
using choice::decision::VerdictClass;
using decisions::Deciding;
using decisions::offer;

namespace {

// A factor with both ends told, so that nothing is warned of.
std::string factor(const std::string& id, const std::string& rest) {
    return "[[factor]]\nid = \"" + id + "\"\nworst_means = \"low\"\nbest_means = \"high\"\n" + rest + "\n";
}

std::string ratings(const std::vector<int>& values) {
    std::string text;
    char id = 'p';
    for (const int value : values) {
        text += std::string{id++} + " = " + std::to_string(value) + "\n";
    }
    return text;
}

// Factors p, q, r ... with these swings.
std::string swings(const std::vector<int>& points) {
    std::string text;
    char id = 'p';
    for (const int point : points) {
        text += factor(std::string{id++}, "swing = " + std::to_string(point));
    }
    return text;
}

std::vector<double> values_of(const Decision& decision) {
    std::vector<double> values;
    for (const auto& score : decision.scores) {
        values.push_back(score.value);
    }
    return values;
}

std::vector<int> some_ratings(std::size_t factors) {
    return *rc::gen::container<std::vector<int>>(factors, rc::gen::inRange(0, 11));
}

const choice::DecisionOptions few{.samples = 200};

}  // namespace

TEST_CASE("money equivalents, the price of choice and what would flip it, on a published break-even case") {
    // decision.json, break-even: pay on 100,000 to 300,000, ratings in tenths.
    const std::vector<std::string> offers{offer("A", 280'000, ratings({3, 4, 5})),
                                          offer("B", 200'000, ratings({8, 6, 4})),
                                          offer("C", 220'000, ratings({6, 6, 7}))};
    const Deciding decided{offers, "[money]\nworst = 100_000\nbest = 300_000\nswing = 35\n" + swings({25, 25, 15})};
    const Decision& decision = *decided;
    // At rank-order-centroid weights (0.52, 0.21, 0.21, 0.06) A has 0.646 and C 0.606.
    CHECK(decided.warnings() == std::vector<std::string>{"0 other-winner"});
    CHECK(decision.leader() == 2);
    CHECK(*decision.verdict.margin == Approx(0.03).margin(1e-12));
    const std::vector<double> swing_worth{200'000, 142'857.14285714287, 142'857.14285714287, 85'714.28571428571};
    for (std::size_t j = 0; j < 4; ++j) {
        CHECK(decision.money_equivalents[j].per_swing == Approx(swing_worth[j]).epsilon(1e-12));
    }
    // A would need 308,571.43, which is off the scale: no pay in range flips this.
    CHECK_FALSE(decision.price_of_choice[0].money.has_value());
    CHECK(*decision.price_of_choice[1].money == Approx(217'142.857142857).epsilon(1e-12));
    CHECK(*decision.price_of_choice[1].change == Approx(17'142.857142857).epsilon(1e-12));
    // The leader can lose as much before the second catches up.
    CHECK(*decision.price_of_choice[2].change == Approx(-17'142.857142857).epsilon(1e-12));
    const auto change = [&](std::size_t i, std::size_t j) {
        return *std::find_if(decision.rating_changes.begin(), decision.rating_changes.end(),
                             [&](const auto& one) { return one.offer == i && one.factor == j; });
    };
    CHECK(change(0, 1).value_change == Approx(0.2).epsilon(1e-12));
    CHECK(change(0, 1).rating == Approx(5).epsilon(1e-12));
    CHECK(change(1, 3).value_change == Approx(0.2).epsilon(1e-12));
    CHECK(change(0, 3).feasible);
    CHECK(change(2, 1).value_change == Approx(-0.12).epsilon(1e-12));
}

TEST_CASE("offers whose scores differ by nothing but rounding stay in the order given") {
    // Each is worth 12 at weights of 1, 2 and 3, which no binary number of sixths says exactly.
    std::vector<std::vector<int>> alike{{4, 1, 2}, {2, 2, 2}, {1, 4, 1}, {6, 3, 0}, {0, 0, 4}, {9, 0, 1}, {5, 2, 1}};
    for (std::size_t turn = 0; turn < alike.size(); ++turn) {
        INFO(turn);
        std::rotate(alike.begin(), alike.begin() + 1, alike.end());
        std::vector<std::string> offers;
        for (const auto& values : alike) {
            offers.push_back(offer("Acme " + std::to_string(offers.size()), 1, ratings(values)));
        }
        const Deciding decided{offers, swings({10, 20, 30})};
        CHECK(decided->ranking == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6});
        CHECK(decided->scores[6].rank == 1);
    }
}

TEST_CASE("the price of choice is solved on the curve of a risk tolerance, unclamped") {
    const std::vector<std::string> offers{offer("A", 250'000, ratings({4})), offer("B", 500'000, ratings({1}))};
    const std::string priorities =
        "risk_tolerance = 100_000\n[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n" + swings({50});
    const Deciding decided{offers, priorities};
    CHECK(decided.warnings() == std::vector<std::string>{"1 pay-outside-scale"});
    CHECK(decided->values[0][0] == Approx(0.8984636759084482).epsilon(1e-12));
    CHECK(decided->values[1][0] == 1);
    const auto money = decided->price_of_choice[1].money;
    REQUIRE_FALSE(money.has_value());  // B would need more than the scale holds
    const auto tie = choice::pay_for_value(*decided, 0, decided->scores[0].value);
    CHECK(*tie == Approx(250'000).epsilon(1e-9));
}

TEST_CASE("dropping or adding an offer never changes the order or the values of the others") {
    support::holds("no rank reversal", [] {
        const std::size_t factors = 4;
        std::vector<std::string> offers;
        for (const char* company : {"A", "B", "C", "D"}) {
            offers.push_back(offer(company, *rc::gen::inRange(100'000, 300'000), ratings(some_ratings(factors))));
        }
        const std::string priorities = "[money]\nworst = 100_000\nbest = 300_000\nswing = 40\n" +
                                       swings({*rc::gen::inRange(1, 100), 30, *rc::gen::inRange(0, 50), 10});
        const Deciding all{offers, priorities, few};
        const std::size_t dropped = all->ranking.back();
        offers.erase(offers.begin() + static_cast<std::ptrdiff_t>(dropped));
        const Deciding fewer{offers, priorities, few};
        std::vector<std::size_t> expected;
        for (const std::size_t i : all->ranking) {
            if (i != dropped) {
                expected.push_back(i > dropped ? i - 1 : i);
            }
        }
        RC_ASSERT(fewer->ranking == expected);
        for (std::size_t i = 0; i < 3; ++i) {
            RC_ASSERT(fewer->scores[i].value == all->scores[i >= dropped ? i + 1 : i].value);
        }
    });
}

TEST_CASE("scaling all swings changes nothing") {
    const std::vector<std::string> offers{offer("A", 1, ratings({8, 2, 5})), offer("B", 1, ratings({4, 7, 6}))};
    const Deciding one{offers, swings({50, 30, 20}), few};
    const Deciding tenfold{offers, swings({500, 300, 200}), few};
    CHECK(values_of(*one) == values_of(*tenfold));
    CHECK(one->verdict.steadiness == tenfold->verdict.steadiness);
    CHECK(one->pairwise[0].index_under_order == tenfold->pairwise[0].index_under_order);
}

TEST_CASE("raising one rating never lowers that offer, also on a scale of costs") {
    support::holds("monotone", [] {
        auto mine = some_ratings(3);
        const std::string other = offer("B", 1, ratings(some_ratings(3)));
        const bool cost = *rc::gen::arbitrary<bool>();
        const std::string priorities =
            factor("p", "swing = 50" + std::string{cost ? "\nscale = { worst = 10, best = 0 }" : ""}) +
            factor("q", "swing = 30") + factor("r", "swing = 7");
        const Deciding before{{offer("A", 1, ratings(mine)), other}, priorities, few};
        auto& moved = mine[*rc::gen::inRange<std::size_t>(0, 3)];
        const bool first = &moved == &mine[0];
        moved = std::clamp(moved + (cost && first ? -1 : 1), 0, 10);
        const Deciding after{{offer("A", 1, ratings(mine)), other}, priorities, few};
        RC_ASSERT(after->scores[0].value >= before->scores[0].value);
        RC_ASSERT(after->scores[0].rank <= before->scores[0].rank);
        RC_ASSERT(after->scores[0].probability_best >= before->scores[0].probability_best - 1e-12);
        RC_ASSERT(after->pairwise[0].index >= before->pairwise[0].index - 1e-12);
    });
}

TEST_CASE("chances of being best, and shares of each rank, add up to 1; equal offers split them") {
    const std::string same = "p = { chance = \"60%\" }\nq = { low = 3, likely = 5, high = 9 }\n";
    const Deciding decided{{offer("A", 1, same), offer("B", 1, same), offer("C", 1, "p = 2\nq = \"unknown\"\n")},
                           swings({50, 30})};
    const Decision& decision = *decided;
    double best = 0;
    for (const auto& score : decision.scores) {
        best += score.probability_best;
    }
    CHECK(best == Approx(1).margin(1e-12));
    CHECK(decision.scores[0].probability_best == Approx(decision.scores[1].probability_best).margin(1e-12));
    for (const auto* all : {&decision.acceptability, &decision.acceptability_under_order}) {
        for (std::size_t rank = 0; rank < 3; ++rank) {
            double sum = 0;
            for (const auto& one : *all) {
                sum += one.ranks[rank];
            }
            CHECK(sum == Approx(1).margin(1e-12));
        }
        CHECK((*all)[0].ranks == (*all)[1].ranks);
    }
    CHECK(decision.pairwise[0].index == 0.5);
    CHECK(decision.scores[0].rank == decision.scores[1].rank);
    CHECK(decision.leader() == 0);
    CHECK(decision.verdict.wins[1] == Approx(0.5).margin(0.02));
}

TEST_CASE("the exact index agrees with sampling, at any weights and under the stated order, with and without ties") {
    support::holds("index and samples", [] {
        const std::vector<std::vector<int>> all{{50, 40, 30, 20}, {50, 50, 30, 20}, {10, 10, 10, 10}, {9, 5, 5, 5}};
        const auto points = *rc::gen::elementOf(all);
        const Deciding decided{{offer("A", 1, ratings(some_ratings(4))), offer("B", 1, ratings(some_ratings(4)))},
                               swings(points),
                               {.samples = 20'000}};
        const auto& pair = decided->pairwise[0];
        // Six standard errors: a hundred tries must not fail by chance.
        const double reach = 6 * std::sqrt(0.25 / 20'000);
        RC_ASSERT(std::fabs(decided->acceptability[0].ranks[0] - pair.index) < reach);
        RC_ASSERT(std::fabs(decided->acceptability_under_order[0].ranks[0] - pair.index_under_order) < reach);
    });
}

TEST_CASE("shares at any weights and under the order, drawn together, are those that each draws by itself") {
    const choice::decision::Values values{{0.8, 0.2, 0.5, 0.4}, {0.4, 0.7, 0.6, 0.5}, {0.5, 0.5, 0.5, 0.9}};
    for (const std::vector<double>& weights :
         {std::vector{0.4, 0.3, 0.2, 0.1}, std::vector{0.4, 0.2, 0.2, 0.2}, std::vector(4, 0.25)}) {
        const auto both = choice::decision::acceptabilities(values, weights, 1'000, 4);
        const auto any = choice::decision::acceptability(values, 1'000, 4);
        const auto ordered =
            choice::decision::acceptability_under_order(values, choice::decision::weight_order(weights), 1'000, 4);
        for (std::size_t i = 0; i < values.size(); ++i) {
            CHECK(both.any_weights[i].ranks == any[i].ranks);
            CHECK(both.any_weights[i].central_weights == any[i].central_weights);
            CHECK(both.under_order[i].ranks == ordered[i].ranks);
            CHECK(both.under_order[i].central_weights == ordered[i].central_weights);
        }
    }
    // A factor without weight takes no part, and its central weight is 0.
    const auto less = choice::decision::acceptabilities(values, std::vector{0.6, 0.4, 0.0, 0.0}, 1'000, 4);
    for (const auto& own : less.any_weights) {
        CHECK((!own.central_weights || (*own.central_weights)[2] == 0));
    }
}

TEST_CASE("central weights add up to 1, and keep the stated order") {
    const Deciding decided{{offer("A", 1, ratings({8, 2, 5})), offer("B", 1, ratings({4, 7, 6}))},
                           swings({50, 30, 20})};
    for (const auto& one : decided->acceptability_under_order) {
        if (one.central_weights) {
            const auto& w = *one.central_weights;
            CHECK(std::accumulate(w.begin(), w.end(), 0.0) == Approx(1).margin(1e-12));
            CHECK(std::is_sorted(w.rbegin(), w.rend()));
        }
    }
}

TEST_CASE("exact chances of being best and regrets agree with sampling, with ranges, conditions and unknowns") {
    support::holds("exact and sampled", [] {
        std::vector<std::string> offers;
        for (const char* company : {"A", "B", "C"}) {
            std::string text;
            for (const char* id : {"p", "q", "r", "s"}) {
                const int low = *rc::gen::inRange(0, 5);
                const std::vector<std::string> forms{
                    std::to_string(low * 2), "\"unknown\"", "{ chance = 0." + std::to_string(1 + low) + " }",
                    "{ low = " + std::to_string(low) + ", likely = " + std::to_string(low + 2) +
                        ", high = " + std::to_string(low + 5) + " }"};
                text += std::string{id} + " = " + *rc::gen::elementOf(forms) + "\n";
            }
            offers.push_back(offer(company, 1, text));
        }
        const Deciding decided{offers, swings({50, *rc::gen::inRange(1, 60), 20, 5}), few};
        const auto& exact = decided->prospects;
        const auto sampled =
            choice::decision::sampled_prospects(decided->judgement.ratings, decided->weights, 20'000, 3);
        RC_ASSERT(!exact.sampled);
        RC_ASSERT(std::fabs(std::accumulate(exact.probability_best.begin(), exact.probability_best.end(), 0.0) - 1) <
                  1e-12);
        for (std::size_t i = 0; i < 3; ++i) {
            const double reach = 6 * std::sqrt(0.25 / 20'000);
            RC_ASSERT(std::fabs(exact.probability_best[i] - sampled.probability_best[i]) < reach);
            RC_ASSERT(std::fabs(exact.expected_regret[i] - sampled.expected_regret[i]) < reach);
        }
    });
}

TEST_CASE("an unknown is uniform on the scale, and what it does to the chances is exact") {
    // Against a certain half, U wins half the time: E[max(U, 1/2)] = 5/8; knowing U first is worth 5/8 - 1/2.
    const Deciding one{{offer("A", 1, "p = 5\n"), offer("B", 1, "p = \"unknown\"\n")}, swings({10})};
    CHECK(one->scores[0].probability_best == Approx(0.5).margin(1e-14));
    CHECK(one->prospects.expected_best == Approx(0.625).margin(1e-14));
    REQUIRE(one->ask_first.size() == 1);
    CHECK(one->ask_first[0].value == Approx(0.125).margin(1e-14));
    CHECK(one->verdict.verdict == VerdictClass::ask_first);
    // The best of three uniforms is 3/4 on average.
    const Deciding three{
        {offer("A", 1, "p = \"unknown\"\n"), offer("B", 1, "p = \"unknown\"\n"), offer("C", 1, "p = \"unknown\"\n")},
        swings({10})};
    CHECK(three->prospects.expected_best == Approx(0.75).margin(1e-14));
    CHECK(three->scores[2].probability_best == Approx(1.0 / 3).margin(1e-14));
    // A sum of two: P(2/3 U + 1/3 W > 2/3) = 1/4, the part above a line through the unit square.
    const Deciding two{{offer("A", 1, "p = 10\nq = 0\n"), offer("B", 1, "p = \"unknown\"\nq = \"unknown\"\n")},
                       swings({20, 10})};
    CHECK(two->scores[1].probability_best == Approx(0.25).margin(1e-14));
}

TEST_CASE("the verdict's chances are those of draws one by one: the weights, then the open ratings offer by offer") {
    const Deciding decided{{offer("A", 1, "p = { low = 2, likely = 6, high = 9 }\nq = 4\nr = \"unknown\"\n"),
                            offer("B", 1, "p = 5\nq = { chance = \"70%\" }\nr = 6\n"),
                            offer("C", 1, "p = 7\nq = 3\nr = { low = 1, likely = 4, high = 10 }\n")},
                           swings({40, 30, 20}),
                           few};
    const auto& judgement = decided->judgement;
    const auto weights = judgement.weights();
    constexpr std::uint64_t samples = 1'000;
    const std::size_t leader = decided->leader();
    const auto wins = choice::decision::wins_of(leader, judgement, samples, 9);
    for (const bool wide : {false, true}) {
        std::vector<double> expected(3);
        for (std::uint64_t sample = 0; sample < samples; ++sample) {
            // The key is the seed and what the draws are for; two pairs share a word, and the second of a pair mirrors
            // the first.
            std::uint64_t stream = 0;
            const auto uniform_number = [&] {
                const std::uint64_t pair = sample / 2;
                const std::uint64_t word = numeric::WordStream{{9, 4}, stream++}.at(pair / 2);
                const double uniform =
                    (static_cast<double>((pair % 2 == 0 ? word : word >> 32U) & 0xFFFFFFFFU) + 0.5) / 0x1p32;
                return sample % 2 == 0 ? uniform : 1 - uniform;
            };
            std::vector<double> drawn;
            for (const double weight : weights) {
                if (weight > 0) {
                    const double uniform = uniform_number();
                    drawn.push_back(weight * (wide ? std::exp2(2 * uniform - 1) : 0.8 + 0.4 * uniform));
                }
            }
            std::vector<double> sums(3);
            for (std::size_t i = 0; i < 3; ++i) {
                for (std::size_t j = 0; j < weights.size(); ++j) {
                    const auto& rating = judgement.ratings[i][j];
                    double value = rating.value;
                    if (rating.uncertain()) {
                        double uniform = uniform_number();
                        value = rating.continuous() ? uniform : rating.outcomes.back().value;
                        for (const auto& outcome : rating.outcomes) {
                            uniform -= outcome.chance;
                            if (uniform < 0) {
                                value = outcome.value;
                                break;
                            }
                        }
                    }
                    sums[i] += drawn[j] * value;
                }
            }
            for (std::size_t i = 0; i < 3; ++i) {
                expected[i] += i == leader || sums[leader] > sums[i] ? 1.0 / samples : 0.0;
            }
        }
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK((wide ? wins.wide : wins.narrow)[i] == Approx(expected[i]).margin(1e-9));
        }
    }
}

TEST_CASE("over 2^16 combinations the chances are sampled, and that is said") {
    std::string conditions;
    std::string priorities;
    for (int i = 0; i < 17; ++i) {
        const std::string id = "f" + std::to_string(i);
        conditions += id + " = { chance = \"50%\" }\n";
        priorities += factor(id, "swing = " + std::to_string(10 + i));
    }
    const Deciding decided{{offer("A", 1, conditions), offer("B", 1, conditions)}, priorities, few};
    CHECK(decided->prospects.sampled);
    CHECK(decided->prospects.half_width == Approx(0.0031).margin(0.0001));
    CHECK(decided->scores[0].probability_best == Approx(0.5).margin(0.01));
    CHECK(decided.warnings() == std::vector<std::string>{"sampled", "many-factors"});
}

TEST_CASE("a factor split in a tree keeps its weight, and its children share it") {
    const std::vector<std::string> offers{offer("A", 1, "p = 8\nq = 2\nr = 4\n"),
                                          offer("B", 1, "p = 4\nq = 7\nr = 1\n")};
    const Deciding decided{offers, factor("p", "swing = 60") +
                                       "[[factor]]\nid = \"people\"\nswing = 40\nchildren = [\"q\", \"r\"]\ngoal = "
                                       "\"experience\"\n" +
                                       factor("q", "swing = 3") + factor("r", "swing = 1")};
    const Decision& decision = *decided;
    REQUIRE(decision.weights.size() == 3);
    CHECK(decision.weights[0] == Approx(0.6).margin(1e-15));
    CHECK(decision.weights[1] == Approx(0.3).margin(1e-15));
    CHECK(decision.weights[2] == Approx(0.1).margin(1e-15));
    CHECK(decision.judgement.factors[1].path[0].factor == "people");
    CHECK(decision.judgement.factors[1].path[1].weight == 0.75);
    // A child without a goal of its own serves its parent's.
    REQUIRE(decision.goal_lenses.size() == 2);
    CHECK(decision.goal_lenses[0].winner == 1);
    CHECK(decision.goal_lenses[0].values[1] == Approx(0.75 * 0.7 + 0.25 * 0.1).margin(1e-15));
    CHECK(decision.goal_lenses[1].values[1] == Approx(0.6 * 0.55 + 0.4 * 0.4).margin(1e-15));
    CHECK(decided.warnings() == std::vector<std::string>{"split-branch"});
}

TEST_CASE("ranks give rank-order-centroid weights, equal ones the mean of their places") {
    const std::vector<std::string> offers{offer("A", 1, "p = 8\nq = 2\nr = 4\n")};
    const Deciding decided{offers, factor("p", "rank = 1") + factor("q", "rank = 2") + factor("r", "rank = 2")};
    CHECK(decided->weights[0] == Approx(11.0 / 18).margin(1e-15));
    CHECK(decided->weights[1] == Approx(7.0 / 36).margin(1e-15));
    CHECK(decided->weights[2] == Approx(7.0 / 36).margin(1e-15));
    const Deciding equal{offers, "weights = \"equal\"\n" + factor("p", "") + factor("q", "") + factor("r", "")};
    CHECK(equal->weights == std::vector<double>(3, 1.0 / 3));
}

TEST_CASE("one offer is judged by itself: nothing is divided by its rivals") {
    const Deciding decided{{offer("A", 200'000, "p = { chance = \"70%\" }\n")},
                           "[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n" +
                               factor("p", "swing = 50\nmust = { at_least = 4, chance = \"90%\" }")};
    const Decision& decision = *decided;
    CHECK(decision.scores[0].value == Approx(0.6).margin(1e-12));
    CHECK(decision.scores[0].probability_best == 1);
    CHECK(decision.scores[0].expected_regret == Approx(0).margin(1e-12));
    CHECK_FALSE(decision.verdict.margin.has_value());
    CHECK(decision.verdict.verdict == VerdictClass::clear);
    CHECK(decision.pairwise.empty());
    CHECK(decision.price_of_choice.empty());
    CHECK(decision.acceptability[0].ranks == std::vector<double>{1.0});
    REQUIRE(decision.must_haves.size() == 1);
    CHECK_FALSE(decision.must_haves[0].met);
    CHECK(decision.must_haves[0].chance == Approx(0.7).margin(1e-12));
    CHECK(decided.warnings() == std::vector<std::string>{"0 must-have"});
    CHECK(decision.weight_intervals[0].winner->low == 0);
}

TEST_CASE("a single factor has no weight interval, and money alone no decision without money") {
    const Deciding decided{{offer("A", 200'000, ""), offer("B", 220'000, "")},
                           "[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n"};
    CHECK_FALSE(decided->weight_intervals[0].winner.has_value());
    CHECK_FALSE(decided->without_money.has_value());
    CHECK(decided->leader() == 1);
    CHECK(decided->verdict.dominant);
}

TEST_CASE("must-haves say who fails, by how much and with what chance") {
    const std::string must = factor("p", "swing = 1\nmust = { at_least = 6 }") +
                             factor("q", "swing = 1\nscale = { worst = 90, best = 0 }\nmust = { at_least = 45 }");
    const Deciding decided{{offer("A", 1, "p = 7\nq = 30\n"), offer("B", 1, "p = 4.5\nq = 60\n"),
                            offer("C", 1, "p = { low = 5, likely = 7, high = 8 }\nq = \"unknown\"\n")},
                           must};
    const auto& all = decided->must_haves;
    REQUIRE(all.size() == 6);
    CHECK(all[0].met);
    CHECK(all[1].shortfall == Approx(1.5).margin(1e-12));
    CHECK(all[1].chance == 0);
    CHECK(all[2].chance == Approx(0.7).margin(1e-12));
    CHECK_FALSE(all[2].met);  // without a chance asked for, it has to be certain
    CHECK(all[3].met);
    CHECK(all[4].shortfall == 15);  // minutes too many
    CHECK(all[5].chance == Approx(0.5).margin(1e-12));
    CHECK(decided->ranking.size() == 3);  // and nobody is removed
}

TEST_CASE("the verdict follows its rule, and money lost on one factor can be the question to ask") {
    using choice::decision::class_of;
    using choice::decision::Verdict;
    const auto of = [](double steadiness, double wide, double question, double margin) {
        Verdict verdict{.margin = margin};
        verdict.steadiness = steadiness;
        verdict.wide_steadiness = wide;
        return class_of(verdict, question);
    };
    CHECK(of(0.90, 0.80, 1, 0) == VerdictClass::clear);
    CHECK(of(0.90, 0.79, 0, 0.1) == VerdictClass::leaning);
    CHECK(of(0.89, 1, 0.05, 0.04) == VerdictClass::ask_first);
    CHECK(of(0.89, 1, 0.04, 0.04) == VerdictClass::leaning);
    CHECK(of(0.64, 1, 0, 0.04) == VerdictClass::toss_up);
    Verdict sure{.dominant_for_sure = true};
    CHECK(class_of(sure, 1) == VerdictClass::clear);
    sure.not_in_writing = true;
    CHECK(class_of(sure, 0) == VerdictClass::leaning);
    sure.hangs_on = choice::HangingLead{};
    CHECK(class_of(sure, 0) == VerdictClass::hangs_on);
    // The condition is worth w (1 - p) p over the gap: 0.5 x 0.5 x 0.5 with equal rivals, half the money scale.
    const Deciding decided{{offer("A", 200'000, "p = { chance = \"50%\" }\n"), offer("B", 200'000, "p = 5\n")},
                           "[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n" + factor("p", "swing = 50")};
    CHECK(decided->verdict.verdict == VerdictClass::ask_first);
    CHECK(decided->ask_first[0].value == Approx(0.125).margin(1e-14));
    CHECK(*decided->ask_first[0].money == Approx(50'000).epsilon(1e-12));
}

TEST_CASE("ratings and priorities that do not fit each other are told with both files") {
    const std::string p = factor("p", "swing = 50");
    CHECK(Deciding({offer("A", 1, "p = 12\n")}, p).problems() ==
          std::vector<std::string>{"a.toml:7:5 off-scale (me.toml:2)"});
    CHECK(Deciding({offer("A", 1, "p = { low = 1, likely = 5, high = 11 }\n")}, p).problems() ==
          std::vector<std::string>{"a.toml:7:5 off-scale (me.toml:2)"});
    CHECK(Deciding({offer("A", 1, "p = 5\nprestige = 3\n")}, p).problems() ==
          std::vector<std::string>{"a.toml:8:12 unknown-factor"});
    CHECK(Deciding({offer("A", 1, "")}, p).problems() ==
          std::vector<std::string>{"a.toml:1:1 missing-rating (me.toml:2)"});
    CHECK(Deciding({offer("A", 1, "")}, "").problems() == std::vector<std::string>{"a.toml:1:1 no-factors"});
    const std::string tree = p + factor("q", "swing = 3\nchildren = [\"r\"]") + factor("r", "swing = 1");
    CHECK(Deciding({offer("A", 1, "p = 5\nq = 4\nr = 3\n")}, tree).problems() ==
          std::vector<std::string>{"a.toml:8:5 out-of-place (me.toml:11)"});
    CHECK_FALSE(Deciding({offer("A", 1, "p = 12\n")}, p).decided());
    // A missing rating is unknown, and the decision says so as well.
    const Deciding missing{{offer("A", 1, ""), offer("B", 1, "p = 2\n")}, p};
    CHECK(missing.warnings() == std::vector<std::string>{"0 missing-rating"});
    CHECK(missing->values[0][0] == 0.5);
}

TEST_CASE("what weakens a decision is warned of") {
    const std::vector<std::string> offers{offer("A", 1, ratings({8, 2, 5})), offer("B", 1, ratings({2, 7, 5}))};
    // At 45, 40 and 15 A leads by 0.07; at equal weights by a third of 0.1; r is 5 for both.
    CHECK(Deciding(offers, swings({45, 40, 15})).warnings() == std::vector<std::string>{"equal-column"});
    CHECK(Deciding({offers[0], offer("B", 1, ratings({2, 9, 4}))}, swings({55, 40, 5})).warnings() ==
          std::vector<std::string>{});
    const std::string money = "[money]\nworst = 0\nbest = 10\nswing = 1\n";
    CHECK(Deciding({offer("A", 1, "stock_options = 5\n"), offer("B", 2, "stock_options = 6\n")},
                   money + factor("stock_options", "swing = 5"))
              .warnings() == std::vector<std::string>{"named-like-money"});
    CHECK(Deciding({offer("A", 1, "p = 5\n"), offer("B", 2, "p = 6\n")}, "[[factor]]\nid = \"p\"\nswing = 5\n")
              .warnings() == std::vector<std::string>{"importance"});
    // 60 : 40 for A; equal weights put B first.
    CHECK(Deciding({offer("A", 1, "p = 8\nq = 3\n"), offer("B", 1, "p = 5\nq = 7\n")}, swings({60, 40})).warnings() ==
          std::vector<std::string>{"1 other-winner"});
}

TEST_CASE("money with a swing of nothing counts for nothing, and no figure rests on it") {
    const std::string money = "[money]\nworst = 0\nbest = 10\nswing = 0\n";
    const Deciding decided{{offer("A", 1, "p = 8\n"), offer("B", 9, "p = 5\n")}, money + swings({10})};
    REQUIRE(decided.decided());
    CHECK(decided->leader() == 0);
    CHECK(decided->weights == std::vector<double>{0.0, 1.0});
    CHECK(decided->money_equivalents.empty());
    CHECK(decided->price_of_choice.empty());
    for (const auto& question : decided->ask_first) {
        CHECK_FALSE(question.money.has_value());
    }
}

TEST_CASE("beyond a hundred unknowns the chances are drawn, and that is said") {
    const auto decided = [](int count) {
        std::vector<std::string> offers;
        for (int i = 0; i < count; ++i) {
            offers.push_back(offer("A" + std::to_string(i), 1, "p = \"unknown\"\nq = 5\n"));
        }
        return std::make_unique<Deciding>(offers, swings({10, 10}), choice::DecisionOptions{.samples = 10});
    };
    const auto exact = decided(100);
    CHECK_FALSE((*exact)->prospects.sampled);
    for (const double chance : (*exact)->prospects.probability_best) {
        CHECK(chance == Approx(0.01));
    }
    const auto drawn = decided(101);
    CHECK((*drawn)->prospects.sampled);
    const auto warnings = drawn->warnings();
    CHECK(std::find(warnings.begin(), warnings.end(), "sampled") != warnings.end());
}

TEST_CASE("a seed has its own numbers, and more samples come closer") {
    const std::vector<std::string> offers{offer("A", 1, ratings({8, 2, 5})), offer("B", 1, ratings({4, 7, 6}))};
    const Deciding one{offers, swings({50, 30, 20}), {.samples = 1'000, .seed = 1}};
    const Deciding two{offers, swings({50, 30, 20}), {.samples = 1'000, .seed = 2}};
    const Deciding more{offers, swings({50, 30, 20}), {.samples = 100'000, .seed = 1}};
    CHECK(one->acceptability[0].ranks != two->acceptability[0].ranks);
    CHECK(more->acceptability[0].half_width == Approx(one->acceptability[0].half_width / 10).epsilon(0.1));
}

TEST_CASE("a small lead over what is not known is never clear, and what is said alone is at most leaning") {
    // At expected ratings the first dominates: 5.1 against 5 on both counts.
    const Deciding open{{offer("A", 1, "p = 5.1\nq = 5.1\n"), offer("B", 1, "p = \"unknown\"\nq = \"unknown\"\n")},
                        swings({50, 50})};
    CHECK(open->verdict.dominant);
    CHECK_FALSE(open->verdict.dominant_for_sure);
    CHECK(open->verdict.verdict != VerdictClass::clear);
    const std::string better = "p = 9\nq = 9\n";
    CHECK(Deciding({offer("A", 1, better), offer("B", 1, "p = 1\nq = 1\n")}, swings({50, 50}))->verdict.verdict ==
          VerdictClass::clear);
    const Deciding said{{"evidence = \"verbal\"\n" + offer("A", 1, better), offer("B", 1, "p = 1\nq = 1\n")},
                        swings({50, 50})};
    CHECK(said->verdict.verdict == VerdictClass::leaning);
}

TEST_CASE("what nobody can be asked is no question, and a must-have on an unknown is not missed") {
    const std::string q = factor("q", "swing = 50\naskable = false\nmust = { at_least = 6 }");
    const Deciding decided{{offer("A", 1, "p = 5\nq = \"unknown\"\n"), offer("B", 1, "p = 5\nq = 5\n")},
                           factor("p", "swing = 50") + q};
    CHECK(decided->ask_first.empty());
    REQUIRE(decided->find_out.size() == 1);
    CHECK(decided->find_out[0].offer == 0);
    CHECK(decided->verdict.verdict != VerdictClass::ask_first);
    REQUIRE(decided->must_haves.size() == 2);
    CHECK(decided->must_haves[0].met);
    CHECK_FALSE(decided->must_haves[0].known);
    CHECK_FALSE(decided->must_haves[1].met);
}

TEST_CASE("questions of equal worth stay in the order of offers and factors") {
    const std::string open = "p = \"unknown\"\nq = \"unknown\"\n";
    const Deciding decided{{offer("A", 1, open), offer("B", 1, open)},
                           factor("p", "swing = 50") + factor("q", "swing = 50")};
    REQUIRE(decided->ask_first.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(decided->ask_first[i].value == decided->ask_first[0].value);
        CHECK(decided->ask_first[i].offer == i / 2);
        CHECK(decided->ask_first[i].factor == i % 2);
    }
}

TEST_CASE("a choice hangs on an event that would put another offer first, from the chance at which they tie") {
    // 100,000 a year, and 400 shares at 400.00 over four years that wait: 40,000 a year more. Even with 120,000 at 50%.
    const std::string gated =
        "company = \"Lab\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = 100_000\n[stock]\nkind = "
        "\"private\"\nprice = 400\n[[grant]]\nquantity = 400\nvesting = { over = \"4 years\", every = \"1 year\" }\n"
        "gate = \"tender\"\n[[event]]\nid = \"tender\"\nchance = \"80%\"\n";
    const Deciding decided{{offer("Safe", 120'000, ""), gated},
                           "[money]\nworst = 50_000\nbest = 250_000\nswing = 100\n"};
    CHECK(decided->verdict.verdict == VerdictClass::hangs_on);
    REQUIRE(decided->verdict.hangs_on.has_value());
    CHECK(decided->verdict.hangs_on->events == std::vector<std::string>{"tender"});
    CHECK(decided->verdict.hangs_on->without == 0);
    CHECK(decided->verdict.hangs_on->with == 1);
    CHECK(decided->verdict.hangs_on->tie == Approx(0.5).margin(1e-6));
    CHECK(decided->verdict.hangs_on->stated == 0.8);
}
