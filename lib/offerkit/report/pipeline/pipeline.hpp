#pragma once

#include <cstddef>

#include <offerkit/choice/pipeline/pipeline.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// How much a first screen of `pipeline` says: columns of a name (0: as long as it is) and entries of a list.
struct PipelineRoom {
    std::size_t longest_name = 0;
    std::size_t most_listed = 3;
};

/// Whether to accept or to wait, on one screen; with `detail` everything that stands behind it, whatever the room.
[[nodiscard]] Page pipeline_page(const choice::Pipeline& found, bool detail, PipelineRoom room = {});
/// The JSON contract of `pipeline`.
[[nodiscard]] Document pipeline_document(const choice::Pipeline& found);
/// A row for each figure: what it measures, by when, how likely, how much.
[[nodiscard]] Sheet pipeline_sheet(const choice::Pipeline& found);

}  // namespace offerkit::report
