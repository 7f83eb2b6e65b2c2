#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include <offerkit/render/svg/drawing.hpp>

/// Stacked columns.
namespace offerkit::render {
namespace {

using report::StackedColumn;
using report::StackedColumns;
using report::Texture;

constexpr double columns_height = 260;

/// The lowest and the highest end of any column, zero among them.
std::pair<double, double> ends_of(const StackedColumns& columns) {
    double low = 0;
    double high = 0;
    for (const auto& group : columns.groups) {
        for (const auto& column : group.columns) {
            double below = 0;
            double above = 0;
            for (const double size : column.sizes) {
                (size < 0 ? below : above) += size;
            }
            low = std::min(low, below);
            high = std::max(high, above);
        }
    }
    return {low, high};
}

class ColumnsDrawer {
public:
    ColumnsDrawer(const StackedColumns& columns, std::string_view id) : columns_(columns), id_(id) {}

    Drawing draw(const report::Figure& figure) {
        const double above = draw_legend(draw_notes(canvas_, figure));
        const auto [low, high] = ends_of(columns_);
        const Axis axis = round_axis(low, high, 6);
        const Plot plot{amounts_width(axis), figure_width, above + 28, above + 28 + columns_height};
        const Scale scale = draw_amounts(canvas_, plot, axis, figure.unit);
        const auto groups = static_cast<double>(std::max<std::size_t>(1, columns_.groups.size()));
        const double room = (plot.right - plot.left) / groups;
        for (std::size_t i = 0; i < columns_.groups.size(); ++i) {
            draw_group(columns_.groups[i], plot, plot.left + room * static_cast<double>(i), room, scale);
        }
        return {canvas_.take(), plot.bottom + 2 * line_height + 6};
    }

private:
    [[nodiscard]] std::string colour_of(std::size_t layer) const {
        return columns_.layers[layer].texture == Texture::outlined ? "waits" : "c" + std::to_string(layer % 8);
    }

    void paint(double x, double y, double width, double height, std::size_t layer, std::string_view words) {
        canvas_.box(x, y, width, height, colour_of(layer), words);
        if (const auto pattern = pattern_of(layer, columns_.layers[layer].texture); !pattern.empty()) {
            canvas_.textured(x, y, width, height, std::string(id_) + "-" + std::string(pattern));
        }
    }

    double draw_legend(double y) {
        double x = 0;
        for (std::size_t i = 0; i < columns_.layers.size(); ++i) {
            const std::string name = fitted(columns_.layers[i].name, figure_width - 30);
            const double width = 20 + text_width(name) + 14;
            if (x > 0 && x + width > figure_width) {
                x = 0;
                y += line_height;
            }
            paint(x + 1, y + 4, 13, 11, i, {});
            canvas_.text(x + 20, y + 14, Anchor::start, "text", name);
            x += width;
        }
        return y + line_height;
    }

    void draw_group(const report::ColumnGroup& group, const Plot& plot, double left, double room, const Scale& scale) {
        const double inner = room * 0.88;
        const double from = left + (room - inner) / 2;
        const auto count = static_cast<double>(std::max<std::size_t>(1, group.columns.size()));
        const double step = inner / count;
        const double width = std::clamp(step * 0.78, 1.0, 56.0);
        double label_end = from - 4;
        for (std::size_t i = 0; i < group.columns.size(); ++i) {
            const auto& column = group.columns[i];
            const double middle = from + step * (static_cast<double>(i) + 0.5);
            draw_column(column, middle - width / 2, width, scale);
            const double half = text_width(column.label) / 2;
            if (middle - half > label_end) {
                canvas_.text(middle, plot.bottom + 15, Anchor::middle, "quiet", column.label);
                label_end = middle + half + 2;
            }
        }
        canvas_.text(left + room / 2, plot.bottom + 15 + line_height, Anchor::middle, "text",
                     fitted(group.name, room - 6));
    }

    void draw_column(const StackedColumn& column, double x, double width, const Scale& scale) {
        double above = 0;
        double below = 0;
        for (std::size_t i = 0; i < column.sizes.size(); ++i) {
            const double size = column.sizes[i];
            double& end = size < 0 ? below : above;
            const double next = end + size;
            paint(x, std::min(scale(end), scale(next)), width, std::abs(scale(end) - scale(next)), i, column.words);
            end = next;
        }
    }

    const StackedColumns& columns_;
    std::string_view id_;
    Canvas canvas_;
};

}  // namespace

Drawing draw(const StackedColumns& columns, const report::Figure& figure, std::string_view id) {
    return ColumnsDrawer(columns, id).draw(figure);
}

}  // namespace offerkit::render
