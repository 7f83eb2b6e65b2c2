#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/model/catalogue.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::choice {

/// A level of another ladder that a level corresponds to (docs/numbers.md, "Levels").
struct LevelNeighbour {
    std::string ladder;
    std::string name;
    std::string title{};
    std::optional<quantity::Rate> share{};  ///< of the level's own interval that both cover; absent: they stand on the
                                            ///< same rung, no more is known
};

/// Where a level stands.
struct LevelPlace {
    std::string ladder;
    std::string name;
    std::string title{};
    std::string rung{};
    bool approximate = false;                  ///< its ladder has no intervals, so that it is placed by its rung alone
    std::vector<LevelNeighbour> neighbours{};  ///< by ladder in the order given, the largest share first
};

/// Places a level among ladders: by how much of its interval theirs cover, which adds up to at most 1 for a ladder, or
/// by its rung where one of the two has no interval. Nothing when no ladder of its name lists it.
[[nodiscard]] std::optional<LevelPlace> place_level(const model::Level& level, std::span<const model::Ladder> ladders);

}  // namespace offerkit::choice
