#include <offerkit/render/terminal_blocks.hpp>

#include <algorithm>
#include <vector>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

using diagnostic::display_width;
using diagnostic::is_digit;
using report::Align;
using report::Column;
using report::Priority;
using report::Row;
using report::RowKind;
using report::Table;

constexpr std::size_t longest_unbroken_word = 16;

/// Where the whole part of a number ends: in front of its point, or behind its last digit (`15%`), or at the end of a
/// text without digits.
std::size_t whole_part(std::string_view text) {
    std::size_t last = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) {
            continue;
        }
        last = i;
        if (i + 2 < text.size() && text[i + 1] == '.' && is_digit(text[i + 2])) {
            return i + 1;
        }
    }
    return last == std::string_view::npos ? text.size() : last + 1;
}

struct CellText {
    std::string text;
    Ink ink = Ink::plain;
};

struct ColumnLayout {
    std::size_t column = 0;       ///< in the table
    std::size_t natural = 0;      ///< width with nothing wrapped
    std::size_t minimum = 0;      ///< width below which a number or a word would break
    std::size_t figures = 0;      ///< width of the widest figure, never wrapped
    std::size_t width = 0;        ///< width given
    std::size_t after_point = 0;  ///< for decimals: width from the point on
};

class TableWriter {
public:
    TableWriter(const Table& table, const Screen& screen) : table_(table), screen_(screen) {
        cells_.reserve(table.rows.size() * table.columns.size());
        for (const Row& row : table.rows) {
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                cells_.push_back(read(row, column));
            }
        }
        const bool any_key = std::any_of(table.columns.begin(), table.columns.end(),
                                         [](const Column& c) { return c.priority == Priority::key; });
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const bool key = any_key ? table.columns[i].priority == Priority::key : i == 0;
            (key ? keys_ : table.columns[i].priority == Priority::extra ? extras_ : others_).push_back(measure(i));
        }
    }

    std::string write() {
        std::vector<ColumnLayout> all = keys_;
        all.insert(all.end(), others_.begin(), others_.end());
        all.insert(all.end(), extras_.begin(), extras_.end());
        if (width_of(all, &ColumnLayout::minimum) <= screen_.width) {
            // It fits as it was meant, so the columns keep the order in which they were given.
            std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
            write_part(std::move(all));
            return out_;
        }
        const std::size_t key_width = squeeze_keys();
        std::vector<ColumnLayout> rest = others_;
        rest.insert(rest.end(), extras_.begin(), extras_.end());
        for (std::size_t from = 0; from < rest.size() || from == 0;) {
            std::vector<ColumnLayout> part = keys_;
            std::size_t width = key_width;
            while (from < rest.size() &&
                   (part.size() == keys_.size() || width + gap + rest[from].minimum <= screen_.width)) {
                width += gap + rest[from].minimum;
                part.push_back(rest[from++]);
            }
            if (!out_.empty()) {
                out_ += '\n';
            }
            write_part(std::move(part));
            if (rest.empty()) {
                break;
            }
        }
        return out_;
    }

private:
    [[nodiscard]] const CellText& cell(const Row& row, std::size_t column) const {
        const auto place = static_cast<std::size_t>(&row - table_.rows.data());
        return cells_[place * table_.columns.size() + column];
    }

    [[nodiscard]] CellText read(const Row& row, std::size_t column) const {
        if (column >= row.cells.size()) {
            return {};
        }
        const auto& cell = row.cells[column];
        if (!cell.applies) {
            return {std::string(signs(screen_).none), Ink::dim};
        }
        const bool total = row.kind == RowKind::total && cell.tone == report::Tone::normal;
        return {safe(cell.text, screen_), total ? Ink::bold : ink_of(cell.tone)};
    }

    static std::size_t longest_word(std::string_view text) {
        std::size_t longest = 0;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            longest = std::max(longest, display_width(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return longest;
    }

    [[nodiscard]] ColumnLayout measure(std::size_t column) const {
        ColumnLayout layout;
        layout.column = column;
        const Align align = table_.columns[column].align;
        std::size_t before_point = 0;
        for (const auto& row : table_.rows) {
            if (row.kind == RowKind::heading || row.kind == RowKind::separator) {
                continue;
            }
            const std::string& text = cell(row, column).text;
            const std::size_t width = display_width(text);
            layout.natural = std::max(layout.natural, width);
            if (align == Align::left) {
                layout.minimum = std::max(layout.minimum, std::min(longest_word(text), longest_unbroken_word));
            } else if (align == Align::decimal) {
                const std::size_t before = display_width(std::string_view(text).substr(0, whole_part(text)));
                before_point = std::max(before_point, before);
                layout.after_point = std::max(layout.after_point, width - before);
            }
        }
        if (align == Align::decimal) {
            layout.natural = before_point + layout.after_point;
        }
        if (align != Align::left) {
            layout.figures = layout.natural;
            layout.minimum = layout.natural;
        }
        const std::string title = safe(table_.columns[column].title, screen_);
        layout.natural = std::max(layout.natural, display_width(title));
        layout.minimum = std::max(layout.minimum, std::min(longest_word(title), longest_unbroken_word));
        layout.width = layout.natural;
        return layout;
    }

    static std::size_t width_of(const std::vector<ColumnLayout>& columns, std::size_t ColumnLayout::* member) {
        std::size_t width = columns.empty() ? 0 : gap * (columns.size() - 1);
        for (const auto& column : columns) {
            width += column.*member;
        }
        return width;
    }

    /// Key columns take at most half of the screen once a table is shown in parts: beside them must be room for a
    /// figure.
    std::size_t squeeze_keys() {
        while (width_of(keys_, &ColumnLayout::minimum) > screen_.width / 2) {
            const auto widest = std::max_element(
                keys_.begin(), keys_.end(), [&](const auto& a, const auto& b) { return breakable(a) < breakable(b); });
            if (widest == keys_.end() || breakable(*widest) <= 4) {
                break;
            }
            --widest->minimum;
        }
        return width_of(keys_, &ColumnLayout::minimum);
    }

    [[nodiscard]] std::size_t breakable(const ColumnLayout& layout) const {
        return table_.columns[layout.column].align == Align::left ? layout.minimum : 0;
    }

    /// Takes the missing room from whichever column is widest above its minimum.
    void fit(std::vector<ColumnLayout>& columns) const {
        while (width_of(columns, &ColumnLayout::width) > screen_.width) {
            ColumnLayout* widest = nullptr;
            for (auto& column : columns) {
                if (column.width > column.minimum && (widest == nullptr || column.width > widest->width)) {
                    widest = &column;
                }
            }
            if (widest == nullptr) {
                return;
            }
            --widest->width;
        }
    }

    /// Gives back the room that wrapped words do not use, as they seldom fill their lines.
    void tighten(ColumnLayout& layout) const {
        const bool words = table_.columns[layout.column].align == Align::left;
        std::size_t used = words ? 0 : layout.figures;
        const auto count = [&](const std::string& text) {
            for (const auto& line : diagnostic::wrapped(text, layout.width)) {
                used = std::max(used, display_width(line));
            }
        };
        count(safe(table_.columns[layout.column].title, screen_));
        for (const auto& row : table_.rows) {
            if (words && (row.kind == RowKind::normal || row.kind == RowKind::total)) {
                count(cell(row, layout.column).text);
            }
        }
        layout.width = std::min(layout.width, used);
    }

    void write_part(std::vector<ColumnLayout> columns) {
        fit(columns);
        for (auto& column : columns) {
            if (column.width < column.natural) {
                tighten(column);
            }
        }
        const std::size_t width = width_of(columns, &ColumnLayout::width);
        const std::string rule =
            painted(repeated(signs(screen_).rule, std::min(width, screen_.width)), Ink::dim, screen_) + "\n";
        if (std::any_of(columns.begin(), columns.end(),
                        [&](const ColumnLayout& c) { return !table_.columns[c.column].title.empty(); })) {
            write_titles(columns);
            out_ += rule;
        }
        bool first = true;
        for (const auto& row : table_.rows) {
            switch (row.kind) {
                case RowKind::separator: out_ += '\n'; break;
                case RowKind::heading:
                    out_ += first ? "" : "\n";
                    for (const auto& line : diagnostic::wrapped(heading_text(row), screen_.width)) {
                        out_ += finished_line(painted(line, Ink::bold, screen_));
                    }
                    break;
                case RowKind::total: out_ += first ? "" : rule; [[fallthrough]];
                case RowKind::normal: write_row(columns, row); break;
            }
            first = false;
        }
    }

    [[nodiscard]] std::string heading_text(const Row& row) const {
        return row.cells.empty() ? std::string() : safe(row.cells.front().text, screen_);
    }

    void write_titles(const std::vector<ColumnLayout>& columns) {
        std::vector<std::vector<std::string>> titles;
        std::size_t height = 0;
        for (const auto& column : columns) {
            titles.push_back(diagnostic::wrapped(safe(table_.columns[column.column].title, screen_), column.width));
            height = std::max(height, titles.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                // Titles stand on the rule: the shorter ones begin further down.
                const std::size_t above = height - titles[i].size();
                const std::string title = line < above ? "" : titles[i][line - above];
                append_cell(text, columns, i, {title, Ink::bold},
                            table_.columns[columns[i].column].align == Align::left ? 0 : columns[i].width);
            }
            out_ += finished_line(std::move(text));
        }
    }

    void write_row(const std::vector<ColumnLayout>& columns, const Row& row) {
        std::vector<std::vector<std::string>> lines(columns.size());
        std::size_t height = 1;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string& whole = cell(row, columns[i].column).text;
            if (table_.columns[columns[i].column].align == Align::left) {
                lines[i] = diagnostic::wrapped(whole, columns[i].width);
            } else {
                lines[i].push_back(whole);
            }
            height = std::max(height, lines[i].size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const std::string part = line < lines[i].size() ? lines[i][line] : "";
                append_cell(text, columns, i, {part, cell(row, columns[i].column).ink}, end_of(columns[i], part));
            }
            out_ += finished_line(std::move(text));
        }
    }

    /// The column, within its own width, in which a cell's text ends; 0 for a text that begins at the left edge.
    [[nodiscard]] std::size_t end_of(const ColumnLayout& layout, std::string_view text) const {
        switch (table_.columns[layout.column].align) {
            case Align::left: return 0;
            case Align::right: return layout.width;
            case Align::decimal: {
                const std::size_t after = display_width(text.substr(whole_part(text)));
                return layout.width - layout.after_point + after;
            }
        }
        return 0;
    }

    void append_cell(std::string& line, const std::vector<ColumnLayout>& columns, std::size_t index,
                     const CellText& content, std::size_t end) const {
        const std::size_t taken = display_width(content.text);
        const std::size_t width = columns[index].width;
        const std::size_t before = end > taken ? end - taken : 0;
        line.append(index == 0 ? 0 : gap, ' ');
        line.append(before, ' ');
        line += painted(content.text, content.ink, screen_);
        line.append(before + taken < width ? width - before - taken : 0, ' ');
    }

    const Table& table_;
    const Screen& screen_;
    std::vector<CellText> cells_;  ///< row by row
    std::vector<ColumnLayout> keys_;
    std::vector<ColumnLayout> others_;
    std::vector<ColumnLayout> extras_;
    std::string out_;
};

}  // namespace

std::string table_text(const Table& table, const Screen& screen) {
    std::string out;
    if (!table.caption.empty()) {
        for (const auto& line : diagnostic::wrapped(safe(table.caption, screen), screen.width)) {
            out += finished_line(painted(line, Ink::dim, screen));
        }
    }
    return table.columns.empty() ? out : out + TableWriter(table, screen).write();
}

}  // namespace offerkit::render
