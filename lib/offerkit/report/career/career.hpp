#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/terms.hpp>
#include <offerkit/model/career_plan.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

/// What `career` says: what paths pay over years, and what one would have to believe for another to tie. It never says
/// that a path is better.
namespace offerkit::report {

struct CareerView {
    const model::CareerPlan& plan;
    const choice::paths::Terms& terms;
    const choice::paths::Career& career;
    std::vector<std::string> warnings{};  ///< as sentences
    bool detail = false;
};

/// The first screen, in at most 24 lines of 80 columns; with `detail` everything.
[[nodiscard]] Page career_page(const CareerView& view);
/// The JSON contract of `career`.
[[nodiscard]] Document career_document(const CareerView& view);
/// A row for each path and look, then one for each path and year.
[[nodiscard]] Sheet career_sheet(const CareerView& view);

}  // namespace offerkit::report
