#include <offerkit/choice/paths/room_needed.hpp>

#include <cstdint>

namespace offerkit::choice::paths {

namespace {

/// What one path keeps of a world: see `PathWorlds`.
std::size_t bytes_of(const Path& path, const Terms& terms) noexcept {
    const std::size_t columns = terms.looks.size() + static_cast<std::size_t>(terms.years()) + 2;
    const std::size_t flags = 2U + (terms.has_spending ? 1U : 0U) + (path.job.exits.empty() ? 0U : 1U);
    return columns * sizeof(double) + sizeof(std::uint16_t) + flags;
}

/// What figures take beside the worlds: an ordered column, the best value and the winners of a world, or the groups of
/// a turn and its members, and the group of each draw.
std::size_t bytes_of_figures(const Terms& terms) noexcept {
    const std::size_t draws = 3 + terms.paths.size() + terms.rungs.size();
    return 4 * sizeof(double) + draws;
}

}  // namespace

std::size_t bytes_of_world(const Terms& terms) noexcept {
    std::size_t bytes = terms.turns.size() * (sizeof(double) + sizeof(std::uint32_t)) +
                        terms.rungs.size() * sizeof(double) + 3 + bytes_of_figures(terms);
    for (const Path& path : terms.paths) {
        bytes += bytes_of(path, terms);
    }
    return bytes;
}

std::size_t most_worlds_of(const Terms& terms) noexcept { return most_bytes / bytes_of_world(terms); }

}  // namespace offerkit::choice::paths
