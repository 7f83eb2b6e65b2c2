// Twelve situations in which people decide about a job, each with the screens that they would look at, read as that
// person before they were kept.

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"

namespace {

struct Situation {
    std::string name;
    std::vector<std::vector<std::string>> commands;  ///< files are those of the situation's folder
};

const std::vector<Situation> situations{
    {"new-graduate",
     {{"compare", "google.toml", "meta.toml", "amazon.toml"}, {"negotiate", "google.toml", "--against", "meta.toml"}}},
    {"senior-or-startup",
     {{"compare", "meta.toml", "tern.toml"}, {"negotiate", "tern.toml", "--against", "meta.toml"}}},
    {"research-or-applied",
     {{"decide", "institute.toml", "applied.toml", "--priorities", "priorities.toml"},
      {"compare", "institute.toml", "applied.toml"}}},
    {"frontier-lab", {{"compare", "lab.toml", "public.toml"}, {"vest", "lab.toml"}, {"show", "lab.toml"}}},
    {"fund", {{"compare", "fund.toml", "tech.toml"}, {"leave", "fund.toml", "--on", "2027-06-30"}}},
    {"held-job", {{"compare", "current.toml", "offer.toml"}, {"leave", "current.toml"}}},
    {"two-countries", {{"compare", "zurich.toml", "seattle.toml"}}},
    {"counter-offer", {{"negotiate", "current.toml", "--against", "offer.toml"}}},
    {"contractor", {{"compare", "contract.toml", "employee.toml"}}},
    {"exploding", {{"negotiate", "startup.toml", "--against", "process.toml"}, {"show", "startup.toml"}}},
    {"oral", {{"compare", "first.toml", "second.toml"}, {"negotiate", "first.toml", "--against", "second.toml"}}},
    {"alone", {{"show", "only.toml"}, {"negotiate", "only.toml"}}},
};

std::string screen_of(const std::string& folder, const std::vector<std::string>& words) {
    support::Run run;
    run.folder = "tests/situations/" + folder;
    run.arguments = words;
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
    run.environment["COLUMNS"] = "80";
    const auto outcome = support::run(run);
    INFO(folder << ": " << outcome.err);
    CHECK(outcome.status == 0);
    return outcome.out;
}

}  // namespace

TEST_CASE("twelve situations: each screen is what it was when somebody last read it") {
    for (const auto& situation : situations) {
        std::string all;
        for (const auto& words : situation.commands) {
            all += "$ offerkit";
            for (const auto& word : words) {
                all += " " + word;
            }
            all += "\n" + screen_of(situation.name, words) + "\n";
        }
        golden::check("situations/" + situation.name + ".txt", all);
    }
}

TEST_CASE("each screen of the twelve situations stands on 24 lines") {
    for (const auto& situation : situations) {
        for (const auto& words : situation.commands) {
            const std::string screen = screen_of(situation.name, words);
            INFO(situation.name << ": " << words.front());
            CHECK(std::count(screen.begin(), screen.end(), '\n') <= 24);
        }
    }
}

TEST_CASE("no screen of an offer without [market] speaks of a market") {
    for (const auto& situation : situations) {
        if (situation.name == "alone") {
            continue;
        }
        for (const auto& words : situation.commands) {
            if (words.front() == "negotiate") {
                const std::string screen = screen_of(situation.name, words);
                INFO(situation.name << "\n" << screen);
                CHECK(screen.find("the market") == std::string::npos);
            }
        }
    }
}
