#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::render {

/// A text that a result rests on, such as an offer file: a sheet of its own, line by line.
struct WorkbookInput {
    std::string name;
    std::string text;
};

/// Whether workbooks can be written: that takes a build with libxlsxwriter and a machine that has it.
[[nodiscard]] bool has_xlsx() noexcept;

/// A result as an Excel workbook (ECMA-376), which LibreOffice reads as well: a sheet with what the page says in words,
/// one for each of its tables, one with the rows of the CSV, and one for each input.
///
/// Numbers are numbers in their own formats, money with its currency, days are days, and headers stay in sight. A total
/// is a formula over its parts, and a difference to the best one over what is compared, wherever that gives the value
/// to the last digit; else the value itself. Where a table has years, a chart shows them. The same result gives the
/// same bytes; `made_on` is the day that the file says it was made on. nullopt unless `has_xlsx()`, and where the
/// system gives no memory to write to.
[[nodiscard]] std::optional<std::string> to_xlsx(const report::Page& page, const report::Sheet& rows,
                                                 std::span<const WorkbookInput> inputs, calendar::Date made_on);

}  // namespace offerkit::render
