// First screens: an answer that a terminal shows at once, for every example.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/run.hpp"

namespace {

namespace fs = std::filesystem;

/// The offer files of each example, folder by folder.
std::vector<std::vector<std::string>> examples() {
    std::vector<std::vector<std::string>> all;
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator("examples")) {
        if (entry.is_directory()) {
            folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) {
        std::vector<std::string> offers;
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            const bool other = name == "priorities.toml" || name == "plan.toml" || name == "me.toml" ||
                               name == "search.toml" || entry.path().extension() != ".toml";
            if (!other) {
                offers.push_back(entry.path().string());
            }
        }
        std::sort(offers.begin(), offers.end());
        if (!offers.empty()) {
            all.push_back(std::move(offers));
        }
    }
    return all;
}

std::string screen_of(const std::string& command, const std::vector<std::string>& offers, int columns) {
    support::Run run;
    run.arguments.push_back(command);
    run.arguments.insert(run.arguments.end(), offers.begin(), offers.end());
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
    run.environment["COLUMNS"] = std::to_string(columns);
    const auto outcome = support::run(run);
    INFO(command << " of " << offers.front() << ": " << outcome.err);
    CHECK(outcome.status == 0);
    return outcome.out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    lines.pop_back();
    return lines;
}

}  // namespace

TEST_CASE("each first screen of each example stands on 24 lines, on 30 for more than three offers") {
    const auto all = examples();
    REQUIRE(all.size() >= 8);
    for (const auto& offers : all) {
        for (const std::string command : {"compare", "show", "leave", "vest"}) {
            for (const int columns : {80, 120}) {
                const auto lines = lines_of(screen_of(command, offers, columns));
                INFO(command << " of " << offers.front() << " on " << columns << " columns");
                CHECK(lines.size() <= (offers.size() <= 3 ? 24U : 30U));
                CHECK(lines.size() >= 3);
                CHECK(std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
                    return offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns);
                }));
            }
        }
    }
}

TEST_CASE("the first screen of one offer stands on 24 lines, and `--detail` never says less") {
    for (const auto& offers : examples()) {
        for (const auto& offer : offers) {
            for (const std::string command : {"compare", "show", "leave", "vest"}) {
                const auto lines = lines_of(screen_of(command, {offer}, 80));
                INFO(command << " of " << offer);
                CHECK(lines.size() <= 24U);
                CHECK(lines.size() <= lines_of(screen_of(command, {offer, "--detail"}, 80)).size());
            }
        }
    }
}
