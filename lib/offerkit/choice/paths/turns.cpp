// Whether to turn round, by what is seen then.

#include <algorithm>
#include <cmath>
#include <map>

#include <offerkit/choice/paths/detail/figure_parts.hpp>

namespace offerkit::choice::paths::detail {

namespace {

/// Groups of fewer worlds are taken together.
constexpr std::size_t fewest_members = 100;

/// The group of each world, and its members in order.
struct Grouping {
    std::vector<std::uint32_t> of{};
    std::vector<std::vector<std::size_t>> members{};
    std::vector<std::optional<Seen>> seen{};
};

Grouping grouped(const std::vector<std::uint32_t>& sights) {
    std::map<std::uint32_t, std::vector<std::size_t>> by_sight;
    for (std::size_t i = 0; i < sights.size(); ++i) {
        by_sight[sights[i]].push_back(i);
    }
    Grouping grouping{.of = std::vector<std::uint32_t>(sights.size())};
    std::vector<std::size_t> rest;
    for (auto& [sight, members] : by_sight) {
        if (members.size() < fewest_members) {
            rest.insert(rest.end(), members.begin(), members.end());
        } else {
            grouping.members.push_back(std::move(members));
            grouping.seen.emplace_back(seen_of(sight));
        }
    }
    if (!rest.empty()) {
        std::sort(rest.begin(), rest.end());
        grouping.members.push_back(std::move(rest));
        grouping.seen.emplace_back(std::nullopt);
    }
    for (std::size_t group = 0; group < grouping.members.size(); ++group) {
        for (const std::size_t i : grouping.members[group]) {
            grouping.of[i] = static_cast<std::uint32_t>(group);
        }
    }
    return grouping;
}

}  // namespace

TurnFigures turn_figures(const Terms& terms, const Worlds& worlds, std::span<const double> means, std::size_t turn) {
    const Turn& terms_of = terms.turns[turn];
    const auto& stay = worlds.paths[terms_of.from].values.back();
    const auto& go = worlds.turns[turn].value;
    const auto& best = worlds.paths[best_of(means)].values.back();
    const std::size_t count = worlds.count;
    const double open = terms_of.open;
    const Grouping groups = grouped(worlds.turns[turn].sight);
    TurnFigures figures;
    std::vector<std::uint8_t> goes;
    double turned = 0;
    for (std::size_t group = 0; group < groups.members.size(); ++group) {
        const auto& members = groups.members[group];
        const auto mean = [&](std::span<const double> values) {
            return mean_of(members.size(), [&](std::size_t i) { return values[members[i]]; });
        };
        TurnGroup made{groups.seen[group], chance_of(static_cast<double>(members.size()), count), mean(stay), mean(go)};
        goes.push_back(made.goes() ? 1 : 0);
        turned += made.goes() ? static_cast<double>(members.size()) : 0;
        figures.groups.push_back(std::move(made));
    }
    // What is seen most often first, and last what is seen too seldom.
    std::sort(figures.groups.begin(), figures.groups.end(), [](const TurnGroup& a, const TurnGroup& b) {
        if (a.seen.has_value() != b.seen.has_value()) {
            return a.seen.has_value();
        }
        return !a.seen || a.chance.value != b.chance.value ? a.chance.value > b.chance.value
                                                           : sight_key(*a.seen) < sight_key(*b.seen);
    });
    const auto chosen = [&](std::size_t i) {
        return goes[groups.of[i]] != 0 ? open * go[i] + (1 - open) * stay[i] : stay[i];
    };
    const double stay_mean = mean_of(count, [&](std::size_t i) { return stay[i]; }).value;
    const double go_mean = mean_of(count, [&](std::size_t i) { return go[i]; }).value;
    const bool committed = go_mean > stay_mean;
    figures.value = mean_of(count, chosen);
    figures.right = mean_of(count, [&](std::size_t i) { return chosen(i) - stay[i]; });
    figures.seeing = mean_of(
        count, [&](std::size_t i) { return chosen(i) - (committed ? open * go[i] + (1 - open) * stay[i] : stay[i]); });
    figures.lead = mean_of(count, [&](std::size_t i) { return chosen(i) - best[i]; });
    figures.turns = chance_of(turned, count);
    return figures;
}

}  // namespace offerkit::choice::paths::detail
