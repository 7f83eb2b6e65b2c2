#include <offerkit/render/markdown.hpp>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::render::to_markdown;

namespace {

std::string paragraph(std::string text) { return to_markdown(Page().text(std::move(text))); }

}  // namespace

TEST_CASE("a page in Markdown has headings, lists and notes") {
    Page page;
    page.title("Northwind AI").facts({{"Start", "2026-03-02"}, {"Ends", Cell::not_applicable()}});
    page.heading("Pay").text("All of it.").note("One price.").warning("Old price.");
    page.list({"one", "two"}).list({"first", "second"}, true);
    CHECK(to_markdown(page) ==
          "# Northwind AI\n"
          "\n"
          "- **Start:** 2026-03-02\n"
          "- **Ends:** –\n"
          "\n"
          "## Pay\n"
          "\n"
          "All of it.\n"
          "\n"
          "> **Note:** One price.\n"
          "\n"
          "> **Warning:** Old price.\n"
          "\n"
          "- one\n"
          "- two\n"
          "\n"
          "1. first\n"
          "2. second\n");
}

TEST_CASE("a fact without a key stands below the one before it in Markdown") {
    Page page;
    page.facts({{"At the end", "one"}, {"", "another"}, {"Left out", "tax"}});
    CHECK(to_markdown(page) == "- **At the end:** one\n  - another\n- **Left out:** tax\n");
}

TEST_CASE("a table in Markdown keeps its alignment and marks its totals") {
    Table table;
    table.caption = "In dollars";
    table.columns = {{"Item"}, {"Year 1", Align::right}, {"Year 2", Align::decimal}};
    table.heading("Stock")
        .row({"a|b", "$1", Cell::not_applicable()})
        .separator()
        .row({"short"})
        .total({"Total", "$1", Cell("$2.50", Tone::good)});
    CHECK(to_markdown(Page().add(table)) ==
          "In dollars\n"
          "\n"
          "| Item | Year 1 | Year 2 |\n"
          "| :--- | ---: | ---: |\n"
          "| **Stock** | | |\n"
          "| a\\|b | $1 | – |\n"
          "| short | | |\n"
          "| **Total** | **$1** | **$2.50** |\n");
}

TEST_CASE("no text becomes markup in Markdown") {
    CHECK(paragraph("<script>alert(1)</script> & co") == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co\n");
    CHECK(paragraph("*a* _b_ `c` ~~d~~ [e](f) ![g](h) i\\j") ==
          "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\[e\\](f) !\\[g\\](h) i\\\\j\n");
    CHECK(paragraph("first_year stays") == "first_year stays\n");
    CHECK(paragraph("# no heading") == "\\# no heading\n");
    CHECK(paragraph("    no code") == "no code\n");
    CHECK(paragraph("- no list") == "\\- no list\n");
    CHECK(paragraph("--- no rule") == "\\--- no rule\n");
    CHECK(paragraph("+ no list") == "\\+ no list\n");
    CHECK(paragraph("1. no list") == "1\\. no list\n");
    CHECK(paragraph("12) no list") == "12\\) no list\n");
    CHECK(paragraph("12.5 is a number") == "12\\.5 is a number\n");
    CHECK(paragraph("> no quote") == "&gt; no quote\n");
    CHECK(paragraph("-$500 and +5%") == "-$500 and +5%\n");
    CHECK(paragraph("a\n===\nb") == "a\\\n\\===\\\nb\n");
    CHECK(to_markdown(Page().heading("C #")) == "## C \\#\n");
    CHECK(to_markdown(Page().list({"a\n- b"})) == "- a\\\n  \\- b\n");
}

TEST_CASE("control characters are written out in Markdown, and a line's end cannot leave a cell") {
    CHECK(paragraph("a\x1b\u202e") == "a\\\\x1b\\\\u202e\n");
    Table table;
    table.columns = {{"x"}};
    table.row({"a\n\n# b"});
    CHECK(to_markdown(Page().add(table)) == "| x |\n| :--- |\n| a\\\\n\\\\n# b |\n");
}

TEST_CASE("bars become a table in Markdown, on the scale they share") {
    const Bars bars{{"base", "stock"}, {{"Year 1", {10, 10}, "$20"}, {"Year 2", {10, 0}, "$10"}}};
    CHECK(to_markdown(Page().add(bars)) ==
          "| | | |\n"
          "| :--- | :--- | ---: |\n"
          "| Year 1 | ███████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ | $20 |\n"
          "| Year 2 | ███████████████ | $10 |\n"
          "\n"
          "█ base, ▓ stock\n");
}

TEST_CASE("a chart in Markdown is a block that none of its lines can close") {
    const std::string text = to_markdown(Page().add(Chart{{{"2026", 1, Fill::solid}}, {}, "", "````"}));
    CHECK(text ==
          "`````text\n"
          "````\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "  │██████\n"
          "0 └──────\n"
          "   2026\n"
          "`````\n");
}
