#pragma once

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// A row for each value: the chosen figure of each offer and who leads; then where the lead changes hands.
[[nodiscard]] Page sweep_page(const choice::Comparison& comparison, const choice::Sweep& sweep);
/// Adds `sweep[]` and `crossings[]` to the document of `compare` or `show`.
void add_sweep(Document& document, const choice::Comparison& comparison, const choice::Sweep& sweep);
[[nodiscard]] Sheet sweep_sheet(const choice::Comparison& comparison, const choice::Sweep& sweep);

}  // namespace offerkit::report
