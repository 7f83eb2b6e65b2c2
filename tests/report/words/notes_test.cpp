// What screens say beside their figures: what waits, what was assumed, what a mark means.

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

const std::string harborline = "examples/startup/harborline.toml";

/// As if the screen were endless, so that no sentence is broken.
Outcome wide(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--as-of", "2026-01-20"});
    Run run;
    run.arguments = std::move(arguments);
    run.environment["COLUMNS"] = "400";
    return support::run(run);
}

/// The text with every line end and what is left before the next word as one space.
std::string unwrapped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        const bool space = letter == ' ' || letter == '\n';
        if (!space || out.empty() || out.back() != ' ') {
            out += space ? ' ' : letter;
        }
    }
    return out;
}

/// Everything that a command says: what its first screen leaves out as well.
std::string page(std::vector<std::string> arguments) {
    arguments.emplace_back("--detail");
    const Outcome outcome = wide(std::move(arguments));
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    return unwrapped(outcome.out);
}

json document(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome outcome = wide(std::move(arguments));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("each of two events on a gate is told with the chance that it states") {
    const std::string chances = page({"show", harborline, "--set", "event.change_of_control.chance=25%"});
    CHECK(has(chances,
              "10,000 shares of `new-hire` wait for `ipo` (chance 40%) or `change_of_control` (chance 25%), neither of "
              "which has a date"));
    CHECK(has(page({"vest", harborline, "--by", "year"}),
              "10,000 of `new-hire` wait for `ipo` (chance 40%) or `change_of_control` and stand on no line"));
    const json pending = document({"show", harborline})["pending"][0];
    CHECK(pending["events"] ==
          json::parse(R"([{"id": "ipo", "chance": 0.4}, {"id": "change_of_control", "chance": null}])"));
    CHECK(pending["chance"].is_null());
}

TEST_CASE("what a private company's waiting shares are worth says what was taken off their price") {
    // 10,000 x 32.00: new rounds lower the part of the company, never what a share is worth.
    CHECK(has(page({"show", harborline}), "worth USD 320,000 at today's price, in no total"));
    CHECK(has(page({"show", harborline, "--set", "stock.discount=20%", "--set", "stock.rounds=2"}),
              "worth USD 256,000 at today's price after a discount of 20%, in no total"));
    CHECK(has(page({"show", harborline, "--set", "stock.dilution=0%"}),
              "worth USD 320,000 at today's price, in no total"));
}

TEST_CASE("an event that --if supposes is listed with its day") {
    CHECK(has(page({"vest", harborline, "--if", "ipo=2028-06-01"}), "`ipo` on 2028-06-01, supposed by `--if`"));
}

TEST_CASE("a price that only counted shares can reach is marked, and the mark explained") {
    const std::vector<std::string> offers{"compare", "examples/three-offers/amazon.toml",
                                          "examples/three-offers/google.toml"};
    const std::string marked = page(offers);
    CHECK(has(marked, " [1] 200.00"));
    CHECK(has(marked,
              "[1] The grant is quoted in money and becomes shares at the share price, so this price is one reached "
              "after the shares have been counted at the stated price (2,000 shares at 200.00)."));
    const json ties = document(offers)["breakeven"];
    REQUIRE(ties.size() == 2);
    CHECK(ties[0]["required_price"].is_null());
    CHECK(ties[0]["required_price_after_counting"].get<double>() > 200);
    CHECK(ties[1]["required_price"].get<double>() > 0);
    CHECK(ties[1]["required_price_after_counting"] == ties[1]["required_price"]);

    // The price named does tie: the shares that the letter's money came to, at that price.
    const std::string price = ties[0]["required_price_after_counting"].dump();
    const json tied =
        document({"compare", "examples/three-offers/amazon.toml", "examples/three-offers/google.toml", "--set",
                  "amazon.toml:stock.price=" + price, "--set", "amazon.toml:grant.new-hire.conversion.price=200"});
    CHECK(std::abs(tied["offers"][0]["difference_to_best"].get<double>()) +
              std::abs(tied["offers"][1]["difference_to_best"].get<double>()) <
          1.0);

    const std::string unmarked =
        page({"compare", "examples/three-offers/google.toml", "examples/three-offers/meta.toml"});
    CHECK_FALSE(has(unmarked, "[1]"));
}

TEST_CASE("documents state what they were computed with, wherever it was said") {
    const json expected = json::parse(R"({"as_of": "2026-01-20", "horizon": "3 years", "discount_rate": 0.05,
        "exit_per_year": 0.132, "refreshers": true, "by": "average", "currency": "USD", "present": "2026-03-02",
        "pending": "none"})");
    const std::string file = "examples/refreshers/yearly.toml";
    CHECK(document({"compare", file, "--horizon", "3 years", "--refreshers", "--by", "average"})["valuation"] ==
          expected);
    const json shown = document({"show", file})["valuation"];
    CHECK(shown["horizon"] == "4 years");
    CHECK(shown["refreshers"] == false);
}

TEST_CASE("what refreshers assume is on the page only where they are counted, and always in the document") {
    const std::string file = "examples/refreshers/yearly.toml";
    CHECK_FALSE(has(page({"compare", file}), "refreshers are taken as certain"));
    CHECK(has(page({"compare", file, "--refreshers"}), "efreshers are taken as certain"));
    bool listed = false;
    const json compared = document({"compare", file});
    for (const auto& assumption : compared["assumptions"]) {
        listed = listed || assumption["key"] == "refresher.probability";
    }
    CHECK(listed);
}

TEST_CASE("vests of several grants on one day just outside are one line") {
    const std::string even = page({"show", "examples/refreshers/stacked-even.toml"});
    CHECK(
        has(even,
            "25 shares of `year-1`, 37 shares of `year-2`, 50 shares of `year-3` and 62 shares of `year-4`, worth USD "
            "17,400 together, vest on 2030-06-02, 92 days after the horizon"));
    CHECK(even.find("2030-06-02") == even.rfind("2030-06-02"));
    CHECK(document({"show", "examples/refreshers/stacked-even.toml"})["just_outside"].size() == 4);
}

TEST_CASE("facts older than two years are told by compare, show and vest, and in their documents") {
    for (const char* command : {"compare", "show", "vest"}) {
        INFO(command);
        const std::string file = "examples/three-offers/meta.toml";
        CHECK(has(page({command, file}), "Facts older than two years: ladders/meta of 2021-01-01"));
        bool listed = false;
        const json told = document({command, file});
        for (const auto& assumption : told["assumptions"]) {
            listed = listed || (assumption["key"] == "ladders/meta" && assumption["value"] == "2021-01-01");
        }
        CHECK(listed);
    }
    CHECK_FALSE(has(page({"show", harborline}), "older than two years"));
}

TEST_CASE("an offer that pays nothing is shown without bars") {
    const ScratchFolder folder;
    folder.write("bare.toml", "company = \"Bare\"\ncurrency = \"USD\"\nstart = 2026-03-02\n");
    const auto text = page({"show", (folder.path() / "bare.toml").string()});
    // Once in the table, and no second time as the label of a bar.
    CHECK(has(text, "Year 4"));
    CHECK(text.find("Year 4") == text.rfind("Year 4"));
}

TEST_CASE("init tells what it wrote and what comes next, on standard error alone") {
    const ScratchFolder folder;
    const auto init = [&](std::vector<std::string> arguments) {
        Run run;
        run.arguments = std::move(arguments);
        run.arguments.insert(run.arguments.begin(), "init");
        run.folder = folder.path();
        return support::run(run);
    };
    const Outcome plain = init({"-o", "offer.toml"});
    CHECK(plain.out.empty());
    CHECK(plain.err == "wrote offer.toml; fill it in, then run `offerkit check offer.toml`\n");
    CHECK(init({"-o", "it's mine.toml"}).err ==
          "wrote it's mine.toml; fill it in, then run `offerkit check 'it'\\''s mine.toml'`\n");
    CHECK(init({}).err.empty());
    const Outcome refused = init({"-o", "offer.toml"});
    CHECK(refused.status == 3);
    CHECK_FALSE(has(refused.err, "wrote"));
}
