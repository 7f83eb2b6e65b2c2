#include <offerkit/choice/career_levels.hpp>

#include <algorithm>

namespace offerkit::choice {
namespace {

using model::Ladder;
using model::LadderLevel;

bool has_interval(const LadderLevel& level) { return level.from && level.to && *level.to > *level.from; }

std::vector<LevelNeighbour> by_interval(const LadderLevel& own, const Ladder& other) {
    std::vector<LevelNeighbour> found;
    for (const auto& level : other.levels) {
        if (!has_interval(level)) {
            continue;
        }
        const std::int64_t common = std::min(*own.to, *level.to) - std::max(*own.from, *level.from);
        const auto share = quantity::Rate::of(common, *own.to - *own.from);
        if (common > 0 && share) {
            found.push_back({other.header.id, level.name, level.title, share});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return *a.share > *b.share; });
    return found;
}

std::vector<LevelNeighbour> by_rung(const LadderLevel& own, const Ladder& other) {
    std::vector<LevelNeighbour> found;
    for (const auto& level : other.levels) {
        if (!own.rung.empty() && level.rung == own.rung) {
            found.push_back({other.header.id, level.name, level.title, std::nullopt});
        }
    }
    return found;
}

}  // namespace

std::optional<LevelPlace> place_level(const model::Level& level, std::span<const Ladder> ladders) {
    const auto ladder = std::find_if(ladders.begin(), ladders.end(),
                                     [&](const Ladder& each) { return each.header.id == level.ladder; });
    if (ladder == ladders.end()) {
        return std::nullopt;
    }
    const auto own = std::find_if(ladder->levels.begin(), ladder->levels.end(),
                                  [&](const LadderLevel& each) { return each.name == level.name; });
    if (own == ladder->levels.end()) {
        return std::nullopt;
    }
    LevelPlace place{ladder->header.id, own->name, own->title, own->rung, !has_interval(*own), {}};
    for (const auto& other : ladders) {
        if (&other == &*ladder) {
            continue;
        }
        // Intervals can be set against each other only on one scale.
        const bool one_scale = has_interval(*own) && other.scale_max == ladder->scale_max && other.scale_max > 0;
        auto found = one_scale ? by_interval(*own, other) : by_rung(*own, other);
        std::move(found.begin(), found.end(), std::back_inserter(place.neighbours));
    }
    return place;
}

}  // namespace offerkit::choice
