#pragma once

#include <cstddef>
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

/// What a first screen can do without, the least important first: what moves the result, shortfalls, the middle of each
/// year, chances of being ahead, the turn, the end.
inline constexpr std::size_t most_left_out = 6;
/// The first screen without the first `left_out` of those; with `detail` everything.
[[nodiscard]] Page career_page(const CareerView& view, std::size_t left_out = 0);
/// The JSON contract of `career`.
[[nodiscard]] Document career_document(const CareerView& view);
/// A row for each path and look, then one for each path and year.
[[nodiscard]] Sheet career_sheet(const CareerView& view);

}  // namespace offerkit::report
