// What moves the result: the lead over the best path in groups of the same worlds.

#include <algorithm>
#include <array>
#include <cmath>

#include <offerkit/choice/paths/detail/figure_parts.hpp>

namespace offerkit::choice::paths::detail {

namespace {

constexpr std::size_t most_groups = 3;

/// A draw that splits the worlds into groups, from the lowest to the highest.
struct Draw {
    MoveKind kind{};
    std::string name{};
    std::size_t groups = 0;
    bool falls = false;              ///< the lowest outcome is the last group
    std::vector<std::uint8_t> of{};  ///< the group of each world
};

/// The worlds of each group, in order.
using Groups = std::array<std::vector<std::size_t>, most_groups>;

void divide(const Draw& draw, Groups& into) {
    for (auto& members : into) {
        members.clear();
        members.reserve(draw.of.size());
    }
    for (std::size_t world = 0; world < draw.of.size(); ++world) {
        into[draw.of[world]].push_back(world);
    }
}

Move moved_by(const Draw& draw, const Groups& members, const Worlds& worlds, std::span<const double> means) {
    const std::size_t count = worlds.count;
    const std::size_t best = best_of(means);
    const auto value = [&](std::size_t path, std::size_t i) { return worlds.paths[path].values.back()[i]; };
    Move move{.kind = draw.kind, .name = draw.name};
    std::array<std::size_t, most_groups> best_in{};
    for (std::size_t group = 0; group < draw.groups; ++group) {
        const auto& mine = members[group];
        std::vector<double> of_group;
        for (std::size_t path = 0; path < means.size(); ++path) {
            of_group.push_back(mean_of(mine.size(), [&](std::size_t i) { return value(path, mine[i]); }).value);
        }
        best_in[group] = best_of(of_group);
        // A tie with the best path is no reason to choose another.
        best_in[group] = tie(of_group[best_in[group]], of_group[best]) ? best : best_in[group];
    }
    const auto lead = [&](std::size_t path, std::size_t group) -> std::optional<Estimated> {
        const auto& mine = members[group];
        if (mine.empty()) {
            return std::nullopt;
        }
        return mean_of(mine.size(), [&](std::size_t i) { return value(path, mine[i]) - value(best, mine[i]); });
    };
    const std::size_t low = draw.falls ? draw.groups - 1 : 0;
    const std::size_t high = draw.falls ? 0 : draw.groups - 1;
    for (std::size_t path = 0; path < means.size(); ++path) {
        if (path != best) {
            move.lead.push_back({path, lead(path, low), lead(path, high)});
        }
    }
    move.worth_knowing = mean_of(count, [&](std::size_t i) { return value(best_in[draw.of[i]], i) - value(best, i); });
    return move;
}

bool is_open(double chance) noexcept { return chance > 0 && chance < 1; }

/// The draw of an exit: of its company, and told by the company's name where it is not the path's own.
std::optional<Draw> exit_draw(const Terms& terms, const Worlds& worlds, std::size_t path) {
    const FirstJob& job = terms.paths[path].job;
    for (std::size_t before = 0; before < path; ++before) {
        if (!terms.paths[before].job.exits.empty() && terms.paths[before].job.company == job.company) {
            return std::nullopt;
        }
    }
    double success = 0;
    bool failure = false;
    for (const Exit& exit : job.exits) {
        success += exit.worth > 0 ? exit.chance : 0;
        failure = failure || (exit.worth <= 0 && exit.chance > 0);
    }
    if (success <= 0 || !failure) {
        return std::nullopt;
    }
    return Draw{
        .kind = MoveKind::exit, .name = terms.companies[job.company], .groups = 2, .of = worlds.paths[path].success};
}

}  // namespace

std::vector<Move> moves(const Terms& terms, const Worlds& worlds, std::span<const double> means) {
    std::vector<Draw> draws;
    const auto varies = [](const auto& range) { return range.varies(); };
    if (std::any_of(terms.rungs.begin(), terms.rungs.end(), [&](const Rung& rung) { return varies(rung.pay); })) {
        draws.push_back({.kind = MoveKind::pay, .groups = 3, .of = worlds.pay_level});
    }
    if (std::any_of(terms.paths.begin(), terms.paths.end(), [&](const Path& path) { return varies(path.later_pay); })) {
        draws.push_back({.kind = MoveKind::later_pay, .groups = 3, .of = worlds.later_level});
    }
    for (std::size_t path = 0; path < terms.paths.size(); ++path) {
        if (auto draw = exit_draw(terms, worlds, path)) {
            draws.push_back(std::move(*draw));
        }
    }
    for (std::size_t rung = 0; rung < terms.rungs.size(); ++rung) {
        double ever = 0;
        for (const Path& path : terms.paths) {
            ever = std::max(ever, path.rules.promotions[rung].ever);
        }
        if (is_open(ever)) {
            Draw draw{.kind = MoveKind::ever, .name = terms.rungs[rung].id, .groups = 2};
            draw.of.reserve(worlds.count);
            for (const double drawn : worlds.promotion[rung]) {
                draw.of.push_back(drawn < ever ? 1 : 0);
            }
            draws.push_back(std::move(draw));
        }
    }
    if (is_open(terms.downturn)) {
        draws.push_back({.kind = MoveKind::downturns, .groups = 3, .falls = true, .of = worlds.downturns});
    }
    std::vector<Move> moves;
    Groups groups;
    for (const Draw& draw : draws) {
        divide(draw, groups);
        moves.push_back(moved_by(draw, groups, worlds, means));
    }
    return moves;
}

}  // namespace offerkit::choice::paths::detail
