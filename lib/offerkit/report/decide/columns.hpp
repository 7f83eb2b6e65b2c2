#pragma once

#include <cstddef>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/decide/words.hpp>
#include <offerkit/report/product/columns.hpp>

/// How each offer does, said once for the page and the sheet.
namespace offerkit::report {

/// A row is an offer's place in the comparison. The view and the words must outlive the columns.
[[nodiscard]] Columns<std::size_t> decide_columns(const DecideView& view, const DecideWords& words);

}  // namespace offerkit::report
