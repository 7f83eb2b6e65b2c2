#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/render/svg/canvas.hpp>
#include <offerkit/render/svg/scale.hpp>
#include <offerkit/report/figure/figure.hpp>

/// What the kinds of charts have in common: the frame, the axis of amounts, the legend.
namespace offerkit::render {

/// Units of the view box across every chart.
inline constexpr double figure_width = 640;
inline constexpr double line_height = 18;

/// A chart as it is drawn: the elements, and how high they are together.
struct Drawing {
    std::string elements;
    double height = 0;
};

/// The place inside a frame where values are drawn.
struct Plot {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

/// The notes of a figure, a line each from the top; gives the place below them.
[[nodiscard]] double draw_notes(Canvas& canvas, const report::Figure& figure);

/// Horizontal lines at the ticks with their amounts on the left, the unit above them, and the scale that they mark.
[[nodiscard]] Scale draw_amounts(Canvas& canvas, const Plot& plot, const Axis& axis, std::string_view unit);

/// How wide the amounts of an axis are.
[[nodiscard]] double amounts_width(const Axis& axis);

/// "base", "hatched": the pattern of a layer by its place and texture, without the id of its figure; empty: none.
[[nodiscard]] std::string_view pattern_of(std::size_t layer, report::Texture texture) noexcept;
/// `<defs>` of all patterns, their ids beginning with that of the figure.
[[nodiscard]] std::string pattern_definitions(std::string_view id);

[[nodiscard]] Drawing draw(const report::StackedColumns& columns, const report::Figure& figure, std::string_view id);
[[nodiscard]] Drawing draw(const report::Intervals& intervals, const report::Figure& figure, std::string_view id);
[[nodiscard]] Drawing draw(const report::Lines& lines, const report::Figure& figure, std::string_view id);

}  // namespace offerkit::render
