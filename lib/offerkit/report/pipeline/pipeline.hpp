#pragma once

#include <offerkit/choice/pipeline/pipeline.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// Whether to accept or to wait, on one screen; with `detail` everything that stands behind it.
[[nodiscard]] Page pipeline_page(const choice::Pipeline& found, bool detail);
/// The JSON contract of `pipeline`.
[[nodiscard]] Document pipeline_document(const choice::Pipeline& found);
/// A row for each figure: what it measures, by when, how likely, how much.
[[nodiscard]] Sheet pipeline_sheet(const choice::Pipeline& found);

}  // namespace offerkit::report
