// What uncertain pay changes on the screens, and what it leaves alone, from the command line.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/run.hpp"

namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

const Words three{"examples/three-offers/amazon.toml", "examples/three-offers/google.toml",
                  "examples/three-offers/meta.toml"};

std::string output(const std::string& command, const Words& files, const Words& more) {
    Words words{command};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--as-of", "2026-01-20"});
    words.insert(words.end(), more.begin(), more.end());
    const auto outcome = support::run(words);
    CAPTURE(words, outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
}

}  // namespace

TEST_CASE("a volatility of 0, and a price of a day after every vest, leave the same bytes") {
    // Two ways to make every price certain that share no code: each must leave nothing of the block.
    const Words later{"--set", "stock.as_of=2039-12-31"};
    Words still = later;
    still.insert(still.end(), {"--set", "stock.volatility=0"});
    const Words priorities{"--priorities", "examples/priorities.toml"};
    for (const Words& format : {Words{}, Words{"--detail"}, Words{"--format", "json"}, Words{"--format", "csv"}}) {
        for (const std::string command : {"compare", "decide"}) {
            const auto with = [&](Words words) {
                words.insert(words.end(), format.begin(), format.end());
                words.insert(words.end(), priorities.begin(), priorities.end());
                return words;
            };
            CAPTURE(command, format);
            const std::string certain = output(command, three, with(still));
            CHECK(certain == output(command, three, with(later)));
            CHECK(certain.find("share prices move") == std::string::npos);
            CHECK(certain.find("in 10 below") == std::string::npos);
        }
    }
}

TEST_CASE("with certain prices the mean is all there is: figures are those of uncertain prices") {
    const json moving = json::parse(output("compare", three, {"--format", "json"}));
    const json still = json::parse(output("compare", three, {"--format", "json", "--set", "stock.volatility=0"}));
    for (std::size_t i = 0; i < three.size(); ++i) {
        CHECK(moving["offers"][i]["definitions"] == still["offers"][i]["definitions"]);
        CHECK(moving["offers"][i]["years"] == still["offers"][i]["years"]);
        CHECK(still["offers"][i]["uncertainty"].is_null());
        CHECK(moving["offers"][i]["uncertainty"]["mean"] == moving["offers"][i]["definitions"]["present_value"]);
    }
    CHECK(still["chances"].empty());
}

TEST_CASE("compare with priorities says of the same offers what decide says, risk counted alike") {
    for (const Words& more : {Words{}, Words{"--set", "stock.volatility=60%"}}) {
        Words words{"--format", "json", "--priorities", "examples/priorities.toml"};
        words.insert(words.end(), more.begin(), more.end());
        const json compared = json::parse(output("compare", three, words))["decide"];
        const json decided = json::parse(output("decide", three, words))["verdict"];
        REQUIRE(compared.contains("steadiness"));
        for (const auto& [key, value] : compared.items()) {
            CAPTURE(key);
            CHECK(decided.at(key) == value);
        }
    }
}
