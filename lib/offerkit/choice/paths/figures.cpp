#include <offerkit/choice/paths/figures.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/contract.hpp>

namespace offerkit::choice::paths {

namespace {

/// Shares of worlds won and what a path falls short of the best of each world.
void judge(const Worlds& worlds, std::vector<PathFigures>& paths) {
    const std::size_t count = worlds.count;
    std::vector<double> best(count);
    std::vector<double> winners(count);
    for (std::size_t i = 0; i < count; ++i) {
        best[i] = worlds.paths[0].values.back()[i];
        for (const auto& path : worlds.paths) {
            best[i] = std::max(best[i], path.values.back()[i]);
        }
        for (const auto& path : worlds.paths) {
            winners[i] += tie(path.values.back()[i], best[i]) ? 1 : 0;
        }
    }
    for (std::size_t path = 0; path < paths.size(); ++path) {
        const auto& value = worlds.paths[path].values.back();
        paths[path].regret =
            mean_of(count, [&](std::size_t i) { return tie(value[i], best[i]) ? 0.0 : best[i] - value[i]; });
        paths[path].best = mean_of(count, [&](std::size_t i) { return tie(value[i], best[i]) ? 1 / winners[i] : 0.0; });
    }
}

double counted(const std::vector<std::uint8_t>& flags, std::uint8_t wanted) {
    return static_cast<double>(std::count(flags.begin(), flags.end(), wanted));
}

PathFigures path_figures(const Terms& terms, const PathWorlds& worlds, std::size_t count) {
    PathFigures figures;
    std::vector<double> room;
    for (std::size_t look = 0; look < terms.looks.size(); ++look) {
        figures.looks.push_back({terms.looks[look], distribution_of(worlds.values[look], room)});
    }
    for (std::size_t year = 0; year < worlds.years.size(); ++year) {
        figures.years.push_back({static_cast<int>(year) + 1, distribution_of(worlds.years[year], room)});
    }
    for (std::size_t rung = 0; rung < terms.rungs.size(); ++rung) {
        figures.rungs.push_back(chance_of(counted(worlds.rung, static_cast<std::uint8_t>(rung)), count));
    }
    figures.lost_a_job = chance_of(counted(worlds.lost, 1), count);
    figures.months_without_pay =
        mean_of(count, [&](std::size_t i) { return static_cast<double>(worlds.months_out[i]); });
    if (terms.has_spending) {
        figures.savings_gone = chance_of(counted(worlds.gone, 1), count);
    }
    if (terms.has_wealth) {
        const auto& value = worlds.values.back();
        if (terms.wealth + *std::min_element(value.begin(), value.end()) > 0) {
            figures.certainty_equivalent = certainty_equivalent(value, terms.wealth, terms.risk_aversion);
        }
    }
    return figures;
}

std::vector<BeyondHorizon> beyond_horizon(const Terms& terms) {
    std::vector<BeyondHorizon> beyond;
    for (std::size_t path = 0; path < terms.paths.size(); ++path) {
        for (const Exit& exit : terms.paths[path].job.exits) {
            if (exit.after > terms.horizon) {
                beyond.push_back({path, exit.name, exit.after});
            }
        }
    }
    return beyond;
}

}  // namespace

namespace detail {

std::vector<double> means_of(const Worlds& worlds) {
    std::vector<double> means;
    for (const auto& path : worlds.paths) {
        const auto& value = path.values.back();
        means.push_back(mean_of(worlds.count, [&](std::size_t i) { return value[i]; }).value);
    }
    return means;
}

std::size_t best_of(std::span<const double> means, std::size_t but) {
    std::size_t best = nowhere;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (i != but && (best == nowhere || (means[i] > means[best] && !tie(means[i], means[best])))) {
            best = i;
        }
    }
    return best;
}

std::vector<std::size_t> followed_by(const Terms& terms, std::size_t path) {
    std::vector<std::size_t> followed;
    for (std::size_t next = terms.paths[path].then;
         next != nowhere && std::find(followed.begin(), followed.end(), next) == followed.end();
         next = terms.paths[next].then) {
        followed.push_back(next);
    }
    return followed;
}

}  // namespace detail

Career career(const Terms& terms, std::uint64_t seed, std::size_t count, unsigned threads) {
    expects(!terms.paths.empty() && !terms.looks.empty() && count > 0);
    const Worlds worlds = simulate(terms, seed, count, threads);
    Career result{.worlds = count, .seed = seed, .beyond_horizon = beyond_horizon(terms)};
    const std::vector<double> means = detail::means_of(worlds);
    result.best = detail::best_of(means);
    for (const auto& path : worlds.paths) {
        result.paths.push_back(path_figures(terms, path, count));
    }
    judge(worlds, result.paths);
    if (terms.paths.size() > 1) {
        for (std::size_t path = 0; path < terms.paths.size(); ++path) {
            result.paths[path].break_even = detail::break_even(terms, worlds, means, path);
        }
        result.moves = detail::moves(terms, worlds, means);
    }
    for (const auto& pair : worlds.pairs) {
        result.pairs.push_back(detail::pair_figures(terms, worlds, pair));
    }
    for (std::size_t turn = 0; turn < terms.turns.size(); ++turn) {
        result.turns.push_back(detail::turn_figures(terms, worlds, means, turn));
    }
    return result;
}

}  // namespace offerkit::choice::paths
