// The worked cases of tests/data/decision.json, computed by independent programs (docs/numbers.md, "Deciding").

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <nlohmann/json.hpp>

#include <offerkit/choice/decision/acceptability.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/decision/dominance.hpp>
#include <offerkit/choice/decision/information.hpp>
#include <offerkit/choice/decision/rating_distribution.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/choice/decision/weight_interval.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/choice/decision/winning_index.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit::choice::decision;
using nlohmann::json;

namespace {

// What sampling may be off by: five standard errors of a share.
constexpr std::uint64_t many = 400'000;

const json& data() {
    static const json all = json::parse(support::read_file(support::source_path("tests/data/decision.json")));
    return all;
}

const json& worked(const std::string& id) {
    const auto& cases = data().at("cases");
    const auto found = std::find_if(cases.begin(), cases.end(), [&](const json& one) { return one.at("id") == id; });
    REQUIRE(found != cases.end());
    return *found;
}

std::vector<double> numbers(const json& list) { return list.get<std::vector<double>>(); }
Values table(const json& rows) { return rows.get<Values>(); }

void check_near(const std::vector<double>& found, const json& expected, double tolerance) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        INFO("number " << i);
        CHECK(found[i] == Approx(expected.at(i).get<double>()).margin(tolerance).epsilon(0));
    }
}

std::vector<double> scores(const Values& values, const std::vector<double>& weights) {
    std::vector<double> sums;
    for (const auto& row : values) {
        sums.push_back(std::inner_product(row.begin(), row.end(), weights.begin(), 0.0));
    }
    return sums;
}

std::vector<std::size_t> best_first(const std::vector<double>& values) {
    std::vector<std::size_t> ranking(values.size());
    std::iota(ranking.begin(), ranking.end(), std::size_t{0});
    std::stable_sort(ranking.begin(), ranking.end(), [&](auto a, auto b) { return values[a] > values[b]; });
    return ranking;
}

Values on_scale(const json& matrix, const std::vector<double>& worst, const std::vector<double>& best) {
    Values values = table(matrix);
    for (auto& row : values) {
        for (std::size_t j = 0; j < row.size(); ++j) {
            row[j] = ValueFunction{worst[j], best[j]}.at(row[j]);
        }
    }
    return values;
}

Rating yes_or_no(double chance) {
    return {.kind = RatingKind::condition,
            .outcomes = {{chance, 1.0, 1.0}, {1 - chance, 0.0, 0.0}},
            .rating = chance,
            .value = chance};
}

Judgement judgement_of(const Values& chances, const std::vector<double>& weights) {
    Judgement judgement;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        judgement.factors.push_back({.id = std::to_string(j), .weight = weights[j]});
    }
    for (const auto& row : chances) {
        auto& ratings = judgement.ratings.emplace_back();
        for (const double chance : row) {
            ratings.push_back(yes_or_no(chance));
        }
    }
    return judgement;
}

void check_sampled(const std::vector<Acceptability>& found, const json& expected) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& ranks = expected.at("rank_acceptability").at(i);
        for (std::size_t r = 0; r < found.size(); ++r) {
            const double p = ranks.at(r);
            const double error = std::sqrt(p * (1 - p) / static_cast<double>(many));
            INFO("offer " << i << ", rank " << r);
            CHECK(found[i].ranks[r] == Approx(p).margin(5 * error + 1e-9).epsilon(0));
        }
        const auto& central = expected.at("central_weights").at(i);
        REQUIRE(found[i].central_weights.has_value() == !central.is_null());
        if (!central.is_null()) {
            check_near(*found[i].central_weights, central, 0.004);
        }
    }
}

}  // namespace

TEST_CASE("every worked case of a decision is checked") {
    const std::vector<std::string> checked{"wsm-global",
                                           "roc-weights",
                                           "swing-weights",
                                           "dominance",
                                           "dominance-ordinal",
                                           "smaa-2alt-4crit",
                                           "smaa-3alt-3crit",
                                           "smaa-efficient-never-first",
                                           "pairwise-exact-3x8",
                                           "conditions-bernoulli",
                                           "wsi",
                                           "break-even",
                                           "rank-reversal",
                                           "value-functions",
                                           "published-guide-1",
                                           "constant-column"};
    std::vector<std::string> there;
    for (const auto& one : data().at("cases")) {
        there.push_back(one.at("id"));
    }
    CHECK(there == checked);
}

TEST_CASE("weighted sums on fixed scales") {
    const json& one = worked("wsm-global");
    const auto& input = one.at("input");
    auto worst = numbers(input.at("scale_lo"));
    auto best = numbers(input.at("scale_hi"));
    for (std::size_t j = 0; j < worst.size(); ++j) {
        if (input.at("directions").at(j) == -1) {
            std::swap(worst[j], best[j]);
        }
    }
    const Values values = on_scale(input.at("matrix"), worst, best);
    for (std::size_t i = 0; i < values.size(); ++i) {
        check_near(values[i], one.at("expected").at("value").at(i), 1e-12);
    }
    const auto sums = scores(values, numbers(input.at("weights")));
    check_near(sums, one.at("expected").at("score"), 1e-12);
    CHECK(best_first(sums) == std::vector<std::size_t>{2, 0, 1});
}

TEST_CASE("a published guide's totals, recomputed") {
    const json& one = worked("published-guide-1");
    check_near(scores(table(one.at("input").at("scores")), numbers(one.at("input").at("weights"))),
               one.at("expected").at("correct"), 1e-9);
}

TEST_CASE("rank-order-centroid weights for two to ten factors") {
    for (const auto& [n, weights] : worked("roc-weights").at("expected").items()) {
        std::vector<std::int64_t> ranks(std::stoul(n));
        std::iota(ranks.begin(), ranks.end(), std::int64_t{1});
        check_near(rank_order_centroid(ranks), weights.at("roc"), 1e-12);
    }
}

TEST_CASE("swing points become weights, and a narrower range takes weight away") {
    const json& one = worked("swing-weights");
    auto points = numbers(one.at("input").at("points"));
    check_near(swing_weights(points), one.at("expected").at("weights"), 1e-12);
    const auto before = numbers(one.at("input").at("old_range"));
    const auto after = numbers(one.at("input").at("new_range"));
    for (std::size_t j = 0; j < points.size(); ++j) {
        points[j] *= after[j] / before[j];
    }
    check_near(swing_weights(points), one.at("expected").at("weights_after_range_change"), 1e-12);
}

TEST_CASE("plain dominance") {
    const json& one = worked("dominance");
    const Values values = table(one.at("input").at("values"));
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = 0; b < values.size(); ++b) {
            CHECK(dominates(values[a], values[b]) == one.at("expected").at("dominates").at(a).at(b).get<bool>());
        }
    }
}

TEST_CASE("dominance for all weights in the stated order") {
    const Values values = table(worked("dominance-ordinal").at("input").at("values"));
    const std::vector<std::vector<std::size_t>> order{{0}, {1}, {2}};
    CHECK(dominates_under_order(values[0], values[1], order));
    CHECK_FALSE(dominates(values[0], values[1]));
    CHECK_FALSE(dominates_under_order(values[1], values[0], order));
    // With the first two unordered among themselves, the second may be the heavier one.
    CHECK_FALSE(dominates_under_order(values[0], values[1], {{0, 1}, {2}}));
}

TEST_CASE("two offers at all weights, exactly and by sampling") {
    const json& one = worked("smaa-2alt-4crit");
    const Values values = table(one.at("input").at("values"));
    std::vector<double> differences;
    for (std::size_t j = 0; j < 4; ++j) {
        differences.push_back(values[0][j] - values[1][j]);
    }
    CHECK(winning_index(differences) == Approx(1611.0 / 2464).margin(1e-12).epsilon(0));
    // The central weight of a factor is the index with its difference doubled, in proportion (an independent formula).
    const auto found = acceptability(values, many, 7);
    const double first = one.at("expected").at("first_rank_acceptability").at(0);
    CHECK(found[0].ranks[0] == Approx(first).margin(0.004).epsilon(0));
    CHECK(found[1].ranks[0] == Approx(1 - first).margin(0.004).epsilon(0));
    for (std::size_t i = 0; i < 2; ++i) {
        check_near(*found[i].central_weights, one.at("expected").at("central_weights").at(i), 0.003);
    }
}

TEST_CASE("three offers at all weights: ranks, central weights, pairs") {
    const json& one = worked("smaa-3alt-3crit");
    const Values values = table(one.at("input").at("values"));
    check_sampled(acceptability(values, many, 7), one.at("expected"));
    for (const auto& pair : pairwise(values, std::vector<double>(3, 1.0 / 3), 1)) {
        const auto& expected = one.at("expected").at("pairwise_winning");
        CHECK(pair.index == Approx(expected.at(pair.a).at(pair.b).get<double>()).margin(1e-12).epsilon(0));
        CHECK(1 - pair.index == Approx(expected.at(pair.b).at(pair.a).get<double>()).margin(1e-12).epsilon(0));
        // All three weights equal: every order is as likely, which is every weight.
        CHECK(pair.index_under_order == Approx(pair.index).margin(1e-12).epsilon(0));
    }
}

TEST_CASE("an offer that no weights put first has no central weights") {
    const json& one = worked("smaa-efficient-never-first");
    check_sampled(acceptability(table(one.at("input").at("values")), many, 7), one.at("expected"));
}

TEST_CASE("the exact index where differences repeat") {
    const json& one = worked("pairwise-exact-3x8");
    const auto& expected = one.at("expected").at("pairwise_winning");
    for (const auto& pair : pairwise(table(one.at("input").at("values")), std::vector<double>(8, 0.125), 1)) {
        CHECK(pair.index == Approx(expected.at(pair.a).at(pair.b).get<double>()).margin(1e-12).epsilon(0));
    }
}

TEST_CASE("conditions: expected value, chance of being best, regret and what asking is worth") {
    const json& one = worked("conditions-bernoulli");
    const auto& expected = one.at("expected");
    const auto weights = numbers(one.at("input").at("weights"));
    const Judgement judgement = judgement_of(table(one.at("input").at("prob_met")), weights);
    check_near(scores(judgement.values(), weights), expected.at("expected_value"), 1e-12);
    const Prospects found = prospects(judgement.ratings, weights, 100, 1);
    CHECK_FALSE(found.sampled);
    check_near(found.probability_best, expected.at("prob_best"), 1e-9);
    CHECK(found.expected_best == Approx(expected.at("expected_max").get<double>()).margin(1e-12).epsilon(0));
    check_near(found.expected_regret, json{0.1703993104, 0.2303993104, 0.1903993104}, 1e-12);
    const auto asked = questions(judgement);
    REQUIRE(asked.size() == 12);
    for (const Question& question : asked) {
        const double value = expected.at("EVPPI_offer_condition").at(question.offer).at(question.factor);
        CHECK(question.value == Approx(value).margin(1e-12).epsilon(0));
    }
    CHECK(std::is_sorted(asked.begin(), asked.end(), [](auto& a, auto& b) { return a.value > b.value; }));
}

TEST_CASE("how far each weight can go before the winner, and before the order, changes") {
    const json& one = worked("wsi");
    const Values values = table(one.at("input").at("values"));
    const auto weights = numbers(one.at("input").at("weights"));
    const auto sums = scores(values, weights);
    check_near(sums, one.at("expected").at("score"), 1e-12);
    const auto found = weight_intervals(values, weights, best_first(sums));
    for (std::size_t j = 0; j < weights.size(); ++j) {
        INFO("factor " << j);
        check_near({found[j].winner->low, found[j].winner->high}, one.at("expected").at("winner_interval").at(j),
                   1e-12);
        check_near({found[j].order->low, found[j].order->high}, one.at("expected").at("order_interval").at(j), 1e-12);
    }
}

TEST_CASE("the third offer added last turns nothing round on fixed scales") {
    const json& one = worked("rank-reversal");
    const auto weights = numbers(one.at("input").at("weights"));
    const Values values =
        on_scale(one.at("input").at("matrix"), std::vector<double>(3, 0.0), std::vector<double>(3, 10.0));
    check_near(scores(values, weights), one.at("expected").at("fixed_scale"), 1e-9);
    CHECK(best_first(scores({values[0], values[1]}, weights)) == std::vector<std::size_t>{1, 0});
    CHECK(best_first(scores(values, weights)) == std::vector<std::size_t>{1, 0, 2});
}

TEST_CASE("value functions are linear or exponential, up or down") {
    const json& one = worked("value-functions");
    const auto amounts = numbers(one.at("input").at("x"));
    const auto at_all = [&](const ValueFunction& function) {
        std::vector<double> values;
        for (const double amount : amounts) {
            values.push_back(function.at(amount));
            const auto back = function.amount_of(values.back());
            REQUIRE(back.has_value());
            CHECK(*back == Approx(amount).epsilon(1e-12));
        }
        return values;
    };
    check_near(at_all(ValueFunction{100, 300}), one.at("expected").at("linear"), 1e-12);
    check_near(at_all(ValueFunction{300, 100}), one.at("expected").at("decreasing_linear"), 1e-12);
    check_near(at_all(ValueFunction{100, 300, 100}), one.at("expected").at("exponential"), 1e-12);
}

TEST_CASE("a factor on which all are equal gives all the same") {
    const json& one = worked("constant-column");
    const Values values =
        on_scale(one.at("input").at("matrix"), std::vector<double>(3, 0.0), std::vector<double>(3, 5.0));
    const auto found = weight_intervals(values, numbers(one.at("input").at("weights")),
                                        best_first(scores(values, numbers(one.at("input").at("weights")))));
    CHECK(found[1].winner->low == 0);
    // With all weight on it everybody ties, which the winner survives.
    CHECK(found[1].winner->high == 1);
}
