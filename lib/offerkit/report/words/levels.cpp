#include <offerkit/report/words/levels.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::report {
namespace {

using choice::LevelNeighbour;

/// Below this share a level is barely touched.
const quantity::Rate barely = *quantity::Rate::of(5, 100);

}  // namespace

std::string overlap_words(const std::vector<const LevelNeighbour*>& levels) {
    if (levels.empty()) {
        return "nothing";
    }
    if (std::any_of(levels.begin(), levels.end(), [](const auto* level) { return !level->share; })) {
        std::string text = "about " + levels.front()->name;
        for (std::size_t i = 1; i < levels.size(); ++i) {
            text += " or " + levels[i]->name;
        }
        return text;
    }
    std::vector<const LevelNeighbour*> shown;
    for (const auto* level : levels) {
        if (shown.empty() || *level->share >= barely) {
            shown.push_back(level);
        }
    }
    if (shown.size() == 1) {
        return levels.size() == 1 ? shown.front()->name : "almost all " + shown.front()->name;
    }
    const bool most = *shown.front()->share > *quantity::Rate::of(1, 2);
    std::string text = (most ? "mostly " : "partly ") + shown.front()->name;
    for (std::size_t i = 1; i < shown.size(); ++i) {
        text += (i == 1 ? ", partly " : most ? " and " : ", partly ") + shown[i]->name;
    }
    return text;
}

std::vector<std::string> level_clauses(const choice::LevelPlace& level) {
    std::vector<std::string> clauses{level.name + (level.title.empty() ? "" : ", " + level.title) +
                                     (level.rung.empty() ? "" : diagnostic::formatted(" ({})", level.rung))};
    std::vector<const LevelNeighbour*> of_ladder;
    for (std::size_t i = 0; i < level.neighbours.size(); ++i) {
        of_ladder.push_back(&level.neighbours[i]);
        if (i + 1 == level.neighbours.size() || level.neighbours[i + 1].ladder != level.neighbours[i].ladder) {
            clauses.push_back(diagnostic::formatted("{} {}", level.neighbours[i].ladder, overlap_words(of_ladder)));
            of_ladder.clear();
        }
    }
    return clauses;
}

}  // namespace offerkit::report
