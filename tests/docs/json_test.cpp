// docs/json.md is a contract: a key that a document holds and the page does not name is one nobody can rely on.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

/// "offers[].years[].base": where each key of a document stands.
void gather(const nlohmann::json& value, const std::string& path, std::map<std::string, std::string>& keys) {
    if (value.is_object()) {
        for (const auto& [key, part] : value.items()) {
            const std::string inner = path.empty() ? key : path + "." + key;
            keys.emplace(inner, key);
            gather(part, inner, keys);
        }
    } else if (value.is_array()) {
        for (const auto& part : value) {
            gather(part, path + "[]", keys);
        }
    }
}

bool holds(const std::filesystem::path& file, const std::string& part) {
    return support::read_file(support::source_path(file.generic_string())).find(part) != std::string::npos;
}

std::vector<std::string> examples() {
    std::vector<std::string> files;
    const auto top = support::source_path("");
    for (const auto& entry : std::filesystem::recursive_directory_iterator{top / "examples"}) {
        const auto file = std::filesystem::relative(entry.path(), top);
        if (entry.path().extension() == ".toml" && holds(file, "company = ")) {
            files.push_back(file.generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The folders of examples with priorities of their own, and the offers in each.
std::map<std::string, std::vector<std::string>> judged() {
    std::map<std::string, std::vector<std::string>> folders;
    for (const auto& file : examples()) {
        const auto folder = std::filesystem::path{file}.parent_path();
        if (std::filesystem::exists(support::source_path(folder.generic_string()) / "priorities.toml")) {
            folders[folder.generic_string()].push_back(file);
        }
    }
    return folders;
}

/// The words that a text puts in code: `years[]` names the key years.
std::set<std::string> words_in(const std::string& text) {
    std::set<std::string> words;
    for (std::size_t at = text.find('`'); at != std::string::npos;) {
        const auto end = text.find('`', at + 1);
        if (end == std::string::npos) {
            break;
        }
        std::string word = text.substr(at + 1, end - at - 1);
        if (word.starts_with('"')) {
            word = word.substr(1, word.find('"', 1) - 1);
        }
        words.insert(word.substr(0, word.find('[')));
        at = text.find('`', end + 1);
    }
    return words;
}

/// The keys that the page names for a command: at its own heading, before the first, and where its heading sends to.
std::set<std::string> documented(const std::string& command) {
    static const std::map<std::string, std::vector<std::string>> sends{
        {"check", {}},
        {"compare", {"decide", "tax"}},
        {"decide", {"compare", "tax"}},
        {"show", {"compare", "tax"}},
        {"vest", {}},
        {"leave", {"compare"}},
        {"negotiate", {"compare"}},
        {"levels", {"compare"}},
        {"profiles", {}},
        {"career", {}},
        {"pipeline", {"compare"}},
        {"tax", {}},
    };
    const std::string page = support::read_file(support::source_path("docs/json.md"));
    std::set<std::string> words = words_in(page.substr(0, page.find("\n## ")));
    std::vector<std::string> headings = sends.at(command);
    headings.push_back(command);
    for (const auto& heading : headings) {
        const auto begin = page.find("\n## " + heading + "\n");
        REQUIRE(begin != std::string::npos);
        const auto named = words_in(page.substr(begin, page.find("\n## ", begin + 1) - begin));
        words.insert(named.begin(), named.end());
    }
    return words;
}

/// What the commands print, by command.
class Printed {
public:
    void add(std::vector<std::string> arguments) {
        const std::string command = arguments.front();
        arguments.insert(arguments.end(), {"--format", "json"});
        const auto outcome = support::run(arguments);
        INFO(command << " " << arguments[1] << "\n" << outcome.err);
        REQUIRE(outcome.status == 0);
        gather(nlohmann::json::parse(outcome.out), "", keys_[command]);
    }

    [[nodiscard]] const std::map<std::string, std::map<std::string, std::string>>& keys() const { return keys_; }

private:
    std::map<std::string, std::map<std::string, std::string>> keys_{};
};

void add_every_example(Printed& printed) {
    for (const auto& file : examples()) {
        printed.add({"show", file, "--as-of", "2026-01-20", "--explain"});
        printed.add({"compare", file, "--as-of", "2026-01-20", "--explain"});
        printed.add({"vest", file, "--as-of", "2026-01-20", "--refreshers", "--explain"});
        printed.add({"vest", file, "--as-of", "2026-01-20", "--by", "year", "--horizon", "2 years"});
        printed.add({"leave", file, "--as-of", "2026-01-20", "--on", "2027-09-30", "--by", "month", "--explain"});
        printed.add({"check", file, "--as-of", "2026-01-20"});
        if (holds(file, "[level]")) {
            printed.add({"levels", "--offer", file, "--as-of", "2026-01-20"});
        }
    }
    for (const auto& [folder, files] : judged()) {
        for (const std::string command : {"decide", "compare"}) {
            std::vector<std::string> words{command};
            words.insert(words.end(), files.begin(), files.end());
            words.insert(words.end(), {"--as-of", "2026-01-20", "--priorities", folder + "/priorities.toml"});
            printed.add(std::move(words));
        }
    }
}

}  // namespace

TEST_CASE("every key that a JSON document holds stands in the contract of its command") {
    Printed printed;
    add_every_example(printed);
    printed.add({"show", "examples/startup/nvidia.toml", "examples/startup/harborline.toml", "--as-of", "2026-01-20"});
    printed.add(
        {"compare", "examples/three-offers/meta.toml", "examples/three-offers/google.toml", "--as-of", "2026-01-20"});
    printed.add({"decide", "examples/three-offers/meta.toml", "examples/three-offers/google.toml", "--as-of",
                 "2026-01-20", "--priorities", "examples/priorities.toml"});
    printed.add({"vest", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
                 "grant.new-hire.allocation=fractional"});
    printed.add({"leave", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
                 "grant.new-hire.allocation=fractional", "--on", "2027-06-20"});
    printed.add({"vest", "examples/refreshers/yearly.toml", "--as-of", "2026-01-20", "--set",
                 "grant.new-hire.allocation=truncate_forfeit"});
    printed.add({"levels", "--as-of", "2026-01-20"});
    for (const char* metric : {"average", "decide"}) {
        printed.add({"negotiate", "examples/negotiation/northwind.toml", "--against",
                     "examples/negotiation/tailspin.toml", "--priorities", "examples/negotiation/priorities.toml",
                     "--metric", metric, "--as-of", "2026-01-20"});
    }
    printed.add({"pipeline", "examples/job-search/search.toml"});
    printed.add({"career", "examples/large-or-startup/plan.toml", "--samples", "2000", "--sweep",
                 "path.startup.later_pay=0%,6%"});
    printed.add({"tax", "examples/places/seattle.toml", "examples/places/san-francisco.toml", "--priorities",
                 "examples/places/me.toml", "--as-of", "2026-01-20", "--explain"});
    printed.add({"profiles"});
    printed.add({"profiles", "vesting", "google"});
    printed.add({"profiles", "pay_growth", "--as-of", "2026-01-20"});

    std::size_t looked_at = 0;
    for (const auto& [command, keys] : printed.keys()) {
        const auto named = documented(command);
        for (const auto& [path, key] : keys) {
            INFO("docs/json.md does not name `" << key << "` of " << path << " under " << command);
            CHECK(named.count(key) == 1);
            ++looked_at;
        }
    }
    CHECK(printed.keys().size() == 12);
    CHECK(looked_at > 400);
}

TEST_CASE("the contract names a key where its command is, and not anywhere") {
    CHECK(documented("decide").count("tied_with_file") == 1);
    CHECK(documented("vest").count("weight_intervals") == 0);
    CHECK(documented("check").count("offerkit") == 1);
}
