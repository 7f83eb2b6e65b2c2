#include <offerkit/render/svg/drawing.hpp>

#include <algorithm>
#include <array>

namespace offerkit::render {

double draw_notes(Canvas& canvas, const report::Figure& figure) {
    double y = 0;
    for (const auto& note : figure.notes) {
        y += line_height;
        canvas.text(0, y - 4, Anchor::start, "quiet", fitted(note, figure_width));
    }
    return y;
}

Scale draw_amounts(Canvas& canvas, const Plot& plot, const Axis& axis, std::string_view unit) {
    const Scale scale{axis.ticks.front(), axis.ticks.back(), plot.bottom, plot.top};
    canvas.text(plot.left - 8, plot.top - 10, Anchor::end, "quiet", unit);
    for (const double tick : axis.ticks) {
        const double y = scale(tick);
        canvas.line(plot.left, y, plot.right, y, tick == 0 ? "axis" : "grid");
        canvas.text(plot.left - 8, y + 4, Anchor::end, "quiet", tick_text(tick, axis));
    }
    return scale;
}

double amounts_width(const Axis& axis) {
    constexpr double widest = 1.2;  // digits and an M beside usual letters
    double width = 0;
    for (const double tick : axis.ticks) {
        width = std::max(width, text_width(tick_text(tick, axis)));
    }
    return std::max(width * widest, 30.0) + 10;
}

std::string_view pattern_of(std::size_t layer, report::Texture texture) noexcept {
    constexpr std::array<std::string_view, 4> plain{"", "dots", "bars", "rows"};
    switch (texture) {
        case report::Texture::plain: return plain[layer % plain.size()];
        case report::Texture::hatched: return "hatch";
        case report::Texture::outlined: break;
    }
    return "";
}

std::string pattern_definitions(std::string_view id) {
    struct Pattern {
        std::string_view name;
        std::string_view size;
        std::string_view drawn;
    };
    constexpr std::array<Pattern, 4> patterns{{
        {"dots", "6", R"(<circle class="thread-dot" cx="3" cy="3" r="1.1"/>)"},
        {"bars", "6", R"(<path class="thread" d="M3 0V6"/>)"},
        {"rows", "6", R"(<path class="thread" d="M0 3H6"/>)"},
        {"hatch", "8", R"(<path class="thread thick" d="M-2 2L2 -2M0 8L8 0M6 10L10 6"/>)"},
    }};
    std::string out = "<defs>\n";
    for (const auto& pattern : patterns) {
        out += "<pattern id=\"" + std::string(id) + "-" + std::string(pattern.name) +
               "\" patternUnits=\"userSpaceOnUse\" width=\"" + std::string(pattern.size) + "\" height=\"" +
               std::string(pattern.size) + "\">" + std::string(pattern.drawn) + "</pattern>\n";
    }
    return out + "</defs>\n";
}

}  // namespace offerkit::render
