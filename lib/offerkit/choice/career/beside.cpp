#include <offerkit/choice/career/beside.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace offerkit::choice {

std::vector<LevelPlace> places_of(std::span<const model::Level> levels, std::span<const model::Ladder> ladders,
                                  std::string_view to) {
    std::vector<LevelPlace> places;
    for (const auto& level : levels) {
        auto place = place_level(level, ladders);
        if (!place) {
            continue;
        }
        if (!to.empty()) {
            std::erase_if(place->neighbours, [&](const auto& neighbour) { return neighbour.ladder != to; });
        }
        places.push_back(std::move(*place));
    }
    return places;
}

std::vector<const model::Ladder*> other_ladders(std::span<const model::Ladder> ladders, std::string_view own,
                                                std::string_view to) {
    std::vector<const model::Ladder*> others;
    for (const auto& ladder : ladders) {
        if (ladder.header.id != own && (to.empty() || ladder.header.id == to)) {
            others.push_back(&ladder);
        }
    }
    return others;
}

std::vector<Beside> beside(std::span<const model::Ladder> ladders, const LevelPlace& place, std::string_view to) {
    std::vector<Beside> all;
    for (const auto* ladder : other_ladders(ladders, place.ladder, to)) {
        Beside entry{.ladder = ladder};
        std::copy_if(place.neighbours.begin(), place.neighbours.end(), std::back_inserter(entry.neighbours),
                     [&](const auto& neighbour) { return neighbour.ladder == ladder->header.id; });
        const auto uncovered = place.uncovered_by(ladder->header.id);
        if (uncovered && *uncovered > quantity::Rate{0}) {
            entry.uncovered = uncovered;
        }
        all.push_back(std::move(entry));
    }
    return all;
}

}  // namespace offerkit::choice
