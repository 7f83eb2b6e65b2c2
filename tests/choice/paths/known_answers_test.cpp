// The worked cases of tests/data/career_paths.json (docs/numbers.md, "Careers").

#include <cmath>

#include <nlohmann/json.hpp>

#include <offerkit/choice/paths/draws.hpp>
#include <offerkit/numeric/philox32.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

using nlohmann::json;
using namespace offerkit;

namespace {

const json& cases() {
    static const json all = json::parse(support::read_file(support::source_path("tests/data/career_paths.json")));
    return all.at("cases");
}

}  // namespace

TEST_CASE("draws of worlds are those of the worked case, exactly") {
    for (const json& one : cases()) {
        if (one.at("kind") != "draws") {
            continue;
        }
        for (const json& row : one.at("expected")) {
            CHECK(numeric::keyed_uniform(row.at(3).get<std::uint64_t>(), row.at(0).get<std::uint32_t>(),
                                         row.at(1).get<std::uint32_t>(),
                                         row.at(2).get<std::uint32_t>()) == row.at(4).get<double>());
        }
        for (const auto& [name, hash] : one.at("fnv").items()) {
            CHECK(numeric::name_hash(name) == hash.get<std::uint32_t>());
        }
    }
}

TEST_CASE("careers come to the figures that were worked out for them") {
    for (const json& one : cases()) {
        if (one.at("kind") != "career") {
            continue;
        }
        const auto terms = careers::terms(one.at("plan").get<std::string>());
        const auto career = choice::paths::career(terms, 1, one.at("samples").get<std::size_t>());
        for (const auto& [name, expected] : one.at("expected").items()) {
            INFO(one.at("id").get<std::string>() << " " << name);
            const auto found = careers::figure(terms, career, name);
            if (expected.at("value").is_null()) {
                CHECK_FALSE(found.has_value());
                continue;
            }
            REQUIRE(found.has_value());
            CHECK(std::abs(*found - expected.at("value").get<double>()) <= expected.at("tolerance").get<double>());
        }
        if (one.contains("replay")) {
            for (const auto& [name, expected] : one.at("replay").at("figures").items()) {
                INFO(one.at("id").get<std::string>() << " replayed " << name);
                CHECK(careers::figure(terms, career, name).value() == Approx(expected.get<double>()).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("the same plan gives the same bits in any number of threads and any order of paths") {
    for (const json& one : cases()) {
        if (one.at("id") != "large-or-startup") {
            continue;
        }
        auto terms = careers::terms(one.at("plan").get<std::string>());
        const auto alone = choice::paths::career(terms, 7, 5'000, 1);
        const auto together = choice::paths::career(terms, 7, 5'000, 3);
        for (std::size_t path = 0; path < alone.paths.size(); ++path) {
            CHECK(alone.paths[path].value().mean.value == together.paths[path].value().mean.value);
            CHECK(alone.paths[path].regret.value == together.paths[path].regret.value);
        }
        CHECK(alone.turns[0].value.value == together.turns[0].value.value);
    }
}
