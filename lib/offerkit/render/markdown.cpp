#include <offerkit/render/markdown.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/terminal_blocks.hpp>

namespace offerkit::render {
namespace {

using namespace report;
using diagnostic::is_digit;

/// One line of text in which nothing is markup, wherever on a line it will stand.
std::string inline_text(std::string_view text) {
    const auto is_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const std::string shown = diagnostic::visible(text);
    std::string out;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char c = shown[i];
        if (c == '_' && i > 0 && i + 1 < shown.size() && is_word(shown[i - 1]) && is_word(shown[i + 1])) {
            out += c;  // inside a word an underscore marks nothing: `first_year` stays readable
            continue;
        }
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\\':
            case '`':
            case '*':
            case '_':
            case '[':
            case ']':
            case '|':
            case '~':
                out += '\\';
                out += c;
                break;
            default: out += c; break;
        }
    }
    return out;
}

/// `text` for the start of a line: what would begin a heading, a list, a rule or an underline there is escaped.
std::string line_text(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::string out = inline_text(text);
    if (out.empty()) {
        return out;
    }
    const char next = out.size() > 1 ? out[1] : ' ';
    const bool list_or_rule = (out.front() == '+' || out.front() == '-') && (next == ' ' || next == '-');
    if (out.front() == '#' || out.front() == '=' || list_or_rule) {
        return "\\" + out;
    }
    const std::size_t digits = std::min(
        static_cast<std::size_t>(std::find_if_not(out.begin(), out.end(), is_digit) - out.begin()), out.size());
    if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')')) {
        out.insert(digits, "\\");
    }
    return out;
}

/// Lines of a text joined by hard breaks, the later ones indented for a list.
std::string lines_text(std::string_view text, std::string_view indent = "") {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        out += line_text(text.substr(0, end));
        if (end == std::string_view::npos) {
            return out;
        }
        out += "\\\n";
        out += indent;
        text.remove_prefix(end + 1);
    }
}

std::string strong(const std::string& escaped) { return escaped.empty() ? escaped : "**" + escaped + "**"; }

std::string cell_text(const Cell& cell, bool bold) {
    if (!cell.applies) {
        return "–";
    }
    std::string_view text = cell.text;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    text.remove_suffix(text.empty() ? 0 : text.size() - 1 - text.find_last_not_of(' '));
    const std::string escaped = inline_text(text);
    return bold || cell.tone == Tone::strong ? strong(escaped) : escaped;
}

void append_cells(std::string& out, const std::vector<std::string>& cells) {
    out += '|';
    for (const auto& cell : cells) {
        out += cell.empty() ? " |" : " " + cell + " |";
    }
    out += '\n';
}

class MarkdownOfBlock {
public:
    std::string operator()(const Heading& heading) const {
        const int level = std::clamp(heading.level, 1, 6);
        return std::string(static_cast<std::size_t>(level), '#') + " " + inline_text_of_heading(heading.text) + "\n";
    }

    std::string operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
            case ParagraphKind::plain: return lines_text(paragraph.text) + "\n";
            case ParagraphKind::note: return "> **Note:** " + lines_text(paragraph.text, "> ") + "\n";
            case ParagraphKind::warning: return "> **Warning:** " + lines_text(paragraph.text, "> ") + "\n";
        }
        return {};
    }

    std::string operator()(const Facts& facts) const {
        std::string out;
        for (const auto& fact : facts.facts) {
            const std::string value = fact.value.applies ? lines_text(fact.value.text, "  ") : "–";
            // One without a key belongs to the one before it.
            out += (fact.key.empty() ? "  - " : "- " + strong(inline_text(fact.key) + ":") + " ") +
                   (fact.value.tone == Tone::strong ? strong(value) : value) + "\n";
        }
        return out;
    }

    std::string operator()(const Table& table) const {
        std::string out = caption(table.caption);
        if (table.columns.empty()) {
            return out;
        }
        std::vector<std::string> cells;
        std::vector<std::string> marks;
        for (const auto& column : table.columns) {
            cells.push_back(inline_text(column.title));
            marks.emplace_back(column.align == Align::left ? ":---" : "---:");
        }
        append_cells(out, cells);
        append_cells(out, marks);
        for (const auto& row : table.rows) {
            if (row.kind == RowKind::separator) {
                continue;
            }
            cells.assign(table.columns.size(), "");
            for (std::size_t i = 0; i < std::min(row.cells.size(), cells.size()); ++i) {
                cells[i] = cell_text(row.cells[i], row.kind != RowKind::normal);
            }
            append_cells(out, cells);
        }
        return out;
    }

    std::string operator()(const Bars& bars) const {
        std::string out = caption(bars.caption);
        append_cells(out, {"", "", ""});
        append_cells(out, {":---", ":---", "---:"});
        for (const auto& bar : bars.bars) {
            append_cells(out, {inline_text(bar.label), drawn(bars, bar), inline_text(bar.value)});
        }
        std::string legend;
        for (std::size_t i = 0; i < bars.legend.size(); ++i) {
            legend += legend.empty() ? "" : ", ";
            legend += std::string(segment_sign(i, Screen{})) + " " + inline_text(bars.legend[i]);
        }
        return legend.empty() ? out : out + "\n" + legend + "\n";
    }

    std::string operator()(const Chart& chart) const { return fenced(chart_text(chart, Screen{80, false, true})); }
    std::string operator()(const Intervals& intervals) const {
        return fenced(intervals_text(intervals, Screen{80, false, true}));
    }

    std::string operator()(const List& list) const {
        std::string out;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const std::string lead = list.numbered ? std::to_string(i + 1) + ". " : "- ";
            out += lead + lines_text(list.items[i], std::string(lead.size(), ' ')) + "\n";
        }
        return out;
    }

private:
    /// What needs every column of its text in place: a block of code whose fence no line of it can close.
    static std::string fenced(const std::string& text) {
        std::size_t longest = 2;
        std::size_t run = 0;
        for (const char c : text) {
            run = c == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const std::string fence(longest + 1, '`');
        return fence + "text\n" + text + fence + "\n";
    }

    /// In a heading a run of `#` at the end is taken for its closing mark.
    static std::string inline_text_of_heading(std::string_view text) {
        std::string out = inline_text(text);
        if (out.ends_with('#')) {
            out.insert(out.size() - 1, "\\");
        }
        return out;
    }

    static std::string caption(std::string_view text) { return text.empty() ? "" : lines_text(text) + "\n\n"; }

    /// The bar as the terminal draws it, without its label and value.
    static std::string drawn(const Bars& bars, Bar bar) {
        Bars alone;
        alone.full = bars.full;
        for (const auto& other : bars.bars) {
            double length = 0;
            for (const double size : other.segments) {
                length += size > 0 ? size : 0;
            }
            alone.full = bars.full > 0 ? bars.full : std::max(alone.full, length);
        }
        bar.label.clear();
        bar.value.clear();
        alone.bars.push_back(std::move(bar));
        std::string text = bars_text(alone, Screen{32, false, true});
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        text.erase(text.find_last_not_of(" \n") + 1);
        return text;
    }
};

}  // namespace

std::string to_markdown(const Page& page) {
    std::string out;
    for (const auto& block : page.blocks) {
        const std::string text = std::visit(MarkdownOfBlock(), block);
        if (!text.empty()) {
            out += (out.empty() ? "" : "\n") + text;
        }
    }
    return out;
}

}  // namespace offerkit::render
