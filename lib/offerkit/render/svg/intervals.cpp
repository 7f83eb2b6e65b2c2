#include <algorithm>
#include <cstddef>
#include <string>

#include <offerkit/render/svg/drawing.hpp>

/// The interval plot.
namespace offerkit::render {
namespace {

constexpr double row_height = 34;
constexpr double most_name_width = 190;

}  // namespace

Drawing draw(const report::Intervals& intervals, const report::Figure& figure, std::string_view) {
    Canvas canvas;
    const double above = draw_notes(canvas, figure);
    double low = 0;
    double high = 0;
    double names = 0;
    for (std::size_t i = 0; i < intervals.intervals.size(); ++i) {
        const auto& row = intervals.intervals[i];
        low = i == 0 ? row.low : std::min(low, row.low);
        high = i == 0 ? row.high : std::max(high, row.high);
        names = std::max(names, text_width(row.name));
    }
    names = std::min(names, most_name_width);
    const Axis axis = round_axis(low, high, 7);
    const double edge = text_width(tick_text(axis.ticks.back(), axis)) / 2;
    const Plot plot{names + 16 + edge, figure_width - edge - 2, above + 6,
                    above + 6 + row_height * static_cast<double>(intervals.intervals.size())};
    const Scale scale{axis.ticks.front(), axis.ticks.back(), plot.left, plot.right};
    for (const double tick : axis.ticks) {
        canvas.line(scale(tick), plot.top, scale(tick), plot.bottom, tick == 0 ? "axis" : "grid");
        canvas.text(scale(tick), plot.bottom + 16, Anchor::middle, "quiet", tick_text(tick, axis));
    }
    for (std::size_t i = 0; i < intervals.intervals.size(); ++i) {
        const auto& row = intervals.intervals[i];
        const double y = plot.top + row_height * (static_cast<double>(i) + 0.5);
        const std::string colour = "c" + std::to_string(i % 8);
        canvas.text(0, y + 4, Anchor::start, "text", fitted(row.name, names));
        canvas.line(scale(row.low), y, scale(row.high), y, "whisker s" + std::to_string(i % 8));
        canvas.box(scale(row.inner_low), y - 7, scale(row.inner_high) - scale(row.inner_low), 14, colour, row.words);
        canvas.circle(scale(row.middle), y, 5, "ring", row.words);
    }
    canvas.text(plot.right, plot.bottom + 16 + line_height, Anchor::end, "quiet", figure.unit);
    return {canvas.take(), plot.bottom + 16 + line_height + 6};
}

}  // namespace offerkit::render
