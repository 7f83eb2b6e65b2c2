#pragma once

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/sales.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// What a private company's shares bring at one sale value after another: `show --sweep exit.value=...`.
[[nodiscard]] Page sales_page(const choice::Comparison& shown, const choice::Sales& sales);
/// Adds `sweep[]`, whose figures are what the shares bring, to the document of `show`.
void add_sales(Document& document, const choice::Comparison& shown, const choice::Sales& sales);
[[nodiscard]] Sheet sales_sheet(const choice::Comparison& shown, const choice::Sales& sales);

}  // namespace offerkit::report
