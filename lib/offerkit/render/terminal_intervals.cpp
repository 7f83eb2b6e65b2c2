#include <offerkit/render/terminal_blocks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

using diagnostic::display_width;
using diagnostic::padded_left;
using diagnostic::padded_right;
using report::Interval;
using report::Intervals;

constexpr std::size_t longest_scale = 60;
constexpr std::size_t shortest_scale = 12;

/// Line, box and mark, as a person sees them without colour.
struct IntervalSigns {
    std::string_view line;
    std::string_view box;
    std::string_view mark;
};

const IntervalSigns& signs_of(const Screen& screen) {
    static constexpr IntervalSigns unicode{"─", "█", "┃"};
    static constexpr IntervalSigns ascii{"-", "#", "|"};
    return screen.unicode ? unicode : ascii;
}

/// The scale of all rows: from the lowest end to the highest, over so many columns.
class Columns {
public:
    Columns(const Intervals& intervals, std::size_t width) : last_{static_cast<double>(width) - 1} {
        bool first = true;
        for (const Interval& row : intervals.intervals) {
            low_ = first ? row.low : std::min(low_, row.low);
            high_ = first ? row.high : std::max(high_, row.high);
            first = false;
        }
    }

    /// The column of a size; what is no number stands at the left end.
    [[nodiscard]] std::size_t of(double size) const {
        const double part = high_ > low_ ? (size - low_) / (high_ - low_) : 0;
        return part > 0 ? static_cast<std::size_t>(std::lround(std::min(part, 1.0) * last_)) : 0;
    }

private:
    double low_ = 0;
    double high_ = 0;
    double last_;
};

std::string row_text(const Interval& row, const Columns& columns, const Screen& screen) {
    const IntervalSigns& drawn = signs_of(screen);
    const std::size_t low = columns.of(row.low);
    const std::size_t from = std::max(columns.of(row.inner_low), low);
    const std::size_t middle = std::max(columns.of(row.middle), from);
    const std::size_t to = std::max(columns.of(row.inner_high), middle);
    const std::size_t high = std::max(columns.of(row.high), to);
    return std::string(low, ' ') + painted(repeated(drawn.line, from - low), Ink::dim, screen) +
           painted(repeated(drawn.box, middle - from), Ink::blue, screen) + painted(drawn.mark, Ink::bold, screen) +
           painted(repeated(drawn.box, to - middle), Ink::blue, screen) +
           painted(repeated(drawn.line, high - to), Ink::dim, screen);
}

}  // namespace

std::string intervals_text(const Intervals& intervals, const Screen& screen) {
    std::string out;
    if (!intervals.caption.empty()) {
        for (const auto& line : diagnostic::wrapped(safe(intervals.caption, screen), screen.width)) {
            out += finished_line(painted(line, Ink::dim, screen));
        }
    }
    std::size_t label_width = 0;
    for (const Interval& row : intervals.intervals) {
        label_width = std::max(label_width, display_width(safe(row.name, screen)));
    }
    label_width = std::min(label_width, std::max<std::size_t>(screen.width / 3, 1));
    // Where there is no room beside the names, each row stands on a line below its name.
    const bool below = label_width + gap + shortest_scale > screen.width;
    const std::size_t room = below ? screen.width : screen.width - label_width - gap;
    const std::size_t width = std::max<std::size_t>(std::min(room, longest_scale), 1);
    const Columns columns{intervals, width};
    const std::string margin(below ? 0 : label_width + gap, ' ');
    const std::string lowest = safe(intervals.lowest, screen);
    const std::string highest = safe(intervals.highest, screen);
    if (!lowest.empty() || !highest.empty()) {
        const bool fits = display_width(lowest) + display_width(highest) + gap <= width;
        out += finished_line(fits ? margin + lowest + padded_left(highest, width - display_width(lowest))
                                  : lowest + " - " + highest);
    }
    for (const Interval& row : intervals.intervals) {
        const auto names = diagnostic::wrapped(safe(row.name, screen), below ? screen.width : label_width);
        const std::string drawn = row_text(row, columns, screen);
        for (std::size_t i = 0; i < names.size(); ++i) {
            out += finished_line(below ? names[i] : padded_right(names[i], label_width) + (i == 0 ? "  " + drawn : ""));
        }
        if (below || names.empty()) {
            out += finished_line(margin + drawn);
        }
    }
    if (!intervals.line.empty()) {
        const IntervalSigns& drawn = signs_of(screen);
        const std::string legend = std::string(drawn.line) + " " + safe(intervals.line, screen) + ", " +
                                   std::string(drawn.box) + " " + safe(intervals.box, screen) + ", " +
                                   std::string(drawn.mark) + " " + safe(intervals.mark, screen);
        for (const auto& line : diagnostic::wrapped(legend, screen.width)) {
            out += finished_line(line);
        }
    }
    return out;
}

}  // namespace offerkit::render
