#pragma once

#include <string>

#include <offerkit/report/product/sheet.hpp>
#include <offerkit/report/product/sink.hpp>

namespace offerkit::render {

/// A sheet as CSV: a line of column names, then the rows, quoted where RFC 4180 asks for it.
///
/// Lines end with LF instead of the RFC's CRLF: every spreadsheet reads both, while `cut`, `sort`, `diff` and `awk`
/// would keep the CR as part of the last column. A cell that does not apply is empty.
///
/// A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a line's end) gets an
/// apostrophe in front. Numbers never do: they were checked to be numbers, so `-500` stays one. Control characters
/// other than tab and line ends are written out (`\x1b`).
[[nodiscard]] std::string to_csv(const report::Sheet& sheet);

/// The same piece by piece, as it is made.
void write_csv(const report::Sheet& sheet, const report::Sink& sink);

}  // namespace offerkit::render
