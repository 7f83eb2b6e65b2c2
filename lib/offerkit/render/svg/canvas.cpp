#include <offerkit/render/svg/canvas.hpp>

#include <algorithm>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/svg/escape.hpp>
#include <offerkit/render/svg/scale.hpp>

namespace offerkit::render {
namespace {

// Of the usual letters without serifs at 13 units, with some to spare.
constexpr double letter_width = 7.2;

std::string attribute(std::string_view name, double value) {
    return " " + std::string(name) + "=\"" + place_text(value) + "\"";
}

std::string class_attribute(std::string_view classes) { return " class=\"" + std::string(classes) + "\""; }

}  // namespace

void Canvas::close(std::string_view element, std::string_view words) {
    out_ += words.empty() ? "/>\n" : "><title>" + markup_text(words) + "</title></" + std::string(element) + ">\n";
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view classes) {
    out_ += "<line" + class_attribute(classes) + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
            attribute("y2", y2) + "/>\n";
}

void Canvas::box(double x, double y, double width, double height, std::string_view classes, std::string_view words) {
    if (!(width > 0) || !(height > 0)) {
        return;
    }
    out_ += "<rect" + class_attribute(classes) + attribute("x", x) + attribute("y", y) + attribute("width", width) +
            attribute("height", height);
    close("rect", words);
}

void Canvas::textured(double x, double y, double width, double height, std::string_view pattern) {
    if (width > 0 && height > 0) {
        out_ += "<rect class=\"texture\" fill=\"url(#" + std::string(pattern) + ")\"" + attribute("x", x) +
                attribute("y", y) + attribute("width", width) + attribute("height", height) + "/>\n";
    }
}

void Canvas::circle(double x, double y, double radius, std::string_view classes, std::string_view words) {
    out_ += "<circle" + class_attribute(classes) + attribute("cx", x) + attribute("cy", y) + attribute("r", radius);
    close("circle", words);
}

void Canvas::path(std::string_view commands, std::string_view classes) {
    out_ += "<path" + class_attribute(classes) + " d=\"" + std::string(commands) + "\"/>\n";
}

void Canvas::text(double x, double y, Anchor anchor, std::string_view classes, std::string_view text) {
    constexpr std::string_view anchors[] = {"start", "middle", "end"};
    out_ += "<text" + class_attribute(classes) + attribute("x", x) + attribute("y", y) + " text-anchor=\"" +
            std::string(anchors[static_cast<std::size_t>(anchor)]) + "\">" + markup_text(text) + "</text>\n";
}

double text_width(std::string_view text) { return letter_width * static_cast<double>(diagnostic::display_width(text)); }

std::string fitted(std::string_view text, double width) {
    return diagnostic::shortened(text, static_cast<std::size_t>(std::max(1.0, width / letter_width)));
}

}  // namespace offerkit::render
