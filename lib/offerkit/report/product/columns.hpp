#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/contract.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/report/product/money_style.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

/// A table that is said once. Its columns are declared with their key, title and alignment, and each gives the typed
/// value of a row; the table of a page and the sheet are both made from the declaration.
///
///     Columns<Year> columns;
///     columns.data("company", &Year::company)
///         .add({.key = "net", .title = "Net", .align = Align::decimal, .value = &Year::net});
///     page.add(columns.table(years, money));      // one column: Net
///     return columns.sheet(years);                // company,net
namespace offerkit::report {

/// The value as a page writes it: money in the style of its page, digits grouped, `–` where there is none.
[[nodiscard]] Cell cell_on_page(const Datum& value, const MoneyStyle& money = {});

/// One column of a table of `Row`s.
template <class Row>
struct ColumnOf {
    std::string key{};    ///< its name for programs, as in CSV; empty: programs do not see it
    std::string title{};  ///< its title on a page
    Align align = Align::left;
    Priority priority = Priority::normal;
    bool on_page = true;  ///< false: people do not see it
    /// May be absent where `shown` is given and programs do not see the column.
    std::function<Datum(const Row&)> value{};
    std::function<Tone(const Row&)> tone{};   ///< how the value stands out on a page; absent: normal
    std::function<Cell(const Row&)> shown{};  ///< the cell of a page, where it is not `cell_on_page(value)`
    Role role = Role::figure;
};

/// The declared columns of a table.
template <class RowType>
class Columns {
public:
    using Declared = ColumnOf<RowType>;

    Columns() = default;
    Columns(std::initializer_list<Declared> columns) : columns_(columns) {}

    Columns& add(Declared column) {
        expects(column.value || (column.key.empty() && column.shown));
        columns_.push_back(std::move(column));
        return *this;
    }

    /// Adds a column that programs see and people do not.
    Columns& data(std::string key, std::function<Datum(const RowType&)> value) {
        return add({.key = std::move(key), .on_page = false, .value = std::move(value)});
    }

    /// The rows as a table of a page, with the columns in the order of their declaration.
    template <class Rows>
    [[nodiscard]] Table table(const Rows& rows, const MoneyStyle& money = {}) const {
        std::vector<const Declared*> shown;
        for (const auto& column : columns_) {
            if (column.on_page) {
                shown.push_back(&column);
            }
        }
        return table_of(rows, money, shown);
    }

    /// The same with these columns alone, in this order, as far as they are on a page: named by their key, or by their
    /// title where they have none.
    template <class Rows>
    [[nodiscard]] Table table(const Rows& rows, const MoneyStyle& money,
                              std::initializer_list<std::string_view> keys) const {
        std::vector<const Declared*> shown;
        for (const auto key : keys) {
            if (const auto& column = at(key); column.on_page) {
                shown.push_back(&column);
            }
        }
        return table_of(rows, money, shown);
    }

    /// A column laid down as a line of a page: its title, then the cell of each of `rows`.
    template <class Rows>
    [[nodiscard]] Row line(std::string_view name, const Rows& rows, const MoneyStyle& money = {},
                           RowKind kind = RowKind::normal) const {
        const auto& column = at(name);
        std::vector<Cell> cells{Cell(column.title, kind == RowKind::total ? Tone::strong : Tone::normal)};
        for (const auto& row : rows) {
            cells.push_back(cell(column, row, money));
            if (kind == RowKind::total && cells.back().tone == Tone::normal) {
                cells.back().tone = Tone::strong;
            }
        }
        Row line(kind, std::move(cells));
        line.role = column.role;
        return line;
    }

    /// The value of a row in one column.
    [[nodiscard]] Datum value(std::string_view name, const RowType& row) const { return at(name).value(row); }

    /// The rows as a sheet: each column that has a key.
    template <class Rows>
    [[nodiscard]] Sheet sheet(const Rows& rows) const {
        Sheet sheet = empty_sheet();
        for (const auto& row : rows) {
            sheet.rows.push_back(values(row));
        }
        return sheet;
    }

    /// The same, row by row as the sheet is written, for tables that may be long. What the columns refer to has to
    /// outlive the sheet.
    [[nodiscard]] Sheet sheet_made_late(std::shared_ptr<const std::vector<RowType>> rows) const {
        Sheet sheet = empty_sheet();
        sheet.more = rows->size();
        sheet.make = [columns = *this, rows = std::move(rows)](std::size_t i) { return columns.values((*rows)[i]); };
        return sheet;
    }

private:
    [[nodiscard]] const Declared& at(std::string_view name) const {
        for (const auto& column : columns_) {
            if ((column.key.empty() ? column.title : column.key) == name) {
                return column;
            }
        }
        expects(false);
        return columns_.front();
    }

    [[nodiscard]] static Cell cell(const Declared& column, const RowType& row, const MoneyStyle& money) {
        if (!column.shown) {
            Cell cell = cell_on_page(column.value(row), money);
            cell.tone = column.tone ? column.tone(row) : Tone::normal;
            return cell;
        }
        Cell cell = column.shown(row);
        if (column.value) {
            cell.value = column.value(row);
        }
        return cell;
    }

    [[nodiscard]] std::vector<Datum> values(const RowType& row) const {
        std::vector<Datum> cells;
        for (const auto& column : columns_) {
            if (!column.key.empty()) {
                cells.push_back(column.value(row));
            }
        }
        return cells;
    }

    [[nodiscard]] Sheet empty_sheet() const {
        Sheet sheet;
        for (const auto& column : columns_) {
            if (!column.key.empty()) {
                sheet.columns.push_back(column.key);
            }
        }
        return sheet;
    }

    template <class Rows>
    [[nodiscard]] static Table table_of(const Rows& rows, const MoneyStyle& money,
                                        const std::vector<const Declared*>& columns) {
        Table table;
        for (const auto* column : columns) {
            table.columns.push_back({column->title, column->align, column->priority, column->role});
        }
        for (const auto& row : rows) {
            std::vector<Cell> cells;
            for (const auto* column : columns) {
                cells.push_back(cell(*column, row, money));
            }
            table.row(std::move(cells));
        }
        return table;
    }

    std::vector<Declared> columns_;
};

}  // namespace offerkit::report
