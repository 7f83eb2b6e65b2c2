// Intervals on one scale, as each renderer shows them.

#include <offerkit/render/html/blocks.hpp>
#include <offerkit/render/markdown.hpp>
#include <offerkit/render/terminal.hpp>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::render::Screen;
using offerkit::render::to_terminal;

namespace {

const Intervals bands{.intervals = {{"Amazon", 0, 10, 20, 40, 100, "Amazon: 0 to 100."},
                                    {"Meta", 20, 30, 30, 30, 50, "Meta: 20 to 50."},
                                    {"Cash", 60, 60, 60, 60, 60, "Cash: 60."}},
                      .lowest = "0",
                      .highest = "100",
                      .line = "8 of 10",
                      .box = "half",
                      .mark = "middle",
                      .caption = "On one scale"};

std::string shown(const Intervals& intervals, const Screen& screen) {
    return to_terminal(Page().add(intervals), screen);
}

}  // namespace

TEST_CASE("a thin line, a thick one in it and a mark, all rows on one scale with its ends") {
    CHECK(shown(bands, {29, false, true}) ==
          "On one scale\n"
          "        0                 100\n"
          "Amazon  ──██┃████────────────\n"
          "Meta        ──┃────\n"
          "Cash                ┃\n"
          "─ 8 of 10, █ half, ┃ middle\n");
}

TEST_CASE("without Unicode the same in ASCII, and without room a row stands below its name") {
    CHECK(shown(bands, {29, false, false}) ==
          "On one scale\n"
          "        0                 100\n"
          "Amazon  --##|####------------\n"
          "Meta        --|----\n"
          "Cash                |\n"
          "- 8 of 10, # half, | middle\n");
    Intervals narrow = bands;
    narrow.intervals.resize(1);
    narrow.line.clear();
    narrow.caption.clear();
    CHECK(shown(narrow, {11, false, false}) ==
          "0       100\n"
          "Amazon\n"
          "-#|##------\n");
}

TEST_CASE("equal ends and no rows at all are drawn, and nothing is divided by zero") {
    Intervals point{.intervals = {{"Cash", 5, 5, 5, 5, 5, ""}}};
    CHECK(shown(point, {40, false, false}) == "Cash  |\n");
    CHECK(shown({}, {40, false, false}).empty());
}

TEST_CASE("Markdown keeps the columns in a block of code; HTML draws them and says them in words") {
    const std::string markdown = offerkit::render::to_markdown(Page().add(bands));
    CHECK(markdown.starts_with("```text\nOn one scale\n"));
    CHECK(markdown.ends_with("middle\n```\n"));
    const std::string html = offerkit::render::html_block(bands, "bands");
    CHECK(html.find("<svg") != std::string::npos);
    CHECK(html.find("Amazon: 0 to 100.") != std::string::npos);
}
