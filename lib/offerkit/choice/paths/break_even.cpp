// What would have to be believed for a path to tie. The mean of a path is linear in each of its inputs, so that the
// worlds at hand say where it meets the best other mean.

#include <algorithm>
#include <cmath>

#include <offerkit/choice/paths/detail/figure_parts.hpp>

namespace offerkit::choice::paths::detail {

namespace {

/// Fewer worlds than this on one side say too little.
constexpr std::size_t fewest_worlds = 400;

struct Sides {
    std::span<const double> own;
    std::span<const double> rival;
    double target;
};

/// The chance of `holds` at which the path's mean meets the rival's.
template <class Holds>
std::optional<Estimated> chance_that_ties(const Sides& sides, Holds holds) {
    const std::size_t count = sides.own.size();
    double sums[2] = {0, 0};
    std::size_t counts[2] = {0, 0};
    for (std::size_t begin = 0; begin < count; begin += block_size) {
        double block[2] = {0, 0};
        for (std::size_t i = begin; i < count && i < begin + block_size; ++i) {
            const std::size_t side = holds(i) ? 1 : 0;
            block[side] += sides.own[i];
            ++counts[side];
        }
        sums[0] += block[0];
        sums[1] += block[1];
    }
    if (counts[0] < fewest_worlds || counts[1] < fewest_worlds) {
        return std::nullopt;
    }
    const double without = sums[0] / static_cast<double>(counts[0]);
    const double with = sums[1] / static_cast<double>(counts[1]);
    if (tie(without, with)) {
        return std::nullopt;
    }
    const double chance = (sides.target - without) / (with - without);
    if (chance < 0 || chance > 1) {
        return std::nullopt;
    }
    // The delta method: what each world adds to the target and to the two means.
    const double n = static_cast<double>(count);
    const double weight_without = (1 - chance) * n / static_cast<double>(counts[0]);
    const double weight_with = chance * n / static_cast<double>(counts[1]);
    const auto influence = mean_of(count, [&](std::size_t i) {
        const double own = holds(i) ? weight_with * (sides.own[i] - with) : weight_without * (sides.own[i] - without);
        return (sides.rival[i] - sides.target - own) / (with - without);
    });
    return Estimated{chance, influence.error};
}

/// The multiple x of `slope` that brings the path's mean to the rival's: mean + x slope = target.
std::optional<Estimated> multiple_that_ties(const Sides& sides, std::span<const double> slopes) {
    const std::size_t count = sides.own.size();
    const double slope = mean_of(count, [&](std::size_t i) { return slopes[i]; }).value;
    if (slope <= 0) {
        return std::nullopt;
    }
    const double gap = mean_of(count, [&](std::size_t i) { return sides.rival[i] - sides.own[i]; }).value;
    const double multiple = gap / slope;
    const auto influence =
        mean_of(count, [&](std::size_t i) { return (sides.rival[i] - sides.own[i] - multiple * slopes[i]) / slope; });
    return Estimated{multiple, influence.error};
}

}  // namespace

BreakEven break_even(const Terms& terms, const Worlds& worlds, std::span<const double> means, std::size_t path) {
    BreakEven result{.against = best_of(means, path)};
    const Path& own = terms.paths[path];
    const auto& mine = worlds.paths[path];
    const Sides sides{mine.values.back(), worlds.paths[result.against].values.back(), means[result.against]};
    if (!mine.success.empty()) {
        result.success = chance_that_ties(sides, [&](std::size_t i) { return mine.success[i] != 0; });
    }
    const auto behind = followed_by(terms, path);
    const auto behind_rival = followed_by(terms, result.against);
    const bool rival_follows = std::find(behind_rival.begin(), behind_rival.end(), path) != behind_rival.end();
    for (std::size_t rung = 0; rung < terms.rungs.size(); ++rung) {
        const Promotion& promotion = own.rules.promotions[rung];
        if (!promotion.exists()) {
            continue;
        }
        const bool met_again = std::any_of(behind.begin(), behind.end(), [&](std::size_t other) {
            return terms.paths[other].rules.promotions[rung].exists();
        });
        result.ever.push_back(
            {rung, rival_follows || met_again ? std::nullopt : chance_that_ties(sides, [&](std::size_t i) {
                 return worlds.promotion[rung][i] < promotion.ever;
             })});
    }
    result.later_pay = multiple_that_ties(sides, mine.later);
    const double lowest = *std::min_element(own.later_pay.values.begin(), own.later_pay.values.end());
    if (result.later_pay && 1 + lowest + result.later_pay->value < 0) {
        result.later_pay.reset();
    }
    result.exit_value = multiple_that_ties(sides, mine.exits);
    if (result.exit_value) {
        result.exit_value->value += 1;
        if (result.exit_value->value < 0) {
            result.exit_value.reset();
        }
    }
    for (std::size_t other = 0; other < terms.paths.size(); ++other) {
        const auto followed = followed_by(terms, other);
        result.inherited =
            result.inherited || (other != path && std::find(followed.begin(), followed.end(), path) != followed.end());
    }
    return result;
}

}  // namespace offerkit::choice::paths::detail
