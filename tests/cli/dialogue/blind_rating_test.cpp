// `decide --blind`: offers are rated without their names, and nothing that names one is shown.

#include <algorithm>
#include <string>
#include <vector>

#include <cli/dialogue/answers.hpp>
#include <cli/dialogue/blind_rating.hpp>
#include <offerkit/authoring/priorities_file.hpp>
#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/script.hpp"

using namespace offerkit;
using cli::Dialogue;
using support::Script;

namespace {

model::Offer offer(const std::string& company, const std::string& factors = {}) {
    return offers::read("company = \"" + company + "\"\nrole = \"" + company +
                            " Engineer\"\nlocation = \"Berlin\"\ncurrency = \"EUR\"\nstart = 2026-03-02\n" + factors,
                        "letters/" + company + ".toml");
}

const model::Priorities priorities{
    .file = "me.toml",
    .factors = {{.id = "growth", .name = "Growth", .worst_means = "nothing new", .best_means = "steep"},
                {.id = "people", .children = {{"mentors", {}}}},
                {.id = "mentors"}}};

}  // namespace

TEST_CASE("no company is named before every rating is given") {
    const std::vector<model::Offer> all{offer("Acme"), offer("Beta"), offer("Cobalt")};
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, {80, false, true}};
    const auto rated = cli::rate_blind(dialogue, priorities, all, 0);
    REQUIRE(rated);
    for (const auto& one : all) {
        CHECK(script.said().find(one.company) == std::string::npos);
    }
    CHECK(script.said().find("... Engineer, Berlin") != std::string::npos);
    CHECK(script.questions().size() == 6);  // two leaves, three offers; a parent is not rated
    CHECK(script.questions()[0] == "Offer A [unknown]: ");
}

TEST_CASE("blind ratings end up with the offer they were given to, whatever the order of the files") {
    std::vector<model::Offer> all{offer("Acme"), offer("Beta"), offer("Cobalt")};
    const std::vector<std::string> answers{"1", "2", "3", "40%", "5 6 7", "unknown"};
    const auto rated = [&] {
        Script script{answers};
        Dialogue dialogue{script, {80, false, true}};
        std::vector<std::string> lines;
        const auto ratings = cli::rate_blind(dialogue, priorities, all, 7);
        REQUIRE(ratings);
        for (const auto& one : *ratings) {
            lines.push_back(all[one.offer].company + ": " + authoring::factors_table(one.ratings));
        }
        return lines;
    };
    const auto first = rated();
    std::reverse(all.begin(), all.end());
    CHECK(rated() == first);
    CHECK(first[0].ends_with("[factors]\ngrowth = 1\nmentors = { chance = \"40%\" }\n"));
    CHECK(first[2].ends_with("[factors]\ngrowth = 3\nmentors = \"unknown\"\n"));
}

TEST_CASE("what a file says already is the default, and what the priorities do not name is kept") {
    const std::vector<model::Offer> all{
        offer("Acme", "[factors]\ngrowth = { chance = \"1/3\" }\nvisa = { chance = \"70%\", met = 9, unmet = 1 }\n")};
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, {80, false, true}};
    const auto rated = cli::rate_blind(dialogue, priorities, all, 0);
    REQUIRE(rated);
    // Kept to the last digit, though the question shows fewer.
    CHECK(authoring::factors_table(rated->front().ratings) ==
          "[factors]\ngrowth = { chance = \"1/3\" }\nmentors = \"unknown\"\n"
          "visa = { chance = \"70%\", met = 9, unmet = 1 }\n");
}

TEST_CASE("a rating of the file that the scale does not hold is not offered as a default") {
    const std::vector<model::Offer> all{offer("Acme", "[factors]\ngrowth = 70\n")};
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, {80, false, true}};
    REQUIRE(cli::rate_blind(dialogue, priorities, all, 0));
    CHECK(script.questions()[0] == "Offer A [unknown]: ");
}

TEST_CASE("more than 26 offers have letters too") {
    std::vector<model::Offer> all;
    for (int i = 0; i < 28; ++i) {
        all.push_back(offer("Company" + std::to_string(i)));
    }
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, {80, false, true}};
    const auto rated = cli::rate_blind(dialogue, priorities, all, 0);
    REQUIRE(rated);
    CHECK(rated->at(25).letter == "Offer Z");
    CHECK(rated->at(26).letter == "Offer AA");
    CHECK(rated->at(27).letter == "Offer AB");
}
