// Ways of saying what is meant that a person tries first: each works, or names the one that does.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/run.hpp"

namespace {

constexpr const char* google = "examples/three-offers/google.toml";
constexpr const char* meta = "examples/three-offers/meta.toml";

support::Outcome run(std::vector<std::string> words) {
    if (words.front() != "profiles") {
        words.insert(words.end(), {"--as-of", "2026-01-20"});
    }
    return support::run(words);
}

nlohmann::json document(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = run(std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return nlohmann::json::parse(outcome.out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("several offers are shown one after the other, each as it would be by itself") {
    const auto both = document({"show", google, meta});
    REQUIRE(both["offers"].size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        auto alone = document({"show", i == 0 ? google : meta});
        alone.erase("offerkit");
        CHECK(both["offers"][i] == alone);
    }
    const auto whole = run({"show", google, meta, "--detail"}).out;
    CHECK(whole.find("What people call total compensation") != whole.rfind("What people call total compensation"));
    const auto rows = run({"show", google, meta, "--format", "csv"}).out;
    CHECK(holds(rows, google));
    CHECK(holds(rows, meta));
}

TEST_CASE("the name of a profile alone lists what there is of that name, or shows the only one") {
    const auto found = document({"profiles", "google"})["profiles"];
    CHECK(found.size() > 2);
    for (const auto& each : found) {
        CHECK(each["id"] == "google");
    }
    CHECK(document({"profiles", "google-even"}) == document({"profiles", "vesting", "google-even"}));
    const auto swapped = run({"profiles", "google", "vesting"});
    CHECK(swapped.status == 2);
    CHECK(holds(swapped.err, "offerkit profiles vesting google"));
    CHECK(run({"profiles", "no-such"}).status == 2);
}

TEST_CASE("a level is named with its ladder in either order, with --ladder, or by an offer") {
    const auto level = document({"levels", "L5", "--ladder", "google"});
    CHECK(document({"levels", "google", "L5"}) == level);
    CHECK(document({"levels", "L5", "google"}) == level);
    CHECK(document({"levels", "google"}) == document({"levels", "--ladder", "google"}));
    CHECK(document({"levels", google}) == document({"levels", "--offer", google}));
}

TEST_CASE("what names two ladders, or none, is refused with what to write") {
    const auto twice = run({"levels", "google", "L5", "--ladder", "meta"});
    CHECK(twice.status == 2);
    CHECK(holds(twice.err, "`--ladder` names `meta`"));
    CHECK(holds(run({"levels", "gogle", "L5"}).err, "did you mean `google`?"));
    CHECK(holds(run({"levels", "gogle"}).err, "did you mean `google`?"));
    CHECK(holds(run({"levels", "google", "L55"}).err, "`google` has no level `L55`"));
}
