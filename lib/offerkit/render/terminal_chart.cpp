#include <offerkit/render/terminal_blocks.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

using diagnostic::display_width;
using diagnostic::padded_left;
using diagnostic::padded_right;

constexpr std::size_t longest_bar = 50;
constexpr std::size_t shortest_bar = 8;
constexpr std::size_t chart_height = 8;

/// What is not a positive number is drawn as nothing.
double drawable(double value) { return std::isfinite(value) && value > 0 ? value : 0; }

/// Entries such as `█ base` side by side, on as many lines as they need.
std::string legend_text(const std::vector<std::pair<std::string, std::string>>& entries, std::size_t width) {
    std::string out;
    std::string line;
    std::size_t used = 0;
    for (const auto& [painted_sign, text] : entries) {
        const std::size_t size = 2 + display_width(text);
        if (used > 0 && used + gap + size > width) {
            out += finished_line(std::move(line));
            line.clear();
            used = 0;
        }
        line += std::string(used > 0 ? gap : 0, ' ') + painted_sign + " " + text;
        used += (used > 0 ? gap : 0) + size;
    }
    return entries.empty() ? out : out + finished_line(std::move(line));
}

std::string caption_text(const std::string& caption, const Screen& screen) {
    std::string out;
    if (!caption.empty()) {
        for (const auto& line : diagnostic::wrapped(safe(caption, screen), screen.width)) {
            out += finished_line(painted(line, Ink::dim, screen));
        }
    }
    return out;
}

/// Whole columns for each segment that together make the bar's own length. The largest remainders are rounded up, and
/// a segment that is there at all gets a column from the longest one, so that nothing that counts is invisible.
std::vector<std::size_t> segment_lengths(const std::vector<double>& segments, double full, std::size_t width) {
    std::vector<std::size_t> lengths(segments.size(), 0);
    std::vector<double> remainders(segments.size(), 0);
    double sum = 0;
    std::size_t given = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const double value = drawable(segments[i]);
        const double exact = full > 0 ? std::min(1.0, value / full) * static_cast<double>(width) : 0;
        sum += exact;
        lengths[i] = static_cast<std::size_t>(exact);
        remainders[i] = exact - std::floor(exact);
        given += lengths[i];
    }
    const auto total = std::min(width, static_cast<std::size_t>(std::llround(sum)));
    for (; given < total; ++given) {
        const auto largest = std::max_element(remainders.begin(), remainders.end());
        lengths[static_cast<std::size_t>(largest - remainders.begin())] += 1;
        *largest = -1;
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (lengths[i] == 0 && drawable(segments[i]) > 0) {
            const auto longest = std::max_element(lengths.begin(), lengths.end());
            if (*longest > 1) {
                --*longest;
            }
            lengths[i] = 1;
        }
    }
    return lengths;
}

double length_of(const report::Bar& bar) {
    return std::accumulate(bar.segments.begin(), bar.segments.end(), 0.0,
                           [](double sum, double value) { return sum + drawable(value); });
}

Ink ink_of_fill(report::Fill fill) {
    return fill == report::Fill::solid ? Ink::blue : fill == report::Fill::light ? Ink::cyan : Ink::dim;
}

/// How wide the columns of a chart stand, and how far apart.
struct Spacing {
    std::size_t column = 1;
    std::size_t between = 0;

    [[nodiscard]] std::size_t step() const noexcept { return column + between; }
};

/// The widest columns that leave all points on one line, else single ones on several lines.
Spacing spacing_of(std::size_t points, std::size_t room) {
    for (const Spacing wide : {Spacing{6, 2}, Spacing{4, 1}, Spacing{3, 1}, Spacing{2, 1}, Spacing{1, 1}}) {
        if (points * wide.step() <= room + wide.between) {
            return wide;
        }
    }
    return {};
}

/// The columns of a chart over their axis, on as many lines as they need.
class ChartWriter {
public:
    ChartWriter(const report::Chart& chart, const Screen& screen) : chart_{chart}, screen_{screen} {
        for (const auto& point : chart.points) {
            tallest_ = std::max(tallest_, drawable(point.value));
        }
    }

    std::string write() {
        std::string out;
        top_ = safe(chart_.top, screen_);
        if (display_width(top_) > screen_.width / 3) {
            out += finished_line(std::move(top_));
            top_.clear();
        }
        axis_width_ = std::max<std::size_t>(display_width(top_), 1);
        const std::size_t room = std::max<std::size_t>(screen_.width - std::min(screen_.width, axis_width_ + 2), 4);
        const std::size_t points = chart_.points.size();
        spacing_ = spacing_of(points, room);
        const std::size_t on_a_line = std::max<std::size_t>((room + spacing_.between) / spacing_.step(), 1);
        for (std::size_t from = 0; from < points; from += on_a_line) {
            const std::size_t to = std::min(from + on_a_line, points);
            out += from > 0 ? "\n" : "";
            for (std::size_t level = chart_height; level > 0; --level) {
                out += finished_line(row(level, from, to));
            }
            out += axis(to - from);
            out += finished_line(labels(from, to));
        }
        return out;
    }

private:
    /// What is there at all is at least one row high.
    [[nodiscard]] std::size_t height_of(double value) const {
        return value > 0 ? static_cast<std::size_t>(std::max(1LL, std::llround(value / tallest_ * chart_height))) : 0;
    }

    [[nodiscard]] std::string row(std::size_t level, std::size_t from, std::size_t to) const {
        std::string line = padded_left(level == chart_height ? top_ : "", axis_width_) + " ";
        line += painted(signs(screen_).axis, Ink::dim, screen_);
        for (std::size_t i = from; i < to; ++i) {
            const auto& point = chart_.points[i];
            line += height_of(drawable(point.value)) >= level
                        ? painted(repeated(fill_sign(point.fill, screen_), spacing_.column), ink_of_fill(point.fill),
                                  screen_)
                        : std::string(spacing_.column, ' ');
            line.append(i + 1 < to ? spacing_.between : 0, ' ');
        }
        return line;
    }

    [[nodiscard]] std::string axis(std::size_t points) const {
        const std::size_t drawn = points * spacing_.step() - spacing_.between;
        return padded_left("0", axis_width_) + " " +
               painted(std::string(signs(screen_).corner) + repeated(signs(screen_).rule, drawn), Ink::dim, screen_) +
               "\n";
    }

    /// Those that find room beside the one before them.
    [[nodiscard]] std::string labels(std::size_t from, std::size_t to) const {
        std::string line(axis_width_ + 2, ' ');
        std::size_t used = line.size();
        for (std::size_t i = from; i < to; ++i) {
            const std::size_t at = axis_width_ + 2 + (i - from) * spacing_.step();
            const std::string label = safe(chart_.points[i].label, screen_);
            const std::size_t width = display_width(label);
            const bool free = i == from || at >= used + gap;
            if (free && width > 0 && at + width <= screen_.width) {
                line.append(at - used, ' ');
                line += label;
                used = at + width;
            }
        }
        return line;
    }

    const report::Chart& chart_;
    const Screen& screen_;
    double tallest_ = 0;
    std::string top_{};
    std::size_t axis_width_ = 1;
    Spacing spacing_{};
};

}  // namespace

std::string bars_text(const report::Bars& bars, const Screen& screen) {
    double full = drawable(bars.full);
    std::size_t label_width = 0;
    std::size_t value_width = 0;
    for (const auto& bar : bars.bars) {
        full = bars.full > 0 ? full : std::max(full, length_of(bar));
        label_width = std::max(label_width, display_width(safe(bar.label, screen)));
        value_width = std::max(value_width, display_width(safe(bar.value, screen)));
    }
    label_width = std::min(label_width, std::max<std::size_t>(screen.width / 3, 1));
    const std::size_t beside = label_width + gap + (value_width > 0 ? gap + value_width : 0);
    // Where a bar has no room between its label and its value, it stands on a line below them.
    const bool below = beside + shortest_bar > screen.width;
    const std::size_t room = below ? screen.width : screen.width - beside;
    const std::size_t width = std::min(room, longest_bar);

    std::string out = caption_text(bars.caption, screen);
    for (const auto& bar : bars.bars) {
        const auto lengths = segment_lengths(bar.segments, full, width);
        std::string drawn;
        std::size_t used = 0;
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            drawn += painted(repeated(segment_sign(i, screen), lengths[i]), segment_ink(i), screen);
            used += lengths[i];
        }
        const auto labels = diagnostic::wrapped(safe(bar.label, screen), below ? screen.width : label_width);
        const std::string value = safe(bar.value, screen);
        if (below) {
            for (const auto& line : labels) {
                out += finished_line(line);
            }
            out += finished_line(drawn);
            out += value.empty() ? "" : finished_line(value);
            continue;
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            std::string line = padded_right(labels[i], label_width);
            if (i == 0) {
                line += std::string(gap, ' ') + drawn + std::string(width - std::min(used, width), ' ');
                line += std::string(gap, ' ') + padded_left(value, value_width);
            }
            out += finished_line(std::move(line));
        }
    }
    std::vector<std::pair<std::string, std::string>> legend;
    for (std::size_t i = 0; i < bars.legend.size(); ++i) {
        legend.emplace_back(painted(segment_sign(i, screen), segment_ink(i), screen), safe(bars.legend[i], screen));
    }
    return out + legend_text(legend, screen.width);
}

std::string chart_text(const report::Chart& chart, const Screen& screen) {
    std::string out = caption_text(chart.caption, screen);
    if (chart.points.empty()) {
        return out;
    }
    out += ChartWriter{chart, screen}.write();
    std::vector<std::pair<std::string, std::string>> legend;
    for (const auto& key : chart.legend) {
        legend.emplace_back(painted(fill_sign(key.fill, screen), ink_of_fill(key.fill), screen),
                            safe(key.text, screen));
    }
    return out + legend_text(legend, screen.width);
}

}  // namespace offerkit::render
