#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <offerkit/report/product/datum.hpp>

namespace offerkit::report {

/// A cell of a sheet: a typed value, which a renderer writes raw: `182000`, never `$182,000`.
using SheetCell = Datum;

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
