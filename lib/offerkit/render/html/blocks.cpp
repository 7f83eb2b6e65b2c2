#include <offerkit/render/html/blocks.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include <offerkit/render/svg/escape.hpp>
#include <offerkit/render/svg/figure.hpp>
#include <offerkit/render/svg/scale.hpp>

namespace offerkit::render {
namespace {

using namespace report;

/// Escaped text on one line; backticks that come in pairs become code.
std::string code_text(std::string_view text) {
    std::string out;
    const std::string escaped = markup_text(text);
    std::size_t at = 0;
    for (;;) {
        const std::size_t open = escaped.find('`', at);
        const std::size_t close = open == std::string::npos ? open : escaped.find('`', open + 1);
        if (close == std::string::npos) {
            return out + escaped.substr(at);
        }
        out += escaped.substr(at, open - at) + "<code>" + escaped.substr(open + 1, close - open - 1) + "</code>";
        at = close + 1;
    }
}

std::string_view class_of(Tone tone) noexcept {
    switch (tone) {
        case Tone::good: return "good";
        case Tone::bad: return "bad";
        case Tone::dim: return "dim";
        case Tone::strong: return "strong";
        case Tone::normal: break;
    }
    return "";
}

std::string trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    text.remove_suffix(text.empty() ? 0 : text.size() - 1 - text.find_last_not_of(' '));
    return std::string(text);
}

std::string cell_text(const Cell& cell) { return cell.applies ? html_text(trimmed(cell.text)) : "–"; }

std::string class_attribute(const std::vector<std::string_view>& classes) {
    std::string all;
    for (const auto each : classes) {
        all += (all.empty() || each.empty() ? "" : " ") + std::string(each);
    }
    return all.empty() ? "" : " class=\"" + all + "\"";
}

/// The share of a part in hundredths of a whole, to a tenth.
std::string percent_of(double part, double whole) {
    return place_text(whole > 0 && part > 0 ? std::floor(part / whole * 1000 + 0.5) / 10 : 0.0);
}

class BlockWriter {
public:
    explicit BlockWriter(std::string_view id) : id_(id) {}

    std::string operator()(const Heading& heading) const {
        const std::string tag = "h" + std::to_string(std::clamp(heading.level, 1, 6));
        return "<" + tag + ">" + html_text(heading.text) + "</" + tag + ">\n";
    }

    std::string operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
            case ParagraphKind::plain: return "<p>" + html_text(paragraph.text) + "</p>\n";
            case ParagraphKind::note:
                return "<p class=\"note\"><strong>Note:</strong> " + html_text(paragraph.text) + "</p>\n";
            case ParagraphKind::warning:
                return "<p class=\"warning\"><strong>Warning:</strong> " + html_text(paragraph.text) + "</p>\n";
        }
        return {};
    }

    std::string operator()(const Facts& facts) const {
        if (facts.facts.empty()) {
            return {};
        }
        std::string out = "<dl>\n";
        for (const auto& fact : facts.facts) {
            out += "<dt>" + (fact.key.empty() ? "&nbsp;" : html_text(fact.key)) + "</dt><dd" +
                   class_attribute({class_of(fact.value.tone)}) + ">" + cell_text(fact.value) + "</dd>\n";
        }
        return out + "</dl>\n";
    }

    std::string operator()(const Table& table) const {
        if (table.columns.empty()) {
            return table.caption.empty() ? "" : "<p>" + html_text(table.caption) + "</p>\n";
        }
        std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                          markup_text(table.caption.empty() ? "Table" : table.caption) + "\">\n<table>\n";
        if (!table.caption.empty()) {
            out += "<caption>" + html_text(table.caption) + "</caption>\n";
        }
        if (std::any_of(table.columns.begin(), table.columns.end(),
                        [](const Column& column) { return !column.title.empty(); })) {
            out += "<thead>\n<tr>";
            for (const auto& column : table.columns) {
                out += column.title.empty() ? "<td></td>"
                                            : "<th scope=\"col\"" + class_attribute({side_of(column)}) + ">" +
                                                  html_text(column.title) + "</th>";
            }
            out += "</tr>\n</thead>\n";
        }
        out += "<tbody>\n";
        bool apart = false;
        for (const auto& row : table.rows) {
            if (row.kind == RowKind::separator) {
                apart = true;
                continue;
            }
            out += row_of(table, row, apart);
            apart = false;
        }
        return out + "</tbody>\n</table>\n</div>\n";
    }

    std::string operator()(const Bars& bars) const {
        double full = bars.full;
        for (const auto& bar : bars.bars) {
            full = bars.full > 0 ? full : std::max(full, length_of(bar));
        }
        std::string out = bars.caption.empty() ? "" : "<p>" + html_text(bars.caption) + "</p>\n";
        out += "<ul class=\"bars\">\n";
        for (const auto& bar : bars.bars) {
            out += "<li><span class=\"who\">" + html_text(bar.label) + "</span> <span class=\"amount\">" +
                   html_text(bar.value) + "</span>\n<span class=\"bar\" aria-hidden=\"true\">";
            std::string parts;
            for (std::size_t i = 0; i < bar.segments.size(); ++i) {
                if (!(bar.segments[i] > 0)) {
                    continue;
                }
                const std::string colour = "k" + std::to_string(i % 8);
                out +=
                    "<i class=\"" + colour + "\" style=\"width:" + percent_of(bar.segments[i], full) + "%\">&nbsp;</i>";
                if (i < bars.legend.size()) {
                    parts += "<span><i class=\"" + colour + "\">&nbsp;</i>" + html_text(bars.legend[i]) + " " +
                             percent_of(bar.segments[i], length_of(bar)) + "%</span> ";
                }
            }
            out += length_of(bar) > 0 ? "" : "&nbsp;";
            out += "</span>" + (parts.empty() ? parts : "\n<span class=\"parts\">" + parts + "</span>") + "</li>\n";
        }
        return out + "</ul>\n";
    }

    std::string operator()(const Intervals& intervals) const {
        std::string described;
        for (const auto& row : intervals.intervals) {
            described += (described.empty() ? "" : " ") + row.words;
        }
        std::vector<std::string> notes;
        if (!intervals.line.empty()) {
            notes.push_back("Line: " + intervals.line + ". Box: " + intervals.box + ". Ring: " + intervals.mark + ".");
        }
        const Figure figure{.title = intervals.caption,
                            .description = std::move(described),
                            .unit = "",
                            .notes = std::move(notes),
                            .drawing = intervals};
        return html_figure(figure, id_);
    }

    std::string operator()(const Chart& chart) const {
        StackedColumns columns;
        constexpr std::array<Texture, 3> textures{Texture::plain, Texture::hatched, Texture::outlined};
        for (std::size_t fill = 0; fill < textures.size(); ++fill) {
            const auto key = std::find_if(chart.legend.begin(), chart.legend.end(), [&](const ChartKey& each) {
                return static_cast<std::size_t>(each.fill) == fill;
            });
            columns.layers.push_back({key == chart.legend.end() ? "" : key->text, textures[fill]});
        }
        columns.groups.push_back({"", {}});
        std::string described;
        for (const auto& point : chart.points) {
            StackedColumn column{point.label, std::vector<double>(textures.size(), 0.0), point.label};
            column.sizes[static_cast<std::size_t>(point.fill)] = point.value;
            columns.groups.front().columns.push_back(std::move(column));
        }
        std::vector<std::string> notes;
        if (!chart.top.empty()) {
            notes.push_back("The tallest column: " + chart.top);
        }
        described = std::to_string(chart.points.size()) + " columns over time" +
                    (chart.top.empty() ? std::string(".") : ", the tallest " + chart.top + ".");
        const Figure figure{.title = chart.caption.empty() ? "Over time" : chart.caption,
                            .description = std::move(described),
                            .unit = "",
                            .notes = std::move(notes),
                            .drawing = std::move(columns)};
        return html_figure(figure, id_);
    }

    std::string operator()(const List& list) const {
        if (list.items.empty()) {
            return {};
        }
        const std::string tag = list.numbered ? "ol" : "ul";
        std::string out = "<" + tag + ">\n";
        for (const auto& item : list.items) {
            out += "<li>" + html_text(item) + "</li>\n";
        }
        return out + "</" + tag + ">\n";
    }

private:
    static std::string_view side_of(const Column& column) noexcept { return column.align == Align::left ? "" : "r"; }

    static double length_of(const Bar& bar) {
        double length = 0;
        for (const double size : bar.segments) {
            length += size > 0 ? size : 0;
        }
        return length;
    }

    static std::string row_of(const Table& table, const Row& row, bool apart) {
        const std::string_view gap = apart ? "apart" : "";
        if (row.kind == RowKind::heading) {
            return "<tr" + class_attribute({"head", gap}) + "><th colspan=\"" + std::to_string(table.columns.size()) +
                   "\">" + (row.cells.empty() ? "" : html_text(row.cells.front().text)) + "</th></tr>\n";
        }
        std::string out = "<tr" + class_attribute({row.kind == RowKind::total ? "total" : "", gap}) + ">";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Cell cell = i < row.cells.size() ? row.cells[i] : Cell::blank();
            const bool names_row = i == 0 && cell.applies && !cell.text.empty();
            out += (names_row ? "<th scope=\"row\"" : "<td") +
                   class_attribute({side_of(table.columns[i]), class_of(cell.tone)}) + ">" + cell_text(cell) +
                   (names_row ? "</th>" : "</td>");
        }
        return out + "</tr>\n";
    }

    std::string_view id_;
};

}  // namespace

std::string html_text(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        out += code_text(text.substr(0, end));
        if (end == std::string_view::npos) {
            return out;
        }
        out += "<br>\n";
        text.remove_prefix(end + 1);
    }
}

std::string html_block(const Block& block, std::string_view id) { return std::visit(BlockWriter(id), block); }

std::string html_figure(const Figure& figure, std::string_view id) {
    std::string out = "<figure>\n<figcaption>" + html_text(figure.title) +
                      "</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                      markup_text(figure.title) + "\">\n" + svg_figure(figure, id) + "</div>\n";
    if (!figure.table.columns.empty()) {
        out += "<details>\n<summary>The figures behind it</summary>\n" + html_block(figure.table, id) + "</details>\n";
    }
    return out + "</figure>\n";
}

}  // namespace offerkit::render
