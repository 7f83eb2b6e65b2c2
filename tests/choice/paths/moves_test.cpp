// What would move the choice, by what is drawn for the world (docs/numbers.md, "Careers").

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/choice/paths/detail/figure_parts.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

const std::string top =
    "currency = \"USD\"\nhorizon = \"3 years\"\n[market]\ndownturn = \"30%\"\n"
    "[[rung]]\nid = \"low\"\ntotal = 200_000\n[[rung]]\nid = \"high\"\ntotal = 240_000\n";

std::string path(const std::string& id, const std::string& rung, const std::string& rest = {}) {
    return "[[path]]\nid = \"" + id + "\"\nrung = \"" + rung + "\"\n" + rest;
}

}  // namespace

TEST_CASE("a lead in bad times is of the worlds with two downturns or more, in good ones of those without any") {
    const Terms terms = careers::terms(top + path("safe", "low") +
                                       path("risky", "high", "job_loss = { in_downturn = \"90%\", months_out = 9 }\n"));
    constexpr std::size_t count = 3'000;
    const Career found = career(terms, 1, count, 1);
    const Worlds worlds = simulate(terms, 1, count, 1);
    const auto downturns = std::find_if(found.moves.begin(), found.moves.end(),
                                        [](const Move& move) { return move.kind == MoveKind::downturns; });
    REQUIRE(downturns != found.moves.end());
    REQUIRE(downturns->lead.size() == 1);
    const std::size_t other = downturns->lead[0].path;
    const std::size_t best = 1 - other;
    double sums[3] = {0, 0, 0};
    double counts[3] = {0, 0, 0};
    for (std::size_t i = 0; i < count; ++i) {
        sums[worlds.downturns[i]] += worlds.paths[other].values.back()[i] - worlds.paths[best].values.back()[i];
        ++counts[worlds.downturns[i]];
    }
    // .7 x .7 x .7 of worlds have none, .3 x .3 x (.3 + 3 x .7) have two or three.
    CHECK(counts[0] / count == Approx(0.343).margin(0.045));
    CHECK(counts[2] / count == Approx(0.216).margin(0.04));
    REQUIRE(downturns->lead[0].low.has_value());
    REQUIRE(downturns->lead[0].high.has_value());
    CHECK(downturns->lead[0].low->value == Approx(sums[2] / counts[2]).epsilon(1e-9));
    CHECK(downturns->lead[0].high->value == Approx(sums[0] / counts[0]).epsilon(1e-9));
    // Knowing which it will be, one would take the other path in some of them.
    double gained = 0;
    for (const double sum : sums) {
        gained += std::max(0.0, sum);
    }
    CHECK(downturns->worth_knowing.value == Approx(gained / count).epsilon(1e-9));
    CHECK(gained > 0);
}

TEST_CASE("what is the same in every world moves nothing, and downturns that are certain are no news") {
    const Terms none = careers::terms(
        "currency = \"USD\"\nhorizon = \"3 years\"\n[[rung]]\nid = \"low\"\ntotal = 200_000\n" + path("a", "low") +
        path("b", "low", "promotion.low = { ever = \"100%\", median = \"1 year\", slow = \"2 years\" }\n"));
    CHECK(career(none, 1, 100, 1).moves.empty());
    for (const std::string chance : {"0%", "100%"}) {
        const Terms certain =
            careers::terms("currency = \"USD\"\nhorizon = \"3 years\"\n[market]\ndownturn = \"" + chance +
                           "\"\n[[rung]]\nid = \"low\"\ntotal = 200_000\n" + path("a", "low") + path("b", "low"));
        CHECK(career(certain, 1, 100, 1).moves.empty());
    }
}

TEST_CASE("an exit is news where it may pay and may not") {
    Worlds worlds{.count = 4};
    worlds.paths.resize(2);
    for (PathWorlds& path : worlds.paths) {
        path.values = {Column(4, 100.0)};
        path.success = {0, 0, 0, 0};
    }
    const auto told = [&](std::vector<Exit> exits) {
        Terms terms{.horizon = 12, .looks = {12}, .companies = {"Acme"}};
        terms.paths = {{.id = "a"}, {.id = "b"}};
        terms.paths[0].job.company = 0;
        terms.paths[0].job.exits = std::move(exits);
        const auto moves = detail::moves(terms, worlds, std::vector<double>{100, 100});
        return !moves.empty() && moves.front().kind == MoveKind::exit;
    };
    const Exit sale{.name = "sale", .chance = 0.4, .worth = 1'000};
    const Exit nothing{.name = "nothing", .chance = 0.6};
    CHECK(told({sale, nothing}));
    CHECK_FALSE(told({nothing}));
    CHECK_FALSE(told({sale}));
    CHECK_FALSE(told({{.name = "never", .chance = 0, .worth = 1'000}, nothing}));
}
