// The command from end to end: what is printed can be put back, and what cannot be answered says why.

#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/markdown.hpp"
#include "support/run.hpp"

namespace {

const std::string own = "examples/negotiation/northwind.toml";
const std::string other = "examples/negotiation/contoso.toml";
const std::string held = "examples/negotiation/current.toml";
const std::string maybe = "examples/negotiation/tailspin.toml";
const std::string me = "examples/negotiation/priorities.toml";

support::Outcome negotiate(std::vector<std::string> words) {
    words.insert(words.begin(), "negotiate");
    words.insert(words.end(), {"--as-of", "2026-01-20"});
    return support::run(words);
}

/// The text of an example with a place written into it.
std::string placed(const std::string& file, const std::string& place) {
    std::string text = support::read_file(support::source_path(file));
    const auto at = text.find("\ncurrency");
    REQUIRE(at != std::string::npos);
    return text.insert(at, "\nplace = \"" + place + "\"");
}

nlohmann::json document(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = negotiate(words);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return nlohmann::json::parse(outcome.out);
}

}  // namespace

TEST_CASE("after tax, levers are solved on what stays: each setting reaches the goal, and a cent less does not") {
    const support::ScratchFolder folder;
    const std::string ours = folder.write("own.toml", placed(own, "us-ny-nyc")).string();
    const std::string theirs = folder.write("other.toml", placed(other, "us-wa-seattle")).string();
    for (const std::string metric : {"annualized", "average", "present_value", "first_year"}) {
        const std::vector<std::string> words{ours, "--against", theirs, "--metric", metric, "--after-tax"};
        const auto found = document(words);
        CHECK(found["after_tax"] == true);
        CHECK(found["alternatives"][0]["company"] == "Contoso");
        const auto before_tax = document({ours, "--against", theirs, "--metric", metric});
        CHECK(before_tax["after_tax"] == false);
        CHECK(found["offer"].get<double>() < before_tax["offer"].get<double>());
        int tried = 0;
        for (const auto& lever : found["levers"]) {
            if (lever["sets"].empty()) {
                continue;
            }
            const auto offered_at = [&](const std::string& set) {
                auto again = words;
                again.insert(again.end(), {"--set", set});
                return document(again)["offer"].get<double>();
            };
            const double goal = (lever["goal"] == "batna" ? found["reservation"] : found["target"]).get<double>();
            const auto set = lever["sets"][0].get<std::string>();
            INFO(metric << " " << lever.dump());
            CHECK(offered_at(set) == lever["resulting"].get<double>());
            CHECK(offered_at(set) >= goal);
            if (lever["lever"] == "base") {
                const auto value = set.find_last_of('=') + 1;
                const auto cents = std::llround(std::stod(set.substr(value)) * 100) - 1;
                const std::string less =
                    std::to_string(cents / 100) + "." + (cents % 100 < 10 ? "0" : "") + std::to_string(cents % 100);
                CHECK(offered_at(set.substr(0, value) + less) < goal);
                ++tried;
            }
        }
        CHECK(tried >= 1);
    }
}

TEST_CASE("after tax, every file needs a place, and a percentile of published pay is no target") {
    const auto without = negotiate({own, "--against", other, "--after-tax"});
    CHECK(without.status == 1);
    CHECK(without.err.find("`place` is missing") != std::string::npos);
    const support::ScratchFolder folder;
    const std::string ours = folder.write("own.toml", placed(own, "us-wa-seattle")).string();
    const auto percentile = negotiate({ours, "--target", "p75", "--after-tax"});
    CHECK(percentile.status != 0);
    CHECK(percentile.err.find("`--after-tax` counts after it") != std::string::npos);
}

TEST_CASE("every setting that negotiate prints makes the offer it says, beside the other files as well") {
    for (const std::string metric : {"annualized", "average", "present_value", "first_year", "decide"}) {
        std::vector<std::string> words{own,        "--against", other,          "--against", held,
                                       "--metric", metric,      "--priorities", me};
        const auto found = document(words);
        int tried = 0;
        for (const auto& lever : found["levers"]) {
            if (lever["sets"].empty()) {
                CHECK(lever["needed"] == 0);
                continue;
            }
            auto again = words;
            for (const auto& set : lever["sets"]) {
                again.insert(again.end(), {"--set", set.get<std::string>()});
            }
            INFO(metric << " " << lever.dump());
            const auto changed = document(again);
            CHECK(changed["offer"] == lever["resulting"]);
            CHECK(changed["alternatives"] == found["alternatives"]);
            const auto& goal = lever["goal"] == "batna" ? found["reservation"] : found["target"];
            CHECK(lever["resulting"].get<double>() >= goal.get<double>());
            ++tried;
        }
        CHECK(tried >= 5);
        for (const auto& package : found["packages"]) {
            auto again = words;
            for (const auto& part : package["parts"]) {
                again.insert(again.end(), {"--set", part["set"].get<std::string>()});
            }
            INFO(metric << " " << package.dump());
            CHECK(document(again)["offer"] == package["resulting"]);
        }
    }
}

TEST_CASE("the target comes from published figures beside annualized pay alone, or from who asks") {
    CHECK(document({own})["target_from"] == "market");
    CHECK(document({own, "--metric", "present_value"})["target_from"] == "markup");
    CHECK(document({own, "--target", "300000"})["target"] == 300000);
}

TEST_CASE("a target above what they can pay is said to be out of reach, and no number goes beyond it") {
    const auto found = document({own, "--target", "900000"});
    CHECK(found["ask"]["reachable"] == false);
    CHECK((found["ask"]["counter"].is_null() || found["ask"]["counter"] <= found["ask"]["cap"]));
    CHECK(found["warnings"].dump().find("target-above-cap") != std::string::npos);
}

TEST_CASE("the ask in one piece, put back, comes to what it says, inside every ceiling") {
    const auto found = document({own, "--against", other});
    REQUIRE_FALSE(found["parts"].empty());
    std::vector<std::string> words{own, "--against", other};
    for (const auto& part : found["parts"]) {
        words.insert(words.end(), {"--set", part["set"].get<std::string>()});
        for (const auto& ceiling : found["ceilings"]) {
            if (ceiling["lever"] == part["lever"]) {
                CHECK(part["to"] <= ceiling["cap"]);
            }
        }
    }
    CHECK(document(words)["offer"] == found["together"]);
    // It is said in numbers that people say, and never passes the counter.
    CHECK(found["together"] <= found["ask"]["counter"]);
    CHECK(found["together"] >= 0.99 * found["ask"]["counter"].get<double>());
    CHECK(found["mail"].get<std::string>().find(found["parts"][0]["lever"] == "base" ? "base" : "->") !=
          std::string::npos);
}

TEST_CASE("what negotiate cannot answer it explains") {
    const auto help_of = [](std::vector<std::string> words) {
        const auto outcome = negotiate(words);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK(help_of({own, "--metric", "decide"}).find("needs `--priorities FILE`") != std::string::npos);
    CHECK(help_of({own, "--target", "3,5"}).find("takes an amount of USD") != std::string::npos);
    CHECK(help_of({own, "--target", "-1"}).find("`--target`") != std::string::npos);
    CHECK(help_of({"-", "--against", "-"}).find("standard input") != std::string::npos);
    const auto currencies =
        negotiate({own, "--against", "examples/euro/london.toml", "--set", "examples/euro/london.toml:fx={}"});
    CHECK(currencies.status == 1);
    CHECK(currencies.err.find("no-exchange-rate") != std::string::npos);
}

TEST_CASE("results are in one currency, with a target in it") {
    const auto found =
        document({"examples/euro/berlin.toml", "--against", "examples/euro/zurich.toml", "--target", "180000"});
    CHECK(found["currency"] == "EUR");
    CHECK(found["target"] == 180000);
    CHECK(found["batna"]["company"] == "Limmat Analytics");
    CHECK_FALSE(found["rates"].empty());
}

TEST_CASE("the page for the call fits one screen, and promises nothing") {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {own, "--against", other, "--against", held, "--against", maybe},
             {other},
             {own, "--against", other, "--priorities", me, "--metric", "decide"},
             {"examples/startup/quillstone.toml", "--against", "examples/startup/harborline.toml"},
             {"examples/euro/berlin.toml", "--against", "examples/euro/zurich.toml", "--metric", "present_value"}}) {
        for (const int columns : {80, 120}) {
            support::Run run;
            run.arguments = words;
            run.arguments.insert(run.arguments.begin(), "negotiate");
            run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
            run.environment["COLUMNS"] = std::to_string(columns);
            const auto outcome = support::run(run);
            INFO(outcome.err);
            REQUIRE(outcome.status == 0);
            for (const auto& line : support::lines_of(outcome.out)) {
                INFO(line);
                CHECK(offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns));
            }
            CHECK(support::lines_of(outcome.out).size() <= 24);
            CHECK(outcome.out.find("you will get") == std::string::npos);
            CHECK(outcome.out.find("guarantee ") == std::string::npos);
        }
    }
}
