#include <offerkit/choice/decision/nearest_flip.hpp>

#include <cmath>
#include <limits>

namespace offerkit::choice {

namespace {

using decision::DecisionFactor;
using decision::Rating;
using decision::RatingKind;

// Changes closer than this are equal, and the first of them is named.
constexpr double same_change = 1e-9;

double odds(double share) noexcept { return share / (1 - share); }

// By how much a weight is multiplied or divided, as a logarithm; a weight of nothing is infinitely far from any other.
double distance(double from, double to) noexcept {
    return from > 0 && to > 0 ? std::fabs(std::log(odds(to) / odds(from))) : std::numeric_limits<double>::infinity();
}

const std::optional<model::Stated<quantity::Number>>& swing_of(const DecisionFactor& factor,
                                                               const model::Priorities& priorities) noexcept {
    return factor.money ? priorities.money->swing : factor.stated->swing;
}

WeightFlip weight_flip(const Decision& result, const model::Priorities& priorities, std::size_t j, double to,
                       std::size_t winner) {
    WeightFlip flip{.factor = j, .weight = to, .winner = winner};
    const DecisionFactor& factor = result.judgement.factors[j];
    const auto& swing = swing_of(factor, priorities);
    if (swing && factor.path.size() == 1 && factor.weight > 0) {
        flip.stated_points = swing->value.approximate();
        flip.points = flip.stated_points * odds(to) / odds(factor.weight);
    }
    return flip;
}

std::optional<WeightFlip> nearest_weight(const Decision& result, const model::Priorities& priorities) {
    std::optional<WeightFlip> nearest;
    double least = std::numeric_limits<double>::infinity();
    const auto consider = [&](std::size_t j, double to, const std::optional<std::size_t>& winner) {
        const double far = distance(result.weights[j], to);
        if (winner && to < 1 && (far < least || !nearest)) {
            least = far;
            nearest = weight_flip(result, priorities, j, to, *winner);
        }
    };
    for (const auto& interval : result.weight_intervals) {
        if (interval.winner) {
            consider(interval.factor, interval.winner->low, interval.next_below);
            consider(interval.factor, interval.winner->high, interval.next_above);
        }
    }
    return nearest;
}

RatingFlip rating_flip(const Decision& result, const RatingChange& change) {
    RatingFlip flip{.change = change};
    const Rating& rating = result.judgement.ratings[change.offer][change.factor];
    if (rating.kind == RatingKind::condition && rating.outcomes.size() == 2) {
        const auto& met = rating.outcomes[0];
        const auto& unmet = rating.outcomes[1];
        const double chance = (change.rating - unmet.rating) / (met.rating - unmet.rating);
        if (chance >= 0 && chance <= 1) {
            flip.chance = chance;
            flip.stated_chance = met.chance;
        }
    }
    return flip;
}

std::optional<RatingFlip> nearest_rating(const Decision& result) {
    const RatingChange* nearest = nullptr;
    for (const auto& change : result.rating_changes) {
        if (change.feasible &&
            (nearest == nullptr || std::fabs(change.value_change) < std::fabs(nearest->value_change) - same_change)) {
            nearest = &change;
        }
    }
    return nearest == nullptr ? std::nullopt : std::optional{rating_flip(result, *nearest)};
}

std::optional<PriceOfChoice> nearest_pay(const Decision& result) {
    std::optional<PriceOfChoice> nearest;
    for (const auto& price : result.price_of_choice) {
        if (price.offer != result.leader() && price.change && (!nearest || *price.change < *nearest->change)) {
            nearest = price;
        }
    }
    return nearest;
}

}  // namespace

Flips nearest_flips(const Decision& decision, const model::Priorities& priorities) {
    if (decision.ranking.size() < 2) {
        return {};
    }
    return {nearest_weight(decision, priorities), nearest_rating(decision), nearest_pay(decision)};
}

}  // namespace offerkit::choice
