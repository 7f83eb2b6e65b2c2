#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/career/career_levels.hpp>

/// Levels side by side with those of other ladders: of all, or of the one called `to`.
namespace offerkit::choice {

/// The places of levels among the ladders, in the order given, with their neighbours on `to` alone where it is not
/// empty. A level that no ladder lists has none.
[[nodiscard]] std::vector<LevelPlace> places_of(std::span<const model::Level> levels,
                                                std::span<const model::Ladder> ladders, std::string_view to);

/// The ladders that a level is set against: all but its own, or `to` alone where it is not empty.
[[nodiscard]] std::vector<const model::Ladder*> other_ladders(std::span<const model::Ladder> ladders,
                                                              std::string_view own, std::string_view to);

/// What one ladder has beside a level.
struct Beside {
    const model::Ladder* ladder = nullptr;  ///< never null
    std::vector<LevelNeighbour> neighbours{};
    std::optional<quantity::Rate> uncovered{};  ///< above 0 only: what part of the level none of them covers
};
/// One entry for each of `other_ladders`, also where nothing corresponds. The ladders must outlive the result.
[[nodiscard]] std::vector<Beside> beside(std::span<const model::Ladder> ladders, const LevelPlace& place,
                                         std::string_view to);

}  // namespace offerkit::choice
