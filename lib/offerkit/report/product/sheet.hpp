#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offerkit::report {

/// A cell of a sheet: raw data for a program, so `182000`, never `$182,000`.
class SheetCell {
public:
    enum class Kind { empty, text, number };

    SheetCell() = default;  ///< empty: the value does not exist or does not apply
    SheetCell(std::string text) : kind_(Kind::text), value_(std::move(text)) {}
    SheetCell(std::string_view text) : SheetCell(std::string(text)) {}
    SheetCell(const char* text) : SheetCell(std::string(text)) {}

    /// A number from its exact decimal text, under the rules of `Document::number`.
    static SheetCell number(std::string_view exact);
    static SheetCell number(long long whole);
    static SheetCell empty() { return {}; }

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] const std::string& value() const { return value_; }

    friend bool operator==(const SheetCell&, const SheetCell&) = default;

private:
    Kind kind_ = Kind::empty;
    std::string value_;
};

/// A flat result for spreadsheets and scripts: named columns and rows of raw cells, each row as long as `columns`.
struct Sheet {
    std::vector<std::string> columns;
    std::vector<std::vector<SheetCell>> rows;
    /// Rows after those, made one by one as the sheet is written, so that a million of them never stand in memory
    /// together. What `make` refers to has to outlive the sheet.
    std::size_t more = 0;
    std::function<std::vector<SheetCell>(std::size_t)> make{};

    /// Appends a row. A row of another length than `columns` is a programmer error.
    Sheet& row(std::vector<SheetCell> cells);
};

}  // namespace offerkit::report
