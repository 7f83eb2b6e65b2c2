#include <offerkit/render/svg/figure.hpp>

#include <offerkit/render/svg/escape.hpp>
#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::render::markup_text;
using offerkit::render::svg_figure;
using offerkit::render::svg_file;

namespace {

Figure lines_of(std::string name) {
    return {.title = "Value <&>",
            .description = "Two \"lines\".",
            .unit = "USD",
            .drawing =
                Lines{.series = {{std::move(name), {{-80, 100'000}, {200, 400'000}}}, {"Flat", {{-80, 5}, {200, 5}}}},
                      .marks = {{0, "as stated"}, {1, "+1%: Flat"}},
                      .rings = {{34, 220'000, "they tie"}},
                      .readings = {{-80, "all low"}, {0, "as it is"}, {200, "<high>"}}}};
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("markup of a person is text in a page") {
    CHECK(markup_text("<script>alert('x')</script>") == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    CHECK(markup_text("a & \"b\"") == "a &amp; &quot;b&quot;");
    CHECK(markup_text("a\x1b[31m\u202e\xff") == "a\\x1b[31m\\u202e\uFFFD");
}

TEST_CASE("a chart has a title, a description and a view box, and escapes what somebody wrote") {
    const auto svg = svg_figure(lines_of("Evil </text><script>"), "price-1");
    CHECK(svg.find("<title>Value &lt;&amp;&gt;</title>") != std::string::npos);
    CHECK(svg.find("<desc>Two &quot;lines&quot;.</desc>") != std::string::npos);
    CHECK(svg.find("aria-label=\"Value &lt;&amp;&gt;\"") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("Evil &lt;/text&gt;") != std::string::npos);
    CHECK(count_of(svg, "class=\"series ") == 2);
    CHECK(count_of(svg, "class=\"mark\"") == 2);
    CHECK(count_of(svg, "class=\"reading\"") == 3);
    CHECK(svg.find("<title>&lt;high&gt;</title>") != std::string::npos);
}

TEST_CASE("columns have a pattern beside each colour, and what waits has an outline") {
    const Figure figure{.title = "Money",
                        .description = "Money by year.",
                        .unit = "USD",
                        .drawing = StackedColumns{
                            .layers = {{"base"}, {"equity", Texture::hatched}, {"waits", Texture::outlined}},
                            .groups = {{"Northwind", {{"1", {10, 5, 2}, "year 1"}, {"2", {10, -5, 0}, "year 2"}}}}}};
    const auto svg = svg_figure(figure, "money");
    CHECK(count_of(svg, "url(#money-hatch)") == 3);  // the legend and two columns
    CHECK(count_of(svg, "class=\"waits\"") == 2);    // the legend and one column
    CHECK(svg.find("<pattern id=\"money-hatch\"") != std::string::npos);
    CHECK(svg.find(">-5<") != std::string::npos);
}

TEST_CASE("intervals of equal ends are points, and a file stands alone") {
    const Figure figure{.title = "Bands",
                        .description = "One band, one point.",
                        .unit = "EUR",
                        .drawing = Intervals{{{"A", 1, 2, 3, 4, 5, "A: 1 to 5"}, {"B", 3, 3, 3, 3, 3, "B: 3"}}}};
    const auto svg = svg_file(figure);
    CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg class=\"chart\" xmlns="));
    CHECK(count_of(svg, "class=\"ring\"") == 2);
    // The box of the band alone, and none around a point.
    CHECK(count_of(svg, "class=\"c0") + count_of(svg, "class=\"c1") == 1);
    CHECK(svg.find("prefers-color-scheme: dark") != std::string::npos);
}
