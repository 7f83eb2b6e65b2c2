// The memory of a run is known before it is taken.

#include <cstddef>

#include <offerkit/choice/paths/room_needed.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/catch.hpp"
#include "support/random_plans.hpp"

using namespace offerkit::choice::paths;

namespace {

/// Bytes of what grows with the number of worlds, as the run keeps it.
std::size_t bytes_kept(const Worlds& worlds) {
    std::size_t bytes = 0;
    const auto add = [&](const auto& column) { bytes += column.size() * sizeof(column[0]); };
    const auto add_all = [&](const auto& columns) {
        for (const auto& column : columns) {
            add(column);
        }
    };
    for (const PathWorlds& path : worlds.paths) {
        add_all(path.values);
        add_all(path.years);
        add(path.later);
        add(path.exits);
        add(path.months_out);
        add(path.rung);
        add(path.lost);
        add(path.gone);
        add(path.success);
    }
    for (const TurnWorlds& turn : worlds.turns) {
        add(turn.value);
        add(turn.sight);
    }
    add(worlds.pay_level);
    add(worlds.later_level);
    add(worlds.downturns);
    add_all(worlds.promotion);
    return bytes;
}

}  // namespace

TEST_CASE("a run keeps no more of a world than is said before, and little less") {
    careers::RandomPlans plans;
    constexpr std::size_t worlds = 64;
    for (int i = 0; i < 60; ++i) {
        const Terms terms = plans.next().terms();
        const std::size_t kept = bytes_kept(simulate(terms, 1, worlds, 1));
        const std::size_t said = bytes_of_world(terms) * worlds;
        CAPTURE(i, terms.paths.size(), terms.years(), terms.turns.size());
        CHECK(kept < said);
        // What figures take beside it is a few columns.
        CHECK(said - kept <= 64 * worlds);
    }
}

TEST_CASE("5 million worlds of three paths over ten years fit, and those of eight over forty do not") {
    Terms terms;
    terms.rungs.resize(4);
    terms.looks = {48, 84, 120};
    terms.horizon = 120;
    terms.paths.resize(3);
    CHECK(most_worlds_of(terms) >= 5'000'000);
    terms.horizon = 480;
    terms.paths.resize(8);
    CHECK(most_worlds_of(terms) < 1'000'000);
    CHECK(most_worlds_of(terms) > 800'000);
}
