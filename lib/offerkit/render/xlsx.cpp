#include <offerkit/render/xlsx.hpp>

#ifdef OFFERKIT_XLSX

#include <algorithm>
#include <ctime>
#include <map>
#include <set>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/xlsx/formula.hpp>
#include <offerkit/render/xlsx/library.hpp>

namespace offerkit::render {
namespace {

using report::Datum;
using xlsx::formula_of;
using xlsx::number_of;
using xlsx::value_at;

/// The day's midnight by universal time, which the writer takes the date of making from.
std::time_t midnight(calendar::Date day) {
    std::tm time{};
    time.tm_year = day.year() - 1900;
    time.tm_mon = day.month() - 1;
    time.tm_mday = day.day();
    return ::timegm(&time);
}

constexpr std::size_t longest_text = 8000;  // characters; the format takes 32,767
constexpr std::size_t most_rows = 1'048'576;

/// Writes one workbook through libxlsxwriter.
class Writer {
public:
    Writer(const xlsx::Library& calls, const std::string& path, calendar::Date made_on)
        : calls_(calls), book_(calls_.workbook_new(path.c_str())) {
        lxw_doc_properties properties{};
        properties.created = midnight(made_on);
        calls_.workbook_set_properties(book_, &properties);
        header_ = calls_.workbook_add_format(book_);
        calls_.format_set_bold(header_);
        calls_.format_set_text_wrap(header_);
        calls_.format_set_bottom(header_, LXW_BORDER_THIN);
    }

    [[nodiscard]] bool close() { return calls_.workbook_close(book_) == LXW_NO_ERROR; }

    void write(const report::Page& page) {
        add_words(page);
        std::string heading = "Table";
        for (const auto& block : page.blocks) {
            if (const auto* const text = std::get_if<report::Heading>(&block)) {
                heading = text->text;
            } else if (const auto* const table = std::get_if<report::Table>(&block)) {
                add_table(*table, table->caption.empty() ? heading : table->caption);
            }
        }
    }

    void write(const report::Sheet& rows) {
        auto* const sheet = add_sheet("Data");
        for (std::size_t c = 0; c < rows.columns.size(); ++c) {
            text(sheet, 0, c, rows.columns[c], header_);
        }
        std::size_t row = 1;
        const auto add = [&](const std::vector<report::SheetCell>& cells) {
            for (std::size_t c = 0; c < cells.size() && row < most_rows; ++c) {
                datum(sheet, row, c, cells[c]);
            }
            ++row;
        };
        for (const auto& cells : rows.rows) {
            add(cells);
        }
        for (std::size_t i = 0; i < rows.more; ++i) {
            add(rows.make(i));
        }
        calls_.worksheet_freeze_panes(sheet, 1, 0);
        calls_.worksheet_set_column(sheet, 0, column_of(std::max<std::size_t>(rows.columns.size(), 1) - 1), 14,
                                    nullptr);
    }

    void write(const WorkbookInput& input) {
        auto* const sheet = add_sheet("Input " + input.name.substr(input.name.find_last_of('/') + 1));
        std::size_t row = 0;
        text(sheet, row++, 0, input.name, header_);
        std::string_view rest = input.text;
        while (!rest.empty() && row < most_rows) {
            const std::size_t end = rest.find('\n');
            for (const auto& line : pieces(rest.substr(0, end))) {
                text(sheet, row++, 0, line, nullptr);
            }
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        calls_.worksheet_freeze_panes(sheet, 1, 0);
        calls_.worksheet_set_column(sheet, 0, 0, 100, nullptr);
    }

private:
    static lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
    static lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

    /// A line of words without control characters, in pieces that a cell takes.
    static std::vector<std::string> pieces(std::string_view line) {
        std::vector<std::string> all{""};
        std::size_t count = 0;
        for (const auto& grapheme : diagnostic::graphemes(line)) {
            if (++count > longest_text) {
                all.emplace_back();
                count = 1;
            }
            all.back() += grapheme.shown == "\\t" ? "    " : grapheme.shown == "\\r" ? "" : grapheme.shown;
        }
        return all;
    }

    void text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view words,
              lxw_format* format) const {
        calls_.worksheet_write_string(sheet, row_of(row), column_of(column), pieces(words).front().c_str(), format);
    }

    lxw_format* format_of(const std::string& number, bool total) {
        auto& format = formats_[{number, total}];
        if (format == nullptr) {
            format = calls_.workbook_add_format(book_);
            if (!number.empty()) {
                calls_.format_set_num_format(format, number.c_str());
            }
            if (total) {
                calls_.format_set_bold(format);
                calls_.format_set_top(format, LXW_BORDER_THIN);
            }
        }
        return format;
    }

    void datum(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Datum& value) {
        if (value.kind() == Datum::Kind::date) {
            date(sheet, row, column, std::get<calendar::Date>(value.held()), false);
        } else if (const auto number = number_of(value)) {
            calls_.worksheet_write_number(sheet, row_of(row), column_of(column), number->value,
                                          format_of(number->format, false));
        } else if (!value.is_empty()) {
            text(sheet, row, column, value.plain(), nullptr);
        }
    }

    void date(lxw_worksheet* sheet, std::size_t row, std::size_t column, calendar::Date day, bool total) {
        lxw_datetime when{day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0};
        calls_.worksheet_write_datetime(sheet, row_of(row), column_of(column), &when, format_of("yyyy-mm-dd", total));
    }

    /// A sheet whose name no other has, as short and plain as names of sheets must be.
    lxw_worksheet* add_sheet(std::string_view wanted) {
        std::string plain;
        for (const char c : diagnostic::to_ascii(diagnostic::visible(wanted))) {
            plain += std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ? ' ' : c;
        }
        constexpr std::size_t longest = 31;
        std::string name = plain.empty() ? "Sheet" : plain.substr(0, longest);
        for (int i = 2; !names_.insert(diagnostic::to_lower(name)).second; ++i) {
            const std::string end = " " + std::to_string(i);
            name = plain.substr(0, longest - end.size()) + end;
        }
        return calls_.workbook_add_worksheet(book_, name.c_str());
    }

    /// What the page says outside its tables.
    void add_words(const report::Page& page) {
        auto* const sheet = add_sheet("Summary");
        std::size_t row = 0;
        const auto line = [&](std::string_view words, bool strong = false) {
            for (const auto& piece : pieces(words)) {
                text(sheet, row++, 0, piece, strong ? header_ : nullptr);
            }
        };
        for (const auto& block : page.blocks) {
            if (const auto* const heading = std::get_if<report::Heading>(&block)) {
                row += row == 0 ? 0 : 1;
                line(heading->text, true);
            } else if (const auto* const paragraph = std::get_if<report::Paragraph>(&block)) {
                line(paragraph->text);
            } else if (const auto* const list = std::get_if<report::List>(&block)) {
                for (const auto& item : list->items) {
                    line("- " + item);
                }
            } else if (const auto* const facts = std::get_if<report::Facts>(&block)) {
                for (const auto& fact : facts->facts) {
                    line(fact.key + ": " + fact.value.text);
                }
            }
        }
        calls_.worksheet_set_column(sheet, 0, 0, 110, nullptr);
        calls_.worksheet_freeze_panes(sheet, 1, 0);
    }

    void add_table(const report::Table& table, const std::string& title) {
        auto* const sheet = add_sheet(title);
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            text(sheet, 0, c, table.columns[c].title, header_);
        }
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& cells = table.rows[r].cells;
            for (std::size_t c = 0; c < cells.size(); ++c) {
                write_cell(sheet, table, r, c);
            }
        }
        calls_.worksheet_freeze_panes(sheet, 1, 1);
        calls_.worksheet_set_column(sheet, 0, 0, 30, nullptr);
        if (table.columns.size() > 1) {
            calls_.worksheet_set_column(sheet, 1, column_of(table.columns.size() - 1), 18, nullptr);
        }
        add_chart(sheet, table);
    }

    void write_cell(lxw_worksheet* sheet, const report::Table& table, std::size_t r, std::size_t c) {
        const auto& row = table.rows[r];
        const auto& cell = row.cells[c];
        const bool total = row.kind == report::RowKind::total;
        if (cell.value.kind() == Datum::Kind::date) {
            date(sheet, r + 1, c, std::get<calendar::Date>(cell.value.held()), total);
        } else if (const auto number = number_of(cell); number && c > 0) {
            auto* const format = format_of(number->format, total);
            const std::string formula = formula_of(table, r, c);
            if (formula.empty()) {
                calls_.worksheet_write_number(sheet, row_of(r + 1), column_of(c), number->value, format);
            } else {
                calls_.worksheet_write_formula_num(sheet, row_of(r + 1), column_of(c), formula.c_str(), format,
                                                   number->value);
            }
        } else if (cell.applies && !cell.text.empty()) {
            text(sheet, r + 1, c, cell.text,
                 row.kind == report::RowKind::heading ? header_
                 : total                              ? format_of("", true)
                                                      : nullptr);
        }
    }

    /// Columns of money by year, where the table has rows of years: stacked where they are parts of a Total.
    void add_chart(lxw_worksheet* sheet, const report::Table& table) {
        const auto is_year = [&](std::size_t r) {
            const auto& cells = table.rows[r].cells;
            return !cells.empty() && cells.front().text.starts_with("Year ");
        };
        std::size_t first = 0;
        while (first < table.rows.size() && !is_year(first)) {
            ++first;
        }
        std::size_t end = first;
        while (end < table.rows.size() && is_year(end)) {
            ++end;
        }
        if (end < first + 2) {
            return;
        }
        const auto total = std::find_if(table.columns.begin(), table.columns.end(), [](const report::Column& column) {
            return column.role == report::Role::total;
        });
        const bool parts = total != table.columns.end();
        auto* const chart = calls_.workbook_add_chart(book_, parts ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
        const auto last = static_cast<std::size_t>(total - table.columns.begin());
        for (std::size_t c = 1; c < last; ++c) {
            if (value_at(table, first, c)) {
                auto* const series = calls_.chart_add_series(chart, nullptr, nullptr);
                calls_.chart_series_set_categories(series, sheet->name, row_of(first + 1), 0, row_of(end), 0);
                calls_.chart_series_set_values(series, sheet->name, row_of(first + 1), column_of(c), row_of(end),
                                               column_of(c));
                calls_.chart_series_set_name_range(series, sheet->name, 0, column_of(c));
            }
        }
        calls_.chart_title_set_name(chart, "Money by year");
        calls_.worksheet_insert_chart(sheet, row_of(table.rows.size() + 2), 0, chart);
    }

    const xlsx::Library& calls_;
    lxw_workbook* book_;
    lxw_format* header_ = nullptr;
    std::map<std::pair<std::string, bool>, lxw_format*> formats_{};
    std::set<std::string> names_{};
};

/// A file that lies in memory alone, for the library writes to a path.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("offerkit", MFD_CLOEXEC)) {}
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }

    [[nodiscard]] bool is_there() const { return descriptor_ >= 0; }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    [[nodiscard]] std::string bytes() const {
        std::string all;
        char part[65536];
        ::lseek(descriptor_, 0, SEEK_SET);
        for (::ssize_t got = 0; (got = ::read(descriptor_, part, sizeof part)) > 0;) {
            all.append(part, static_cast<std::size_t>(got));
        }
        return all;
    }

private:
    int descriptor_;
};

}  // namespace

bool has_xlsx() noexcept { return xlsx::library() != nullptr; }

std::optional<std::string> to_xlsx(const report::Page& page, const report::Sheet& rows,
                                   std::span<const WorkbookInput> inputs, calendar::Date made_on) {
    const auto* const library = xlsx::library();
    const MemoryFile file;
    if (library == nullptr || !file.is_there()) {
        return std::nullopt;
    }
    Writer writer{*library, file.path(), made_on};
    writer.write(page);
    writer.write(rows);
    for (const auto& input : inputs) {
        writer.write(input);
    }
    return writer.close() ? std::optional{file.bytes()} : std::nullopt;
}

}  // namespace offerkit::render

#else

namespace offerkit::render {

bool has_xlsx() noexcept { return false; }

std::optional<std::string> to_xlsx(const report::Page&, const report::Sheet&, std::span<const WorkbookInput>,
                                   calendar::Date) {
    return std::nullopt;
}

}  // namespace offerkit::render

#endif
