#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/render/svg/drawing.hpp>

/// Lines over an axis of percents or days.
namespace offerkit::render {
namespace {

using report::Across;
using report::Lines;

constexpr double lines_height = 240;
constexpr double most_label_width = 160;
constexpr double bold_width = 1.35;  // of the letters that name lines, beside usual ones

calendar::Date day_of(double days) {
    return calendar::Date::clamped(1970, 1, 1).plus_days(static_cast<std::int64_t>(std::llround(days)));
}

struct AcrossTick {
    double at;
    std::string text;
};

/// First days of months, as many months apart as leave at most seven of them.
std::vector<AcrossTick> day_ticks(double from, double to) {
    const calendar::Date first = day_of(from);
    const calendar::Date last = day_of(to);
    const int months = std::max(1, last.whole_months_since(first));
    constexpr std::array<int, 10> steps{1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
    const int step = *std::find_if(steps.begin(), steps.end() - 1, [&](int each) { return months / each <= 6; });
    std::vector<AcrossTick> ticks;
    const int first_month = (first.year() * 12 + first.month() - 1) / step * step;
    for (int month = first_month; ticks.size() < 16; month += step) {
        const auto day = calendar::Date::of(month / 12, month % 12 + 1, 1);
        if (!day || *day > last) {
            break;
        }
        if (*day >= first) {
            const std::string text = to_string(*day);
            ticks.push_back({static_cast<double>(day->days_since_1970()), text.substr(0, step >= 12 ? 4 : 7)});
        }
    }
    return ticks;
}

std::vector<AcrossTick> percent_ticks(double from, double to) {
    std::vector<AcrossTick> ticks;
    for (const double tick : round_axis(from, to, 8).ticks) {
        if (tick >= from && tick <= to) {
            ticks.push_back({tick, (tick > 0 ? "+" : "") + place_text(tick) + "%"});
        }
    }
    return ticks;
}

class LinesDrawer {
public:
    explicit LinesDrawer(const Lines& lines) : lines_(lines) {
        bool first = true;
        for (const auto& series : lines.series) {
            for (const auto& [x, y] : series.points) {
                from_ = first ? x : std::min(from_, x);
                to_ = first ? x : std::max(to_, x);
                low_ = std::min(low_, y);
                high_ = std::max(high_, y);
                first = false;
            }
        }
        if (from_ == to_) {
            to_ = from_ + 1;
        }
    }

    Drawing draw(const report::Figure& figure) {
        double above = draw_notes(canvas_, figure);
        const Axis axis = round_axis(low_, high_, 6);
        double labels = 0;
        for (const auto& series : lines_.series) {
            labels = std::max(labels, text_width(series.name) * bold_width);
        }
        labels = std::min(labels, most_label_width);
        plot_ = {amounts_width(axis), figure_width - labels - 12, above, above};
        across_ = {from_, to_, plot_.left, plot_.right};
        plot_.top = above + 28 + line_height * mark_rows();
        plot_.bottom = plot_.top + lines_height;
        const Scale scale = draw_amounts(canvas_, plot_, axis, figure.unit);
        draw_ticks();
        draw_marks(above + 12);
        for (std::size_t i = 0; i < lines_.series.size(); ++i) {
            draw_series(i, scale);
        }
        draw_labels(scale, labels);
        draw_readings();
        for (const auto& ring : lines_.rings) {
            canvas_.circle(across_(ring.at), scale(ring.height), 6, "ring", ring.text);
        }
        return {canvas_.take(), plot_.bottom + line_height + 6};
    }

private:
    void draw_ticks() {
        const auto ticks = lines_.across == Across::days ? day_ticks(from_, to_) : percent_ticks(from_, to_);
        double end = -1;
        for (const auto& tick : ticks) {
            const double x = across_(tick.at);
            const double half = text_width(tick.text) / 2;
            canvas_.line(x, plot_.bottom, x, plot_.bottom + 4, "axis");
            if (x - half > end) {
                canvas_.text(x, plot_.bottom + line_height, Anchor::middle, "quiet", tick.text);
                end = x + half + 4;
            }
        }
    }

    /// Where the text of each mark begins, and on which line above the plot: none covers another.
    struct MarkPlace {
        double left = 0;
        int row = 0;
    };
    [[nodiscard]] std::vector<MarkPlace> mark_places() const {
        std::vector<MarkPlace> places;
        std::vector<double> row_ends;
        for (const auto& mark : lines_.marks) {
            const double width = text_width(mark.text);
            const double left = std::clamp(across_(mark.at) + 4, 0.0, std::max(0.0, figure_width - width));
            std::size_t row = 0;
            while (row < row_ends.size() && row_ends[row] > left) {
                ++row;
            }
            if (row == row_ends.size()) {
                row_ends.push_back(0);
            }
            row_ends[row] = left + width + 6;
            places.push_back({left, static_cast<int>(row)});
        }
        return places;
    }
    [[nodiscard]] int mark_rows() const {
        int rows = 0;
        for (const auto& place : mark_places()) {
            rows = std::max(rows, place.row + 1);
        }
        return rows;
    }

    void draw_marks(double top) {
        const auto places = mark_places();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const double x = across_(lines_.marks[i].at);
            const double y = top + line_height * places[i].row;
            canvas_.line(x, y - 10, x, plot_.bottom, "mark");
            canvas_.text(places[i].left, y, Anchor::start, "text", lines_.marks[i].text);
        }
    }

    void draw_series(std::size_t index, const Scale& scale) {
        std::string commands;
        for (const auto& [x, y] : lines_.series[index].points) {
            const std::string place = place_text(across_(x));
            if (commands.empty()) {
                commands += "M" + place + " " + place_text(scale(y));
            } else if (lines_.steps) {
                commands += "H" + place + "V" + place_text(scale(y));
            } else {
                commands += "L" + place + " " + place_text(scale(y));
            }
        }
        if (!commands.empty()) {
            canvas_.path(commands, "series s" + std::to_string(index % 8));
        }
    }

    /// Over the whole plot, each as far as the middle between it and the next.
    void draw_readings() {
        const auto& readings = lines_.readings;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const double here = across_(readings[i].at);
            const double left = i == 0 ? plot_.left : (across_(readings[i - 1].at) + here) / 2;
            const double right = i + 1 == readings.size() ? plot_.right : (here + across_(readings[i + 1].at)) / 2;
            canvas_.box(left, plot_.top, right - left, plot_.bottom - plot_.top, "reading", readings[i].text);
        }
    }

    /// The name of each line at its right end, moved apart where lines end close together.
    void draw_labels(const Scale& scale, double width) {
        std::vector<double> places;
        std::vector<std::size_t> named;
        for (std::size_t i = 0; i < lines_.series.size(); ++i) {
            if (!lines_.series[i].points.empty()) {
                places.push_back(scale(lines_.series[i].points.back().second));
                named.push_back(i);
            }
        }
        places = spread_apart(std::move(places), 16, plot_.top, plot_.bottom);
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto& series = lines_.series[named[i]];
            canvas_.text(plot_.right + 8, places[i] + 4, Anchor::start, "name i" + std::to_string(named[i] % 8),
                         fitted(series.name, width / bold_width + 0.5));
        }
    }

    const Lines& lines_;
    double from_ = 0;
    double to_ = 0;
    double low_ = 0;
    double high_ = 0;
    Plot plot_;
    Scale across_;
    Canvas canvas_;
};

}  // namespace

Drawing draw(const Lines& lines, const report::Figure& figure, std::string_view) {
    return LinesDrawer(lines).draw(figure);
}

}  // namespace offerkit::render
