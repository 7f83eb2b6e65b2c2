#include <offerkit/render/terminal.hpp>

#include <offerkit/diagnostic/text.hpp>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::render::Screen;
using offerkit::render::to_terminal;

namespace {

constexpr Screen wide{80, false, true};

std::string shown(Block block, Screen screen = wide) { return to_terminal(Page().add(std::move(block)), screen); }

}  // namespace

TEST_CASE("a page sets its blocks apart and keeps a section's heading on its content") {
    Page page;
    page.title("Northwind AI");
    page.facts({{"Start", "2026-03-02"}, {"Level", "L4 at google"}, {"Ends", Cell::not_applicable()}});
    page.heading("Pay").text("All of it.");
    page.note("Counted at one price.").warning("The price is old.");
    page.list({"one", "two"}).list({"first", "second"}, true);
    CHECK(to_terminal(page, wide) ==
          "Northwind AI\n"
          "────────────\n"
          "\n"
          "Start  2026-03-02\n"
          "Level  L4 at google\n"
          "Ends   –\n"
          "\n"
          "Pay\n"
          "All of it.\n"
          "\n"
          "Note: Counted at one price.\n"
          "\n"
          "Warning: The price is old.\n"
          "\n"
          "• one\n"
          "• two\n"
          "\n"
          "1. first\n"
          "2. second\n");
}

TEST_CASE("an empty page is empty, and blocks without content leave no hole") {
    CHECK(to_terminal(Page(), wide).empty());
    Page page;
    page.text("a").list({}).facts({}).text("b");
    CHECK(to_terminal(page, wide) == "a\n\nb\n");
}

TEST_CASE("text wraps by what it takes on screen and hangs below its own start") {
    const Screen narrow{20, false, true};
    CHECK(shown(Paragraph{"東京都庁 東京都庁 東京都庁", ParagraphKind::plain}, narrow) ==
          "東京都庁 東京都庁\n東京都庁\n");
    CHECK(shown(Paragraph{"this wraps more than once", ParagraphKind::note}, narrow) ==
          "Note: this wraps\n"
          "      more than once\n");
    CHECK(shown(Facts{{{"Location", "Mountain View, CA"}}}, narrow) ==
          "Locati  Mountain\n"
          "on      View, CA\n");
    CHECK(shown(List{{"one two three four five"}, false}, narrow) ==
          "• one two three four\n"
          "  five\n");
}

TEST_CASE("paragraphs stay readable on a very wide screen") {
    const std::string text = shown(
        Paragraph{std::string(40, 'a') + " " + std::string(40, 'b') + " " + std::string(40, 'c'), ParagraphKind::plain},
        {300, false, true});
    CHECK(text == std::string(40, 'a') + " " + std::string(40, 'b') + "\n" + std::string(40, 'c') + "\n");
}

TEST_CASE("nothing from a file reaches the terminal raw, in any block") {
    const std::string evil = "a\x1b]0;x\x07\u202eb";
    const std::string safe = "a\\x1b]0;x\\x07\\u202eb";
    Table table;
    table.columns = {{evil}, {evil, Align::right}};
    table.caption = evil;
    table.row({evil, evil}).heading(evil).total({evil, evil});
    Page page;
    page.title(evil).heading(evil).text(evil).note(evil).warning(evil).facts({{evil, evil}}).list({evil});
    page.add(table).add(Bars{{evil}, {{evil, {1}, evil}}, 0, evil});
    page.add(Chart{{{evil, 1, Fill::solid}}, {{Fill::solid, evil}}, evil, evil});
    for (const Screen screen : {Screen{200, false, true}, Screen{200, false, false}}) {
        const std::string text = to_terminal(page, screen);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
        std::size_t times = 0;
        for (std::size_t at = text.find(safe); at != std::string::npos; at = text.find(safe, at + 1)) {
            ++times;
        }
        CHECK(times == 24);
    }
}

TEST_CASE("colour adds ink to a page and changes no text of it") {
    Page page;
    page.title("T").warning("w").facts({{"k", Cell("v", Tone::good)}});
    CHECK(to_terminal(page, {80, true, true}) ==
          "\x1b[1mT\x1b[0m\n"
          "\x1b[2m─\x1b[0m\n"
          "\n"
          "\x1b[1;33mWarning: \x1b[0mw\n"
          "\n"
          "\x1b[2mk\x1b[0m  \x1b[32mv\x1b[0m\n");
}

TEST_CASE("stacked bars share one scale and show every part that is there") {
    const Bars bars{
        {"base", "bonus", "equity"},
        {{"Year 1", {50, 25, 25}, "$100"}, {"Year 2", {50, 0, 0.1}, "$50.10"}, {"Year 3", {0, -5, 0}, "$0"}}};
    CHECK(shown(bars, {38, false, true}) ==
          "Year 1  ███████████▓▓▓▓▓▓▒▒▒▒▒    $100\n"
          "Year 2  ██████████▒             $50.10\n"
          "Year 3                              $0\n"
          "█ base  ▓ bonus  ▒ equity\n");
}

TEST_CASE("a bar that means a share of a whole is drawn against the whole") {
    CHECK(shown(Bars{{}, {{"met", {0.5}, "50%"}}, 1.0, "Chances"}, {20, false, true}) ==
          "Chances\n"
          "met  █████       50%\n");
}

TEST_CASE("bars without room beside their label stand below it") {
    CHECK(shown(Bars{{}, {{"Northwind", {2}, "$1,000,000"}, {"Contoso", {1}, "$500,000"}}}, {20, false, false}) ==
          "Northwind\n"
          "####################\n"
          "$1,000,000\n"
          "Contoso\n"
          "##########\n"
          "$500,000\n");
}

TEST_CASE("a chart over time tells what has vested from what has not") {
    const Chart chart{{{"2026-06", 100, Fill::solid},
                       {"2026-09", 50, Fill::solid},
                       {"2026-12", 1, Fill::light},
                       {"2027-03", 0, Fill::light},
                       {"2027-06", 75, Fill::dotted}},
                      {{Fill::solid, "vested"}, {Fill::light, "to vest"}, {Fill::dotted, "pending"}},
                      "100 shares",
                      "By quarter"};
    CHECK(shown(chart, {60, false, true}) ==
          "By quarter\n"
          "100 shares │██████\n"
          "           │██████\n"
          "           │██████                          ······\n"
          "           │██████                          ······\n"
          "           │██████  ██████                  ······\n"
          "           │██████  ██████                  ······\n"
          "           │██████  ██████                  ······\n"
          "           │██████  ██████  ░░░░░░          ······\n"
          "         0 └──────────────────────────────────────\n"
          "            2026-06         2026-12         2027-06\n"
          "█ vested  ░ to vest  · pending\n");
}

TEST_CASE("a chart with more points than columns goes on below and leaves none out") {
    Chart chart;
    for (int i = 0; i < 30; ++i) {
        chart.points.push_back({i % 12 == 0 ? "year" : "", 1, Fill::solid});
    }
    const std::string text = shown(chart, {20, false, false});
    std::size_t drawn = 0;
    for (const char c : text) {
        drawn += c == '#' ? 1 : 0;
    }
    CHECK(drawn == 30 * 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        CHECK(end - at <= 20);
        at = end + 1;
    }
}

TEST_CASE("a screen without UTF-8 gets only ASCII") {
    Page page;
    page.title("Zoë").list({"→ 東"}).add(Bars{{"a", "b"}, {{"é", {1, 1}, "€2"}}});
    page.add(Chart{{{"x", 1, Fill::light}}, {{Fill::light, "–"}}, "½", ""});
    Table table;
    table.columns = {{"–"}, {"n", Align::right}};
    table.row({"…", Cell::not_applicable()}).total({"t", "1"});
    page.add(table);
    const std::string text = to_terminal(page, {40, false, false});
    for (const char c : text) {
        CHECK(static_cast<unsigned char>(c) < 0x80);
    }
    CHECK(text.find("Zoe\n---\n\n* -> \\u6771\n") == 0);
}
