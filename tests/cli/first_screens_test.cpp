// First screens: an answer that a terminal shows at once, for every example.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
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

TEST_CASE("bands, how often each offer pays most, exits and break-evens stay where lines are few") {
    // Three offers, one of which waits for events and one of which may be sold: more than a screen holds.
    const std::vector<std::string> startup{"examples/startup/harborline.toml", "examples/startup/nvidia.toml",
                                           "examples/startup/quillstone.toml"};
    const auto page = screen_of("compare", startup, 80);
    CAPTURE(page);
    CHECK(lines_of(page).size() <= 24U);
    for (const char* row : {"\nYear 4 ", "\nWhat waits, at chance ", "\n1 in 10 below ", "\nMiddle ",
                            "\n1 in 10 above ", "\nPays most, no exit ", "\nExits ", "\nBreak-even ", "\nMore "}) {
        CAPTURE(row);
        CHECK(page.find(row) != std::string::npos);
    }
    // Where a line is an offer's, its band stands on a line of a second table.
    auto many = startup;
    many.insert(many.end(), {"examples/three-offers/amazon.toml", "examples/three-offers/google.toml",
                             "examples/three-offers/meta.toml"});
    const auto below_each_other = screen_of("compare", many, 80);
    CAPTURE(below_each_other);
    CHECK(lines_of(below_each_other).size() <= 30U);
    const auto second = below_each_other.find("\nIf prices move ");
    REQUIRE(second != std::string::npos);
    CHECK(below_each_other.find("\nGoogle ", second) != std::string::npos);
    CHECK(below_each_other.find("\nQuillstone ", second) != std::string::npos);
}

TEST_CASE("the first screen of decide says what prices and exits may make of pay, unless prices are certain") {
    const auto decided = [](const std::vector<std::string>& more) {
        support::Run run;
        run.arguments = {"decide",
                         "examples/startup/harborline.toml",
                         "examples/startup/nvidia.toml",
                         "examples/startup/quillstone.toml",
                         "--priorities",
                         "examples/priorities.toml",
                         "--as-of",
                         "2026-01-20"};
        run.arguments.insert(run.arguments.end(), more.begin(), more.end());
        run.environment["COLUMNS"] = "80";
        return support::run(run).out;
    };
    const auto page = decided({});
    CAPTURE(page);
    CHECK(lines_of(page).size() <= 24U);
    CHECK(page.find("\nPrices move  Nvidia 290,000 to 408,000 a year in 8 of 10 futures\n") != std::string::npos);
    CHECK(page.find("\nExits        Quillstone: nothing in 80 of 100, middle 0, mean 176,130\n") != std::string::npos);
    const auto certain = decided({"--set", "examples/startup/nvidia.toml:stock.volatility=0"});
    CAPTURE(certain);
    CHECK(certain.find("Prices move") == std::string::npos);
    CHECK(certain.find("\nExits ") != std::string::npos);
    // What is weighted by staying is no amount of a year.
    CHECK(decided({"--by", "survival_weighted"}).find("Prices move") == std::string::npos);
}

TEST_CASE("scenarios that are a prior of investors are called so on every first screen") {
    const support::ScratchFolder folder;
    const auto offer = folder.write(
        "offer.toml",
        "company = \"Ö株\"\ncurrency = \"KWD\"\nstart = 2026-03-02\n[base]\nsalary = 30_000\n[stock]\nkind = "
        "\"private\"\nprice = 1.5\nas_of = 2026-01-01\nfully_diluted = 1_000_000\npreferred_price = 3\nexits = "
        "\"venture-2004-2013\"\n[[grant]]\nid = \"g\"\ninstrument = \"iso\"\nquantity = 1000\nstrike = 1\nvesting = { "
        "over "
        "= \"4 years\", every = \"1 month\" }\n");
    for (const std::string command : {"compare", "show"}) {
        const auto page = screen_of(command, {offer.string()}, 80);
        CAPTURE(command, page);
        CHECK(page.find("nothing in 65 of 100, middle 0, mean 4,585 (a prior of investors)") != std::string::npos);
    }
}

namespace {

/// The first screen of `tax` for offers below examples/places, with a household that spends and puts money aside.
std::vector<std::string> tax_screen(const std::vector<std::string>& names, int columns, bool detail = false) {
    const support::ScratchFolder folder;
    const auto me = folder.write(
        "me.toml",
        "[household]\nstatus = \"single\"\ndeferral = \"max\"\npretax_benefits = 6_000\nspending = 90_000\n");
    support::Run run;
    run.arguments = {"tax", "--priorities", me.string(), "--as-of", "2026-01-02"};
    for (const auto& name : names) {
        run.arguments.push_back("examples/places/" + name + ".toml");
    }
    if (detail) {
        run.arguments.emplace_back("--detail");
    }
    run.environment["COLUMNS"] = std::to_string(columns);
    const auto outcome = support::run(run);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    return lines_of(outcome.out);
}

bool any_line(const std::vector<std::string>& lines, const std::string& words) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const auto& line) { return line.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("the first screen of `tax` stands on 24 lines for up to three places, and none is too wide") {
    const std::vector<std::vector<std::string>> all{{"seattle"},
                                                    {"seattle", "berlin"},
                                                    {"san-francisco", "seattle", "new-york"},
                                                    {"new-york", "seattle", "berlin"},
                                                    {"san-francisco", "seattle", "new-york", "berlin"}};
    for (const auto& names : all) {
        for (const int columns : {80, 100, 120}) {
            const auto lines = tax_screen(names, columns);
            INFO(names.size() << " offers from " << names.front() << " on " << columns << " columns");
            CHECK(lines.size() <= (names.size() <= 3 ? 24U : 30U));
            CHECK(std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
                return offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns);
            }));
            CHECK(lines.size() < tax_screen(names, columns, true).size());
        }
    }
}

TEST_CASE("the first screen of `tax` says who leaves most, what would leave as much, and which forms it rests on") {
    const auto lines = tax_screen({"san-francisco", "seattle", "new-york"}, 80);
    CHECK(lines.front().find("Brightline SEA leaves most: USD ") == 0);
    for (const char* words :
         {"single", "2026", "us-ca-2026", "Into the plan", "Yours a year", "Taken of the next 1,000", "Living as now",
          "Left over", "Brightline SF at a base of USD", "Left out", "`offerkit profiles show us-ca-2026`"}) {
        INFO(words);
        CHECK(any_line(lines, words));
    }
    const auto abroad = tax_screen({"seattle", "berlin"}, 80);
    CHECK(any_line(abroad, "EUR 159,500"));
    // 1.10 dollars a euro, and a tenth less and more of it.
    CHECK(any_line(abroad, "Spreewerk leaves USD"));
    CHECK(any_line(abroad, "if it moves by 10%"));
}
