// Turning round by what is seen then, worked out by hand (docs/numbers.md, "Careers").

#include <cstdint>
#include <string>
#include <vector>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

/// So many worlds that look the same before the turn, in which going brings this much and staying 100.
struct Alike {
    std::size_t worlds;
    std::size_t rung;
    double go;
};

TurnFigures figures_of(const std::vector<Alike>& groups, double open = 1, double best = 0) {
    Terms terms{.horizon = 12, .looks = {12}};
    terms.paths = {{.id = "stay"}, {.id = "go"}};
    terms.turns = {{.at = 6, .from = 0, .to = 1, .open = open}};
    Worlds worlds{};
    for (const Alike& group : groups) {
        worlds.count += group.worlds;
    }
    worlds.paths.resize(2);
    worlds.paths[0].values = {Column(worlds.count, 100.0)};
    worlds.paths[1].values = {Column(worlds.count, best)};
    worlds.turns = {{Column(worlds.count, 0.0), std::vector<std::uint32_t>(worlds.count)}};
    std::size_t next = 0;
    for (const Alike& group : groups) {
        for (std::size_t i = 0; i < group.worlds; ++i, ++next) {
            worlds.turns[0].value[next] = group.go;
            worlds.turns[0].sight[next] = sight_key({.first_job = true, .rung = group.rung});
        }
    }
    return detail::turn_figures(terms, worlds, std::vector<double>{100, best}, 0);
}

/// The rungs seen, in the order told; 99 for what is seen too seldom.
std::vector<std::size_t> rungs_of(const TurnFigures& figures) {
    std::vector<std::size_t> rungs;
    for (const TurnGroup& group : figures.groups) {
        rungs.push_back(group.seen ? group.seen->rung : 99);
    }
    return rungs;
}

using Rungs = std::vector<std::size_t>;

}  // namespace

TEST_CASE("each thing seen decides by its own means, and what is seen in fewer than a hundred worlds together") {
    const TurnFigures turn = figures_of({{150, 0, 200}, {100, 1, 50}, {99, 2, 130}, {51, 3, 60}}, 0.5, 127);
    REQUIRE(rungs_of(turn) == Rungs{0, 1, 99});
    CHECK(turn.groups[0].chance.value == Approx(0.375));
    CHECK(turn.groups[1].chance.value == Approx(0.25));
    CHECK(turn.groups[2].chance.value == Approx(0.375));
    // 99 x 130 + 51 x 60 = 15,930 of 150 worlds.
    CHECK(turn.groups[0].goes());
    CHECK_FALSE(turn.groups[1].goes());
    CHECK(turn.groups[2].goes());
    CHECK(turn.turns.value == Approx(0.75));
    // The way is open half the time: 150 x 150 + 100 x 100 + 99 x 115 + 51 x 80 = 47,965 of 400.
    CHECK(turn.value.value == Approx(119.9125));
    CHECK(turn.right.value == Approx(19.9125));
    // Going without a look would bring (100 + 127.325) / 2.
    CHECK(turn.seeing.value == Approx(6.25));
    CHECK(turn.lead.value == Approx(119.9125 - 127));
}

TEST_CASE("what is seen most often is told first, of equals the one whose number is lower") {
    CHECK(rungs_of(figures_of({{100, 4, 0}, {300, 1, 0}, {200, 0, 0}, {100, 2, 0}})) == Rungs{1, 0, 2, 4});
    CHECK(rungs_of(figures_of({{100, 0, 0}, {90, 1, 0}, {90, 2, 0}})) == Rungs{0, 99});
    CHECK(rungs_of(figures_of({{40, 0, 0}})) == Rungs{99});
}

TEST_CASE("going only where it brings more: as much is no reason to go") {
    const TurnFigures same = figures_of({{200, 0, 100}, {200, 1, 99}});
    CHECK(same.turns.value == 0);
    CHECK(same.right.value == 0);
    CHECK(same.seeing.value == 0);
    CHECK(same.value.value == Approx(100));
    const TurnFigures more = figures_of({{200, 0, 101}, {200, 1, 99.5}});
    CHECK(more.turns.value == Approx(0.5));
    CHECK(more.right.value == Approx(0.5));
    // Half of the worlds are better off for staying by 0.5.
    CHECK(more.seeing.value == Approx(0.25));
}
