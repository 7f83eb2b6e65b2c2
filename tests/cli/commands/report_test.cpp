// `offerkit report`, and the pages and charts of other commands. tests/browser.py opens them in a browser.

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"

namespace {

using Words = std::vector<std::string>;

std::string printed(Words words) {
    words.insert(words.end(), {"--as-of", "2026-03-02"});
    const auto outcome = support::run(words);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
}

void erase_between(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const auto begin = at + from.size();
        text.erase(begin, text.find(to, begin) - begin);
        at = begin;
    }
}

/// A page without its style, script and shapes: what is said in it, and by which elements.
std::string said_in(std::string html) {
    erase_between(html, "<style>", "</style>");
    erase_between(html, "<script>", "</script>");
    erase_between(html, "script-src '", "'");
    erase_between(html, "</desc>", "</svg>");
    erase_between(html, "viewBox=\"", "\"");
    erase_between(html, "style=\"", "\"");
    return html;
}

}  // namespace

TEST_CASE("the reports of the examples say what a person read in them before") {
    const std::vector<std::pair<std::string, Words>> reports{
        {"three-offers",
         {"report", "examples/three-offers/amazon.toml", "examples/three-offers/google.toml",
          "examples/three-offers/meta.toml", "--priorities", "examples/priorities.toml"}},
        {"startup", {"report", "examples/startup/quillstone.toml", "examples/startup/nvidia.toml"}},
        {"euro", {"report", "examples/euro/berlin.toml", "examples/euro/zurich.toml"}},
        {"one-offer", {"report", "examples/three-offers/meta.toml"}},
    };
    for (const auto& [name, words] : reports) {
        golden::check("reports/" + name + ".html", said_in(printed(words)));
    }
}

TEST_CASE("the page of each command is a whole document, and its figures are those of JSON") {
    const Words offers{"examples/three-offers/google.toml", "examples/three-offers/meta.toml"};
    const auto html = printed({"compare", offers[0], offers[1], "--format", "html"});
    CHECK(html.starts_with("<!DOCTYPE html>\n"));
    CHECK(html.ends_with("</html>\n"));
    const auto report = printed({"report", offers[0], offers[1]});
    const auto found = nlohmann::json::parse(printed({"compare", offers[0], offers[1], "--format", "json"}));
    for (const auto& offer : found.at("offers")) {
        auto total = offer.at("total").dump();
        for (auto at = static_cast<int>(total.size()) - 3; at > 0; at -= 3) {
            total.insert(static_cast<std::size_t>(at), ",");
        }
        CHECK(report.find(">" + total + "<") != std::string::npos);
    }
}

TEST_CASE("what only the person themself should see is in a report with --private alone") {
    const Words words{"report", "examples/negotiation/northwind.toml", "examples/negotiation/contoso.toml"};
    const auto shown = printed(words);
    auto own = words;
    own.emplace_back("--private");
    const auto kept = printed(own);
    CHECK(shown.find("walk away") == std::string::npos);
    CHECK(shown.find("Walk away") == std::string::npos);
    CHECK(kept.find("when to walk away") != std::string::npos);
    own.insert(own.end(), {"--target", "444000", "--metric", "average"});
    CHECK(printed(own).find("444,000") != std::string::npos);
    CHECK(shown.find("444,000") == std::string::npos);
    auto without = words;
    without.insert(without.end(), {"--target", "444000"});
    const auto refused = support::run(without);
    CHECK(refused.status == 2);
    CHECK(refused.err.find("add `--private`, or leave out `--target`") != std::string::npos);
}

TEST_CASE("the chart of compare outlines what waits, and refuses what it does not show") {
    const Words words{"compare", "examples/startup/harborline.toml", "examples/startup/nvidia.toml", "--format", "svg"};
    const auto chart = printed(words);
    CHECK(chart.find("waits for an event, in no total") != std::string::npos);
    CHECK(chart.find("class=\"waits\"") != std::string::npos);
    for (const Words& more : {Words{"--after-tax"}, Words{"--stay"}, Words{"--sweep", "discount_rate=0%..5%/1%"}}) {
        auto refused = words;
        refused.insert(refused.end(), more.begin(), more.end());
        const auto outcome = support::run(refused);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find("`" + more.front() + "` is not in it") != std::string::npos);
    }
}
