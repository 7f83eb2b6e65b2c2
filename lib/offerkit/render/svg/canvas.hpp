#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace offerkit::render {

/// Where a text begins, ends or has its middle.
enum class Anchor { start, middle, end };

/// Writes elements of SVG, one a line. Places are in units of the view box; classes say how things look, see
/// `figure_style`. Texts are escaped here and nowhere else.
class Canvas {
public:
    void line(double x1, double y1, double x2, double y2, std::string_view classes);
    /// Nothing where it has no area. `words`: what is shown when it is pointed at; empty: nothing.
    void box(double x, double y, double width, double height, std::string_view classes, std::string_view words = {});
    /// A pattern over a box: one of the definitions of `pattern_definitions`, by its whole id.
    void textured(double x, double y, double width, double height, std::string_view pattern);
    void circle(double x, double y, double radius, std::string_view classes, std::string_view words = {});
    /// A path of absolute commands: "M0 0L10 5".
    void path(std::string_view commands, std::string_view classes);
    void text(double x, double y, Anchor anchor, std::string_view classes, std::string_view text);
    void raw(std::string_view markup) { out_ += markup; }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void close(std::string_view element, std::string_view words);

    std::string out_;
};

/// About how wide a text is in units of the view box.
[[nodiscard]] double text_width(std::string_view text);
/// As much of a text as fits into a width, `…` at its end where something was cut.
[[nodiscard]] std::string fitted(std::string_view text, double width);

}  // namespace offerkit::render
