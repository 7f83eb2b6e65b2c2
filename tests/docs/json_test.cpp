// docs/json.md is a contract: a key that a document holds and the page does not name is one nobody can rely on.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

void gather(const nlohmann::json& value, std::set<std::string>& keys) {
    if (value.is_object()) {
        for (const auto& [key, part] : value.items()) {
            keys.insert(key);
            gather(part, keys);
        }
    } else if (value.is_array()) {
        for (const auto& part : value) {
            gather(part, keys);
        }
    }
}

std::vector<std::string> examples() {
    std::vector<std::string> files;
    const auto top = support::source_path("");
    for (const auto& entry : std::filesystem::recursive_directory_iterator{top / "examples"}) {
        if (entry.path().extension() == ".toml" && entry.path().filename() != "priorities.toml") {
            files.push_back(std::filesystem::relative(entry.path(), top).generic_string());
        }
    }
    return files;
}

/// The words that the page puts in code: `years[]` names the key years.
std::set<std::string> documented() {
    const std::string page = support::read_file(support::source_path("docs/json.md"));
    std::set<std::string> words;
    for (std::size_t at = page.find('`'); at != std::string::npos;) {
        const auto end = page.find('`', at + 1);
        if (end == std::string::npos) {
            break;
        }
        std::string word = page.substr(at + 1, end - at - 1);
        if (word.starts_with('"')) {
            word = word.substr(1, word.find('"', 1) - 1);
        }
        words.insert(word.substr(0, word.find('[')));
        at = page.find('`', end + 1);
    }
    return words;
}

}  // namespace

TEST_CASE("every key that a JSON document holds stands in the contract") {
    std::set<std::string> keys;
    const auto add = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--format", "json"});
        const auto outcome = support::run(arguments);
        INFO(outcome.err);
        REQUIRE(outcome.status == 0);
        gather(nlohmann::json::parse(outcome.out), keys);
    };
    for (const auto& file : examples()) {
        add({"show", file, "--as-of", "2026-01-20", "--explain"});
        add({"compare", file, "--as-of", "2026-01-20", "--explain"});
        add({"vest", file, "--as-of", "2026-01-20", "--refreshers"});
        add({"vest", file, "--as-of", "2026-01-20", "--by", "year", "--horizon", "2 years"});
        add({"leave", file, "--as-of", "2026-01-20", "--on", "2027-09-30", "--by", "month", "--explain"});
        add({"check", file, "--as-of", "2026-01-20"});
    }
    add({"compare", "examples/three-offers/meta.toml", "examples/three-offers/google.toml", "--as-of", "2026-01-20"});
    add({"decide", "examples/three-offers/meta.toml", "examples/three-offers/google.toml", "--as-of", "2026-01-20",
         "--priorities", "examples/priorities.toml"});
    add({"decide", "examples/career-switch/lead.toml", "examples/career-switch/platform.toml", "--as-of", "2026-01-20",
         "--priorities", "examples/career-switch/priorities.toml"});
    add({"vest", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
         "grant.new-hire.allocation=fractional"});
    add({"leave", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
         "grant.new-hire.allocation=fractional", "--on", "2027-06-20"});
    add({"vest", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
         "grant.new-hire.allocation=truncate_forfeit"});
    add({"levels", "--as-of", "2026-01-20"});
    add({"levels", "--offer", "examples/startup/nvidia.toml", "--as-of", "2026-01-20"});
    for (const char* metric : {"average", "decide"}) {
        add({"negotiate", "examples/negotiation/northwind.toml", "--against", "examples/negotiation/tailspin.toml",
             "--priorities", "examples/negotiation/priorities.toml", "--metric", metric, "--as-of", "2026-01-20"});
    }
    add({"profiles"});
    add({"profiles", "vesting", "google"});

    const auto named = documented();
    for (const auto& key : keys) {
        INFO("docs/json.md does not name `" << key << "`");
        CHECK(named.count(key) == 1);
    }
    CHECK(keys.size() > 70);
}
