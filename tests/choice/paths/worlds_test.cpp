// What every world of a run leaves behind, and what all of them add up to (docs/numbers.md, "Careers").

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <offerkit/choice/paths/statistics.hpp>
#include <offerkit/choice/paths/worlds.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"
#include "support/random_plans.hpp"

using namespace offerkit::choice::paths;

namespace {

/// Several blocks of one thread, and a part of one.
constexpr std::size_t worlds_of_run = 2 * block_size + 300;

std::string rung(const std::string& id, int total) {
    return "[[rung]]\nid = \"" + id + "\"\ntotal = " + std::to_string(total) + "\n";
}

std::string path(const std::string& id, const std::string& at, const std::string& rest = {}) {
    return "[[path]]\nid = \"" + id + "\"\nrung = \"" + at + "\"\n" + rest;
}

std::uint64_t sum_of(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

std::string saving(const std::string& savings, const std::string& horizon) {
    return "currency = \"USD\"\nhorizon = \"" + horizon + "\"\nspending = 150_000\nsavings = " + savings + "\n" +
           rung("one", 120'000) + path("only", "one");
}

}  // namespace

TEST_CASE("every world counts once for each of two paths: in the month from which it is ahead, or as never") {
    careers::RandomPlans plans;
    for (int i = 0; i < 12; ++i) {
        const Terms terms = plans.next().terms();
        const Worlds worlds = simulate(terms, 7, worlds_of_run, 1);
        CHECK(worlds.pairs.size() == terms.paths.size() * (terms.paths.size() - 1) / 2);
        for (const PairWorlds& pair : worlds.pairs) {
            CAPTURE(i, pair.a, pair.b);
            CHECK(pair.a < pair.b);
            CHECK(sum_of(pair.a_from) == worlds_of_run);
            CHECK(sum_of(pair.b_from) == worlds_of_run);
            // Only one of two is ahead at the end, so that the other never is for good.
            CHECK(pair.a_from.back() + pair.b_from.back() >= worlds_of_run);
        }
    }
}

TEST_CASE("who is paid more is ahead from the first month on, who is paid the same never") {
    const Terms terms =
        careers::terms("currency = \"USD\"\nhorizon = \"2 years\"\n" + rung("low", 300'000) + rung("high", 400'000) +
                       path("a", "low") + path("b", "high") + path("c", "high"));
    const Worlds worlds = simulate(terms, 1, worlds_of_run, 2);
    REQUIRE(worlds.pairs.size() == 3);
    // a and b, a and c, b and c; months 0 to 24, and never.
    CHECK(worlds.pairs[0].a_from.size() == 26);
    CHECK(worlds.pairs[0].b_from[1] == worlds_of_run);
    CHECK(worlds.pairs[0].a_from.back() == worlds_of_run);
    CHECK(worlds.pairs[1].b_from[1] == worlds_of_run);
    CHECK(worlds.pairs[2].a_from.back() == worlds_of_run);
    CHECK(worlds.pairs[2].b_from.back() == worlds_of_run);
}

TEST_CASE("more worlds than are added up at a time count once each as well") {
    constexpr std::size_t many = 65 * block_size + 1;
    const Terms terms =
        careers::terms("currency = \"USD\"\nhorizon = \"1 year\"\ndiscount_rate = \"0%\"\n" + rung("low", 120'000) +
                       rung("high", 240'000) + path("a", "low") + path("b", "high"));
    const Worlds worlds = simulate(terms, 1, many, 1);
    CHECK(worlds.pairs[0].b_from[1] == many);
    CHECK(worlds.pairs[0].a_from.back() == many);
    CHECK(worlds.paths[0].curve[12] == Approx(120'000).epsilon(1e-9));
    CHECK(worlds.paths[1].curve[1] == Approx(20'000).epsilon(1e-9));
}

TEST_CASE("the curve of a path is the mean of its worlds, month by month") {
    careers::RandomPlans plans;
    for (int i = 0; i < 12; ++i) {
        const Terms terms = plans.next().terms();
        const Worlds worlds = simulate(terms, 3, worlds_of_run, 1);
        for (const PathWorlds& path : worlds.paths) {
            REQUIRE(path.curve.size() == static_cast<std::size_t>(terms.horizon) + 1);
            CHECK(path.curve.front() == 0);
            for (std::size_t look = 0; look < terms.looks.size(); ++look) {
                const double sum = std::accumulate(path.values[look].begin(), path.values[look].end(), 0.0);
                CAPTURE(i, look);
                CHECK(path.curve[static_cast<std::size_t>(terms.looks[look])] ==
                      Approx(sum / static_cast<double>(worlds_of_run)).epsilon(1e-9).margin(1e-6));
            }
        }
    }
}

TEST_CASE("savings are gone in the month in which they do not suffice, not in the one that uses them up") {
    const auto gone = [](const std::string& savings, const std::string& horizon) {
        const Worlds worlds = simulate(careers::terms(saving(savings, horizon)), 1, 10, 1);
        const auto& all = worlds.paths.front().gone;
        REQUIRE(all.size() == 10);
        CHECK(std::count(all.begin(), all.end(), all.front()) == 10);
        return all.front() != 0;
    };
    // 30,000 a year more are spent than earned.
    CHECK_FALSE(gone("60_000", "2 years"));
    CHECK(gone("59_999", "2 years"));
    CHECK_FALSE(gone("60_000", "1 year"));
    CHECK(gone("29_000", "1 year"));
}

TEST_CASE("without spending no world says whether savings are gone, and without exits none of success") {
    for (const std::string worth : {"1", "1_000_000"}) {
        const std::string exits =
            "[[path.exit]]\nname = \"closed\"\nchance = \"60%\"\nafter = \"1 year\"\n[[path.exit]]\nname = "
            "\"sold\"\nchance = \"40%\"\nafter = \"1 year\"\nworth = " +
            worth + "\n";
        const Terms terms = careers::terms("currency = \"USD\"\nhorizon = \"2 years\"\n" + rung("one", 300'000) +
                                           path("a", "one") + path("b", "one", exits));
        const Worlds worlds = simulate(terms, 1, worlds_of_run, 1);
        CHECK(worlds.paths[0].gone.empty());
        CHECK(worlds.paths[0].success.empty());
        const auto& success = worlds.paths[1].success;
        REQUIRE(success.size() == worlds_of_run);
        double met = 0;
        std::size_t paid = 0;
        for (std::size_t i = 0; i < success.size(); ++i) {
            met += success[i];
            // What the exit pays is there in the worlds of success alone.
            paid += (worlds.paths[1].exits[i] > 0) == (success[i] != 0) ? 1U : 0U;
        }
        CHECK(paid == worlds_of_run);
        // Five standard deviations of 40% of some 2,300.
        CHECK(met / worlds_of_run == Approx(0.4).margin(0.051));
    }
}

TEST_CASE("turning is worth what both paths pay, month by month, less its cost in its own month") {
    Terms terms = careers::terms("currency = \"USD\"\nhorizon = \"2 years\"\n" + rung("low", 120'000) +
                                 rung("high", 240'000) + path("a", "low") + path("b", "high"));
    terms.turns = {{.at = 6, .from = 0, .to = 1, .cost = 5'000}};
    double expected = -5'000 * std::pow(1.05, -0.5);
    for (int month = 1; month <= 24; ++month) {
        expected += (month <= 6 ? 10'000 : 20'000) * std::pow(1.05, -month / 12.0);
    }
    // A first job there, paid in shares besides: 700 in its first month, as of its first day.
    for (const double shares : {0.0, 700.0}) {
        terms.paths[1].job.pay.assign(1, 20'000.0);
        terms.paths[1].job.more_value.assign(1, shares);
        const Worlds worlds = simulate(terms, 1, 10, 1);
        REQUIRE(worlds.turns.size() == 1);
        CAPTURE(shares);
        for (std::size_t i = 0; i < 10; ++i) {
            CHECK(worlds.turns[0].value[i] == Approx(expected + shares * std::pow(1.05, -0.5)).epsilon(1e-9));
            const Seen seen = seen_of(worlds.turns[0].sight[i]);
            CHECK(seen.first_job);
            CHECK(seen.heard == Heard::nothing);
        }
    }
}

TEST_CASE("what one hears of success before a turn is right as often as it is read") {
    for (const double reading : {0.5, 0.8, 1.0}) {
        Terms terms = careers::terms(
            "currency = \"USD\"\nhorizon = \"2 years\"\n" + rung("one", 120'000) +
            path("a", "one",
                 "pay = 120_000\n[[path.exit]]\nname = \"closed\"\nchance = \"60%\"\nafter = \"2 years\"\n"
                 "[[path.exit]]\nname = \"sold\"\nchance = \"40%\"\nafter = \"2 years\"\nworth = 1_000\n") +
            path("b", "one"));
        terms.turns = {{.at = 6, .from = 0, .to = 1, .reading = reading}};
        const Worlds worlds = simulate(terms, 1, worlds_of_run, 1);
        double right = 0;
        double nothing = 0;
        for (std::size_t i = 0; i < worlds_of_run; ++i) {
            const Heard heard = seen_of(worlds.turns[0].sight[i]).heard;
            nothing += heard == Heard::nothing ? 1 : 0;
            right += heard == (worlds.paths[0].success[i] != 0 ? Heard::success : Heard::failure) ? 1 : 0;
        }
        CAPTURE(reading);
        // Even odds say nothing.
        CHECK(nothing == (reading == 0.5 ? double(worlds_of_run) : 0));
        CHECK(right / worlds_of_run == Approx(reading == 0.5 ? 0 : reading).margin(reading == 1 ? 0 : 0.042));
    }
}

TEST_CASE("what one sees before a turn is written into a number and read from it") {
    for (const bool first_job : {false, true}) {
        for (const bool paid : {false, true}) {
            for (const Heard heard : {Heard::nothing, Heard::success, Heard::failure}) {
                const Seen seen = seen_of(sight_key({first_job, 37, 11, paid, !paid, heard}));
                CHECK(seen.first_job == first_job);
                CHECK(seen.months_out == 37);
                CHECK(seen.rung == 11);
                CHECK(seen.paid == paid);
                CHECK(seen.downturn == !paid);
                CHECK(seen.heard == heard);
            }
        }
    }
}
