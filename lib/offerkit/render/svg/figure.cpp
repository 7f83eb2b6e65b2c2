#include <offerkit/render/svg/figure.hpp>

#include <variant>

#include <offerkit/render/svg/drawing.hpp>
#include <offerkit/render/svg/escape.hpp>

namespace offerkit::render {
namespace {

std::string element(const report::Figure& figure, std::string_view id, std::string_view attributes,
                    std::string_view style) {
    const Drawing drawing = std::visit([&](const auto& each) { return draw(each, figure, id); }, figure.drawing);
    const std::string title = markup_text(figure.title);
    return "<svg class=\"chart\"" + std::string(attributes) + " viewBox=\"0 0 " + place_text(figure_width) + " " +
           place_text(drawing.height) + "\" role=\"img\" aria-label=\"" + title + "\">\n<title>" + title +
           "</title>\n<desc>" + markup_text(figure.description) + "</desc>\n" + std::string(style) +
           (std::holds_alternative<report::StackedColumns>(figure.drawing) ? pattern_definitions(id) : "") +
           drawing.elements + "</svg>\n";
}

}  // namespace

std::string svg_figure(const report::Figure& figure, std::string_view id) { return element(figure, id, "", ""); }

std::string svg_file(const report::Figure& figure) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           element(figure, "chart", " xmlns=\"http://www.w3.org/2000/svg\" width=\"960\"",
                   "<style>\n" + std::string(figure_style()) +
                       ".chart { background: var(--paper); max-width: 100%; height: auto; }\n</style>\n");
}

std::string_view figure_style() noexcept {
    return R"(:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f4f6f8; --ink: #1b1f23; --quiet: #4a545e; --rule: #c9d1d9; --link: #0b57a4;
  --good: #1b6b30; --bad: #a11d1d; --warn: #7a4b00;
  --k0: #1f5fa8; --k1: #b4530a; --k2: #2b7a3d; --k3: #8a3fa0; --k4: #0b7285; --k5: #a52a4a; --k6: #6b5a00; --k7: #4d5b66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --panel: #1d2329; --ink: #e8ecf0; --quiet: #aeb8c2; --rule: #3a444e; --link: #8ec2ff;
    --good: #7fd694; --bad: #ff9c94; --warn: #f0c36a;
    --k0: #7db7ff; --k1: #ffb26b; --k2: #7fd694; --k3: #d9a0ec; --k4: #6fd3e3; --k5: #ff9cb5; --k6: #e0c95a; --k7: #b8c4ce;
  }
}
.chart { font: 13px system-ui, "Liberation Sans", Arial, sans-serif; }
.chart .text { fill: var(--ink); }
.chart .quiet { fill: var(--quiet); }
.chart .grid { stroke: var(--rule); stroke-width: 1; }
.chart .axis { stroke: var(--quiet); stroke-width: 1; }
.chart .mark { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 3; }
.chart .waits { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
.chart .thread { stroke: var(--paper); stroke-width: 1; }
.chart .thread.thick { stroke-width: 2.4; }
.chart .thread-dot { fill: var(--paper); }
.chart .texture { pointer-events: none; }
.chart .reading { fill: var(--ink); fill-opacity: 0; }
.chart .reading:hover { fill-opacity: 0.08; }
.chart .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.chart .series { fill: none; stroke-width: 2.4; stroke-linejoin: round; }
.chart .whisker { stroke-width: 2.4; }
.chart .name { font-weight: 600; }
.chart .c0 { fill: var(--k0); } .chart .c1 { fill: var(--k1); } .chart .c2 { fill: var(--k2); } .chart .c3 { fill: var(--k3); }
.chart .c4 { fill: var(--k4); } .chart .c5 { fill: var(--k5); } .chart .c6 { fill: var(--k6); } .chart .c7 { fill: var(--k7); }
.chart .i0 { fill: var(--k0); } .chart .i1 { fill: var(--k1); } .chart .i2 { fill: var(--k2); } .chart .i3 { fill: var(--k3); }
.chart .i4 { fill: var(--k4); } .chart .i5 { fill: var(--k5); } .chart .i6 { fill: var(--k6); } .chart .i7 { fill: var(--k7); }
.chart .s0 { stroke: var(--k0); } .chart .s1 { stroke: var(--k1); } .chart .s2 { stroke: var(--k2); }
.chart .s3 { stroke: var(--k3); } .chart .s4 { stroke: var(--k4); } .chart .s5 { stroke: var(--k5); }
.chart .s6 { stroke: var(--k6); } .chart .s7 { stroke: var(--k7); }
.chart .series.s1 { stroke-dasharray: 9 4; } .chart .series.s2 { stroke-dasharray: 2 3; }
.chart .series.s3 { stroke-dasharray: 9 3 2 3; } .chart .series.s4 { stroke-dasharray: 14 4; }
.chart .series.s5 { stroke-dasharray: 5 3; } .chart .series.s6 { stroke-dasharray: 2 5; }
.chart .series.s7 { stroke-dasharray: 12 3 2 3 2 3; }
)";
}

}  // namespace offerkit::render
