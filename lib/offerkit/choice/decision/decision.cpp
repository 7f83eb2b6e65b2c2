#include <offerkit/choice/decision/decision.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <offerkit/choice/decision/acceptability.hpp>
#include <offerkit/choice/decision/counted_pay.hpp>
#include <offerkit/choice/decision/detail/same_value.hpp>
#include <offerkit/choice/decision/dominance.hpp>
#include <offerkit/choice/decision/information.hpp>
#include <offerkit/choice/decision/judgement.hpp>
#include <offerkit/choice/decision/lenses.hpp>
#include <offerkit/choice/decision/must_have.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>
#include <offerkit/choice/decision/rating_distribution.hpp>
#include <offerkit/choice/decision/review.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/choice/decision/verdict.hpp>
#include <offerkit/choice/decision/waits.hpp>
#include <offerkit/choice/decision/weight_interval.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/choice/decision/winning_index.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using decision::DecisionFactor;
using decision::Judgement;
using decision::ValueFunction;
using decision::Values;
using decision::detail::same_value;

double weighted_sum(std::span<const double> values, std::span<const double> weights) {
    return std::inner_product(values.begin(), values.end(), weights.begin(), 0.0);
}

std::vector<double> weighted_sums(const Values& values, std::span<const double> weights) {
    std::vector<double> sums;
    sums.reserve(values.size());
    for (const auto& row : values) {
        sums.push_back(weighted_sum(row, weights));
    }
    return sums;
}

// The best first; offers that tie stay in the order given.
std::vector<std::size_t> ranked(const std::vector<double>& values) {
    std::vector<std::size_t> ranking(values.size());
    std::iota(ranking.begin(), ranking.end(), std::size_t{0});
    std::stable_sort(ranking.begin(), ranking.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    for (auto from = ranking.begin(); from != ranking.end();) {
        auto to = from + 1;
        while (to != ranking.end() && values[*(to - 1)] - values[*to] <= same_value) {
            ++to;
        }
        std::sort(from, to);
        from = to;
    }
    return ranking;
}

std::vector<Score> scores_of(const Values& values, std::span<const double> weights,
                             const decision::Prospects& prospects) {
    const auto sums = weighted_sums(values, weights);
    std::vector<Score> scores;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto better =
            std::count_if(sums.begin(), sums.end(), [&](double sum) { return sum > sums[i] + same_value; });
        Score& score = scores.emplace_back();
        score.offer = i;
        score.rank = static_cast<std::size_t>(better) + 1;
        score.value = sums[i];
        score.probability_best = prospects.probability_best[i];
        score.expected_regret = prospects.expected_regret[i];
        for (std::size_t j = 0; j < weights.size(); ++j) {
            score.contributions.push_back({j, weights[j], values[i][j], weights[j] * values[i][j]});
        }
    }
    return scores;
}

ValueFunction value_of_money(const Judgement& judgement) noexcept {
    const DecisionFactor& money = judgement.factors[*judgement.money];
    return {money.worst, money.best, judgement.risk_tolerance};
}

bool money_counts(const Judgement& judgement) noexcept {
    return judgement.money && judgement.factors[*judgement.money].weight > 0;
}

std::vector<LeaderAgainst> advantages_of(const Decision& result) {
    std::vector<LeaderAgainst> all;
    const std::size_t leader = result.leader();
    for (const std::size_t rival : result.ranking) {
        if (rival == leader) {
            continue;
        }
        LeaderAgainst& against = all.emplace_back();
        against.rival = rival;
        against.margin = result.scores[leader].value - result.scores[rival].value;
        for (std::size_t j = 0; j < result.weights.size(); ++j) {
            against.advantages.push_back({j, result.weights[j] * (result.values[leader][j] - result.values[rival][j])});
        }
        std::stable_sort(
            against.advantages.begin(), against.advantages.end(),
            [](const Advantage& a, const Advantage& b) { return std::fabs(a.amount) > std::fabs(b.amount); });
    }
    return all;
}

std::vector<MoneyEquivalent> money_equivalents_of(const Decision& result) {
    std::vector<MoneyEquivalent> equivalents;
    if (!money_counts(result.judgement)) {
        return equivalents;
    }
    const DecisionFactor& money = result.judgement.factors[*result.judgement.money];
    for (std::size_t j = 0; j < result.weights.size(); ++j) {
        equivalents.push_back({j, result.weights[j] / money.weight * (money.best - money.worst)});
    }
    return equivalents;
}

// Whom an offer has to tie to change the decision: the leader, and the leader the second.
std::size_t opponent_of(std::size_t offer, const Decision& result) noexcept {
    return offer == result.leader() ? result.ranking[1] : result.leader();
}

std::vector<PriceOfChoice> prices_of(const Decision& result) {
    std::vector<PriceOfChoice> prices;
    if (!money_counts(result.judgement) || result.ranking.size() < 2) {
        return prices;
    }
    const DecisionFactor& money = result.judgement.factors[*result.judgement.money];
    // A tie at the very end of the scale is a tie.
    const double slack = (money.best - money.worst) * same_value;
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        PriceOfChoice& price = prices.emplace_back();
        price.offer = i;
        price.against = opponent_of(i, result);
        const auto pay = pay_for_value(result, i, result.scores[price.against].value);
        if (pay && *pay >= money.worst - slack && *pay <= money.best + slack) {
            price.money = std::clamp(*pay, money.worst, money.best);
            price.change = *price.money - result.judgement.ratings[i][*result.judgement.money].rating;
        }
    }
    return prices;
}

std::vector<RatingChange> rating_changes_of(const Decision& result) {
    std::vector<RatingChange> changes;
    if (result.ranking.size() < 2) {
        return changes;
    }
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        const std::size_t against = opponent_of(i, result);
        const double gap = result.scores[against].value - result.scores[i].value;
        for (std::size_t j = 0; j < result.weights.size(); ++j) {
            const DecisionFactor& factor = result.judgement.factors[j];
            if (factor.money || factor.weight <= 0) {
                continue;
            }
            RatingChange& change = changes.emplace_back();
            change.offer = i;
            change.against = against;
            change.factor = j;
            change.value_change = gap / factor.weight;
            const double value = result.values[i][j] + change.value_change;
            change.rating = factor.worst + value * (factor.best - factor.worst);
            change.feasible = value >= -same_value && value <= 1 + same_value;
        }
    }
    return changes;
}

std::optional<WithoutMoney> without_money_of(const Decision& result) {
    if (!result.judgement.money) {
        return std::nullopt;
    }
    std::vector<double> weights = result.weights;
    weights[*result.judgement.money] = 0;
    const double others = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (others <= 0) {
        return std::nullopt;
    }
    for (double& weight : weights) {
        weight /= others;
    }
    const auto prospects =
        decision::prospects(result.judgement.ratings, weights, result.options.draws, result.options.seed);
    return WithoutMoney{scores_of(result.values, weights, prospects), ranked(weighted_sums(result.values, weights))};
}

/// Whether there is something to decide by these means; if not, why.
bool fit_together(const Comparison& comparison, const model::Priorities& priorities, const DecisionOptions& options,
                  Diagnostics& diagnostics) {
    namespace codes = diagnostic::codes;
    if (comparison.offers.empty()) {
        diagnostics.error(codes::missing_key, {}, "there is no offer to decide about", "give at least one offer");
        return false;
    }
    if (options.samples == 0) {
        diagnostics.error(codes::bad_number, {}, "`samples` is at least 1", "write, for example, 10,000");
        return false;
    }
    if (options.draws == 0) {
        diagnostics.error(codes::bad_number, {}, "`draws` is at least 1", "write, for example, 100,000");
        return false;
    }
    if (priorities.money && priorities.money->worst.currency() != comparison.currency) {
        const std::string money{priorities.money->worst.currency().code()};
        diagnostics.error(codes::conflict, priorities.money->span,
                          diagnostic::formatted("the priorities count money in {} and the offers are compared in {}",
                                                money, comparison.currency.code()),
                          diagnostic::formatted("compare the offers in {}", money));
        return false;
    }
    return true;
}

decision::Verdict verdict_of(const Comparison& comparison, const Decision& result) {
    decision::Verdict verdict{.leader = result.ranking.front()};
    verdict.wins.assign(result.values.size(), 1.0);
    if (result.ranking.size() < 2) {
        return verdict;
    }
    verdict.second = result.ranking[1];
    verdict.margin = result.scores[verdict.leader].value - result.scores[*verdict.second].value;
    for (const std::size_t rival : result.ranking) {
        if (rival != verdict.leader && result.scores[rival].rank == result.scores[verdict.leader].rank) {
            verdict.tied_with.push_back(rival);
        }
    }
    const auto beaten = std::count_if(result.dominance.begin(), result.dominance.end(),
                                      [&](const auto& pair) { return pair.a == verdict.leader; });
    verdict.dominant = static_cast<std::size_t>(beaten) + 1 == result.values.size();
    auto wins = decision::wins_of(verdict.leader, result.judgement, result.options.samples, result.options.seed);
    verdict.steadiness = *std::min_element(wins.narrow.begin(), wins.narrow.end());
    verdict.wide_steadiness = *std::min_element(wins.wide.begin(), wins.wide.end());
    verdict.wins = std::move(wins.narrow);
    verdict.dominant_for_sure = decision::dominates_for_sure(verdict.leader, result.judgement);
    const model::Offer& leader = *comparison.offers[verdict.leader].offer;
    verdict.not_in_writing = leader.kind == model::OfferKind::search ||
                             (leader.kind == model::OfferKind::offer && leader.evidence != model::Evidence::written);
    const decision::Waits waits{comparison, result.judgement};
    verdict.hangs_on = waits.hangs_on();
    verdict.open_dates = waits.could_begin_ahead_of(verdict.leader);
    const double question = result.ask_first.empty() ? 0.0 : result.ask_first.front().value;
    verdict.verdict = decision::class_of(verdict, question);
    return verdict;
}

}  // namespace

std::vector<double> Decision::values_at(std::span<const double> other_weights) const {
    return weighted_sums(values, other_weights);
}

std::vector<Money> yearly_pay(const Comparison& comparison, bool survival_weighted) {
    std::vector<Money> pay;
    pay.reserve(comparison.offers.size());
    for (const auto& offer : comparison.offers) {
        pay.push_back(survival_weighted ? value::average_of(offer.definitions.survival_weighted, offer.window.horizon())
                                        : offer.definitions.average);
    }
    return pay;
}

namespace {

/// The chances of being best and the regrets, over the ratings and over pay where it is uncertain.
decision::Prospects prospects_of(Decision& result, const Comparison& comparison,
                                 std::span<const decision::PayAtRisk> pays) {
    const auto& judgement = result.judgement;
    std::vector<std::string> companies;
    for (const auto& offer : comparison.offers) {
        companies.push_back(offer.offer->company);
    }
    decision::PayDraws draws{pays, companies};
    if (!draws.any() || !money_counts(judgement)) {
        return decision::prospects(judgement.ratings, result.weights, result.options.draws, result.options.seed);
    }
    decision::DrawnPay pay{draws, value_of_money(judgement), *judgement.money, {}};
    for (std::size_t i = 0; i < pays.size(); ++i) {
        const auto& counted = judgement.ratings[i][*judgement.money];
        pay.added.push_back(counted.clamped ? counted.value - pay.value.at(counted.rating) : 0.0);
        result.exits_drawn = result.exits_drawn || pays[i].by_scenarios();
        result.prices_drawn = result.prices_drawn || (!pays[i].by_scenarios() && pays[i].is_uncertain());
    }
    return decision::prospects(judgement.ratings, result.weights, result.options.draws, result.options.seed, &pay);
}

}  // namespace

std::optional<double> pay_for_value(const Decision& decision, std::size_t offer, double goal) {
    if (!money_counts(decision.judgement)) {
        return std::nullopt;
    }
    const std::size_t money = *decision.judgement.money;
    double rest = 0;
    for (std::size_t j = 0; j < decision.weights.size(); ++j) {
        rest += j == money ? 0.0 : decision.weights[j] * decision.values[offer][j];
    }
    return value_of_money(decision.judgement).amount_of((goal - rest) / decision.weights[money]);
}

std::optional<Decision> decide(const Comparison& comparison, const model::Priorities& priorities,
                               const DecisionOptions& options, Diagnostics& diagnostics) {
    if (!fit_together(comparison, priorities, options, diagnostics)) {
        return std::nullopt;
    }
    Decision result{.currency = comparison.currency, .options = options, .judgement = {}};
    result.pay = yearly_pay(comparison, options.survival_weighted);
    const auto pays = decision::pays_at_risk(comparison, options);
    decision::count_risk(result, pays, priorities);
    std::vector<const model::Offer*> offers;
    offers.reserve(comparison.offers.size());
    for (const auto& offer : comparison.offers) {
        offers.push_back(offer.offer);
    }
    auto judgement = decision::judge(offers, result.pay, priorities, diagnostics);
    if (!judgement) {
        return std::nullopt;
    }
    result.judgement = *std::move(judgement);
    result.weights = result.judgement.weights();
    result.values = result.judgement.values();
    result.ranking = ranked(weighted_sums(result.values, result.weights));
    result.prospects = prospects_of(result, comparison, pays);
    result.scores = scores_of(result.values, result.weights, result.prospects);
    result.must_haves = decision::must_haves(result.judgement);
    result.dominance = decision::dominances(result.values, result.weights);
    for (const auto& question : decision::questions(result.judgement)) {
        const bool askable = result.judgement.ratings[question.offer][question.factor].askable;
        (askable ? result.ask_first : result.find_out).push_back(question);
    }
    result.verdict = verdict_of(comparison, result);
    result.against = advantages_of(result);
    result.weight_intervals = decision::weight_intervals(result.values, result.weights, result.ranking);
    result.pairwise = decision::pairwise(result.values, result.weights, options.seed);
    result.weight_order = decision::weight_order(result.weights);
    if (options.acceptability) {
        auto shares = decision::acceptabilities(result.values, result.weights, options.samples, options.seed);
        result.acceptability = std::move(shares.any_weights);
        result.acceptability_under_order = std::move(shares.under_order);
    }
    result.money_equivalents = money_equivalents_of(result);
    result.price_of_choice = prices_of(result);
    result.rating_changes = rating_changes_of(result);
    result.without_money = without_money_of(result);
    result.goal_lenses = decision::goal_lenses(result.judgement);
    result.warnings = review(comparison, result, priorities);
    return result;
}

}  // namespace offerkit::choice
