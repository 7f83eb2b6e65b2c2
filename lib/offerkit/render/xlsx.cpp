#include <offerkit/render/xlsx.hpp>

#ifdef OFFERKIT_XLSX

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <map>
#include <set>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

using report::Datum;

/// A number of a cell, and how it is shown.
struct Number {
    double value = 0;
    std::string format{};
};

std::optional<double> plain_number(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// "1,234.50" and "12%", as pages write numbers whose value is not kept.
std::optional<Number> written_number(std::string_view text) {
    const bool percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    std::string digits;
    for (const char c : text) {
        if (c != ',') {
            digits += c;
        }
    }
    const auto value = plain_number(digits);
    if (!value || diagnostic::grouped(digits) != text) {
        return std::nullopt;
    }
    const bool fraction = digits.find('.') != std::string::npos;
    return percent ? Number{*value / 100, fraction ? "0.0%" : "0%"} : Number{*value, fraction ? "#,##0.00" : "#,##0"};
}

std::optional<Number> number_of(const Datum& value) {
    if (!value.is_number()) {
        return std::nullopt;
    }
    const auto number = plain_number(value.plain());
    if (!number) {
        return std::nullopt;
    }
    switch (value.kind()) {
        case Datum::Kind::money: {
            const auto currency = std::get<quantity::Money>(value.held()).currency();
            return Number{*number, "[$" + std::string(currency.code()) + "] #,##0.00"};
        }
        case Datum::Kind::price: return Number{*number, "#,##0.00##"};
        case Datum::Kind::rate: return Number{*number, "0.0###"};
        case Datum::Kind::count: return Number{*number, "0"};
        default: return Number{*number, "#,##0.######"};
    }
}

std::optional<Number> number_of(const report::Cell& cell) {
    if (auto number = number_of(cell.value)) {
        return number;
    }
    return cell.value.is_empty() ? written_number(cell.text) : std::nullopt;
}

bool same_to_the_cent(double a, double b) { return std::fabs(a - b) < 0.005; }

/// The day's midnight by universal time, which the writer takes the date of making from.
std::time_t midnight(calendar::Date day) {
    std::tm time{};
    time.tm_year = day.year() - 1900;
    time.tm_mon = day.month() - 1;
    time.tm_mday = day.day();
    return ::timegm(&time);
}

std::string place(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

constexpr std::size_t longest_text = 8000;  // characters; the format takes 32,767
constexpr std::size_t most_rows = 1'048'576;

/// Writes one workbook through libxlsxwriter.
class Writer {
public:
    Writer(const std::string& path, calendar::Date made_on) : book_(workbook_new(path.c_str())) {
        lxw_doc_properties properties{};
        properties.created = midnight(made_on);
        workbook_set_properties(book_, &properties);
        header_ = workbook_add_format(book_);
        format_set_bold(header_);
        format_set_text_wrap(header_);
        format_set_bottom(header_, LXW_BORDER_THIN);
    }

    [[nodiscard]] bool close() { return workbook_close(book_) == LXW_NO_ERROR; }

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
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_set_column(sheet, 0, column_of(std::max<std::size_t>(rows.columns.size(), 1) - 1), 14, nullptr);
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
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_set_column(sheet, 0, 0, 100, nullptr);
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

    static void text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view words,
                     lxw_format* format) {
        worksheet_write_string(sheet, row_of(row), column_of(column), pieces(words).front().c_str(), format);
    }

    lxw_format* format_of(const std::string& number, bool total) {
        auto& format = formats_[{number, total}];
        if (format == nullptr) {
            format = workbook_add_format(book_);
            if (!number.empty()) {
                format_set_num_format(format, number.c_str());
            }
            if (total) {
                format_set_bold(format);
                format_set_top(format, LXW_BORDER_THIN);
            }
        }
        return format;
    }

    void datum(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Datum& value) {
        if (value.kind() == Datum::Kind::date) {
            date(sheet, row, column, std::get<calendar::Date>(value.held()), false);
        } else if (const auto number = number_of(value)) {
            worksheet_write_number(sheet, row_of(row), column_of(column), number->value,
                                   format_of(number->format, false));
        } else if (!value.is_empty()) {
            text(sheet, row, column, value.plain(), nullptr);
        }
    }

    void date(lxw_worksheet* sheet, std::size_t row, std::size_t column, calendar::Date day, bool total) {
        lxw_datetime when{day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0};
        worksheet_write_datetime(sheet, row_of(row), column_of(column), &when, format_of("yyyy-mm-dd", total));
    }

    /// A sheet whose name no other has, as short and plain as names of sheets must be.
    lxw_worksheet* add_sheet(std::string_view wanted) {
        std::string plain;
        for (const char c : diagnostic::to_ascii(diagnostic::visible(wanted))) {
            plain += std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ? ' ' : c;
        }
        constexpr std::size_t longest = 31;
        const auto lower = [](std::string name) {
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            return name;
        };
        std::string name = plain.empty() ? "Sheet" : plain.substr(0, longest);
        for (int i = 2; !names_.insert(lower(name)).second; ++i) {
            const std::string end = " " + std::to_string(i);
            name = plain.substr(0, longest - end.size()) + end;
        }
        return workbook_add_worksheet(book_, name.c_str());
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
        worksheet_set_column(sheet, 0, 0, 110, nullptr);
        worksheet_freeze_panes(sheet, 1, 0);
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
        worksheet_freeze_panes(sheet, 1, 1);
        worksheet_set_column(sheet, 0, 0, 30, nullptr);
        if (table.columns.size() > 1) {
            worksheet_set_column(sheet, 1, column_of(table.columns.size() - 1), 18, nullptr);
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
            std::string formula = total ? sum_above(table, r, c) : difference(table, r, c);
            formula = formula.empty() ? sum_beside(table, r, c) : formula;
            if (formula.empty()) {
                worksheet_write_number(sheet, row_of(r + 1), column_of(c), number->value, format);
            } else {
                worksheet_write_formula_num(sheet, row_of(r + 1), column_of(c), formula.c_str(), format, number->value);
            }
        } else if (cell.applies && !cell.text.empty()) {
            text(sheet, r + 1, c, cell.text,
                 row.kind == report::RowKind::heading ? header_
                 : total                              ? format_of("", true)
                                                      : nullptr);
        }
    }

    static std::optional<double> value_at(const report::Table& table, std::size_t r, std::size_t c) {
        const auto& cells = table.rows[r].cells;
        const auto number = c < cells.size() ? number_of(cells[c]) : std::nullopt;
        return number ? std::optional{number->value} : std::nullopt;
    }

    /// The sum of the rows right above a total, where it is that total.
    static std::string sum_above(const report::Table& table, std::size_t r, std::size_t c) {
        std::size_t first = r;
        double sum = 0;
        while (first > 0 && table.rows[first - 1].kind == report::RowKind::normal) {
            const auto value = value_at(table, first - 1, c);
            if (!value) {
                break;
            }
            sum += *value;
            --first;
        }
        const auto total = value_at(table, r, c);
        return first < r && total && same_to_the_cent(sum, *total)
                   ? "=SUM(" + place(first + 1, c) + ":" + place(r, c) + ")"
                   : "";
    }

    /// In a column called Total: the sum of the columns between the first and it, where it is that total.
    static std::string sum_beside(const report::Table& table, std::size_t r, std::size_t c) {
        if (c < 2 || table.columns[c].title != "Total") {
            return "";
        }
        double sum = 0;
        for (std::size_t i = 1; i < c; ++i) {
            const auto value = value_at(table, r, i);
            if (!value) {
                return "";
            }
            sum += *value;
        }
        return same_to_the_cent(sum, *value_at(table, r, c))
                   ? "=SUM(" + place(r + 1, 1) + ":" + place(r + 1, c - 1) + ")"
                   : "";
    }

    /// In a row of differences to the best: the figure ranked by, which is marked with a star, less the largest.
    static std::string difference(const report::Table& table, std::size_t r, std::size_t c) {
        if (!table.rows[r].cells.front().text.starts_with("Difference to the best")) {
            return "";
        }
        for (std::size_t figure = 0; figure < r; ++figure) {
            const auto& cells = table.rows[figure].cells;
            if (cells.empty() || !cells.front().text.ends_with(" *") || cells.front().text.starts_with("Rank")) {
                continue;
            }
            std::optional<double> best;
            for (std::size_t i = 1; i < cells.size(); ++i) {
                const auto value = value_at(table, figure, i);
                best = value ? std::max(best.value_or(*value), *value) : best;
            }
            const auto own = value_at(table, figure, c);
            if (own && same_to_the_cent(*own - *best, *value_at(table, r, c))) {
                const std::string row = std::to_string(figure + 2);
                const std::string last = place(figure + 1, cells.size() - 1);
                return "=" + place(figure + 1, c) + "-MAX($B$" + row + ":$" +
                       last.substr(0, last.find_first_of("0123456789")) + "$" + row + ")";
            }
        }
        return "";
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
        const auto total = std::find_if(table.columns.begin(), table.columns.end(),
                                        [](const report::Column& column) { return column.title == "Total"; });
        const bool parts = total != table.columns.end();
        auto* const chart = workbook_add_chart(book_, parts ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
        const auto last = static_cast<std::size_t>(total - table.columns.begin());
        for (std::size_t c = 1; c < last; ++c) {
            if (value_at(table, first, c)) {
                auto* const series = chart_add_series(chart, nullptr, nullptr);
                chart_series_set_categories(series, sheet->name, row_of(first + 1), 0, row_of(end), 0);
                chart_series_set_values(series, sheet->name, row_of(first + 1), column_of(c), row_of(end),
                                        column_of(c));
                chart_series_set_name_range(series, sheet->name, 0, column_of(c));
            }
        }
        chart_title_set_name(chart, "Money by year");
        worksheet_insert_chart(sheet, row_of(table.rows.size() + 2), 0, chart);
    }

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

bool has_xlsx() noexcept { return true; }

std::optional<std::string> to_xlsx(const report::Page& page, const report::Sheet& rows,
                                   std::span<const WorkbookInput> inputs, calendar::Date made_on) {
    const MemoryFile file;
    if (!file.is_there()) {
        return std::nullopt;
    }
    Writer writer{file.path(), made_on};
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
