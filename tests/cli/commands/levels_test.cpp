// `offerkit levels` from the outside.

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

using nlohmann::json;
using support::Outcome;

Outcome levels(std::vector<std::string> words) {
    words.insert(words.begin(), "levels");
    words.insert(words.end(), {"--as-of", "2026-01-20"});
    return support::run(words);
}

json document(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const Outcome outcome = levels(std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

std::string complaint(std::vector<std::string> words) {
    const Outcome outcome = levels(std::move(words));
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("shares of every built-in level add up to 1 for each ladder with heights, with what is uncovered") {
    std::map<std::string, bool> has_heights;
    const json all = document({});
    for (const auto& ladder : all["ladders"]) {
        has_heights[ladder["id"]] = !ladder["approximate"].get<bool>();
    }
    for (const auto& level : all["levels"]) {
        std::map<std::string, double> sums;
        std::map<std::string, int> parts;
        for (const auto& overlap : level["overlaps"]) {
            sums[overlap["ladder"]] += overlap["share"].get<double>();
            ++parts[overlap["ladder"]];
            CHECK(has_heights[overlap["ladder"]]);
        }
        for (const auto& rest : level["uncovered"]) {
            sums[rest["ladder"]] += rest["share"].get<double>();
            ++parts[rest["ladder"]];
        }
        for (const auto& [ladder, sum] : sums) {
            INFO(level["ladder"] << " " << level["name"] << " on " << ladder);
            // Each share is rounded to twelve digits.
            CHECK(sum == Approx(1.0).epsilon(0).margin(1e-12 * parts[ladder]));
        }
        CHECK(level["approximate"].get<bool>() == level["from"].is_null());
    }
    CHECK(all["levels"].size() > 50);
}

TEST_CASE("a Google L4 is 138/152 a Meta E4 and 14/152 an E5 (chart of the book: 152 to 304, 146 to 290, 290 to 434)") {
    const json level = document({"L4", "--ladder", "google", "--to", "meta"})["levels"].at(0);
    CHECK(level["rung"] == "engineer");
    REQUIRE(level["overlaps"].size() == 2);
    CHECK(level["overlaps"][0]["name"] == "E4");
    CHECK(level["overlaps"][0]["share"].get<double>() == Approx(138.0 / 152));
    CHECK(level["overlaps"][1]["name"] == "E5");
    CHECK(level["overlaps"][1]["share"].get<double>() == Approx(14.0 / 152));
    CHECK(level["same_rung"].empty());
}

TEST_CASE("a ladder without heights is placed by rung, without a share that nobody knows") {
    const json level = document({"ICT4", "--to", "microsoft"})["levels"].at(0);
    CHECK(level["approximate"] == true);
    CHECK(level["overlaps"].empty());
    REQUIRE(level["same_rung"].size() == 2);
    CHECK(level["same_rung"][0]["name"] == "63");
}

TEST_CASE("a level without a ladder is looked up on all of them") {
    const json found = document({"L4"})["levels"];
    std::vector<std::string> ladders;
    for (const auto& level : found) {
        ladders.push_back(level["ladder"]);
    }
    CHECK(ladders == std::vector<std::string>{"amazon", "google", "netflix"});
}

TEST_CASE("one level up from an Nvidia IC4 is worth 92,000 by medians of the levels, 105,000 by those of the rungs") {
    const json result = document({"--offer", "examples/startup/nvidia.toml"});
    const json& pay = result["one_up"]["pay"];
    REQUIRE(pay.size() == 3);
    CHECK(result["one_up"]["name"] == "IC5");
    CHECK(pay[0]["worth"] == 92000);   // 480,000 - 388,000, levels.fyi 2025-03
    CHECK(pay[1]["worth"] == 105000);  // 380,000 - 275,000, early 2020
    CHECK(pay[2]["base_range"]["max"] == 356500);
    CHECK(pay[0]["less_this_offer"]["total"].is_null());  // of 2025, and the offer is of 2026
    CHECK(result["claims"].size() >= 2);
    for (const auto& claim : result["claims"]) {
        CHECK_FALSE(claim["source"].get<std::string>().empty());
        CHECK(claim["as_of"].get<std::string>().size() == 10);
    }
}

TEST_CASE("one level up says what is missing where nothing is published, and at the top of a ladder") {
    const Outcome same = levels({"--offer", "examples/job-held-now/microsoft.toml", "--detail"});
    CHECK(same.status == 0);
    CHECK(holds(same.out, "begins at 65"));
    CHECK(holds(same.out, "No posting for 64"));
    const json top = document({"--offer", "examples/job-held-now/microsoft.toml", "--set", "level.name=\"80\""});
    CHECK(top["one_up"].is_null());
    CHECK(top["missing"][0] == "80 is the highest level that `microsoft` lists");
}

TEST_CASE("an offer in another currency is set beside the medians at a named rate, else without differences") {
    const support::ScratchFolder folder;
    folder.write("a.toml",
                 "company = \"Acme\"\ncurrency = \"EUR\"\nstart = 2026-03-02\n[level]\nladder = \"google\"\nname = "
                 "\"L4\"\n[base]\nsalary = 100_000\n");
    const std::string file = (folder.path() / "a.toml").string();
    const json without = document({"--offer", file});
    CHECK(without["offer"]["currency"] == "EUR");
    CHECK(without["one_up"]["pay"][0]["less_this_offer"]["total"].is_null());
    const json with = document({"--offer", file, "--fx", "EUR/USD=1.10"});
    CHECK(with["offer"]["annualized"] == 110000);
    CHECK(with["one_up"]["pay"][0]["less_this_offer"]["base"].is_null());  // of 2020, and the offer is of 2026
    CHECK(with["rates"].size() == 1);
}

TEST_CASE("an event is supposed for the offer whose level is asked about") {
    const support::ScratchFolder folder;
    folder.write("a.toml",
                 "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[level]\nladder = \"google\"\nname = "
                 "\"L4\"\n[base]\n"
                 "salary = 100_000\n[stock]\nkind = \"private\"\nprice = 10\n[[event]]\nid = \"ipo\"\n[[grant]]\n"
                 "id = \"g\"\ninstrument = \"rsu\"\nquantity = 4_800\ngate = \"ipo\"\nvesting = { over = \"4 years\", "
                 "every = \"1 month\" }\n");
    const std::string file = (folder.path() / "a.toml").string();
    // What waits counts for nothing; once the event has a day, a year of it is 4,800 x 10 / 4.
    CHECK(document({"--offer", file})["offer"]["annualized"] == 100000);
    CHECK(document({"--offer", file, "--if", "ipo=2027-06-01"})["offer"]["annualized"] == 112000);
    const Outcome unknown = levels({"--offer", file, "--if", "tender=2027-06-01"});
    CHECK(unknown.status != 0);
    CHECK(holds(unknown.err, "ipo"));
}

TEST_CASE("an unknown level or ladder is a mistake of the command line, with the nearest name") {
    CHECK(holds(complaint({"L12"}), "did you mean `L10`?"));
    CHECK(holds(complaint({"l4"}), "did you mean `L4`?"));
    CHECK(holds(complaint({"--ladder", "gogle"}), "did you mean `google`?"));
    CHECK(holds(complaint({"L4", "--to", "metta"}), "did you mean `meta`?"));
    CHECK(holds(complaint({"E4", "--ladder", "google"}), "`meta` has one: name it with `--ladder meta`"));
    CHECK(holds(complaint({"--to", "meta"}), "name a LEVEL, a `--ladder` or an `--offer`"));
    CHECK(holds(complaint({"L4", "--ladder", "google", "--to", "google"}), "the same ladder"));
    CHECK(holds(complaint({"L4", "--offer", "examples/startup/nvidia.toml"}), "leave one of them out"));
    CHECK(holds(complaint({"L4", "--if", "ipo=2027-06-01"}), "`--if` changes an offer, and none is given"));
}

TEST_CASE("an offer without a level, or with one that is not listed, says so and is no crash") {
    const Outcome none = levels({"--offer", "examples/euro/berlin.toml"});
    CHECK(none.status == 1);
    CHECK(holds(none.err, "`level` is missing"));
    const Outcome unknown = levels({"--offer", "examples/startup/nvidia.toml", "--set", "level.name=IC99"});
    CHECK(unknown.status == 1);
    CHECK(holds(unknown.err, "unknown-level"));
    CHECK(levels({"--offer", "nowhere.toml"}).status == 3);
}
