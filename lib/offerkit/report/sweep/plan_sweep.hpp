#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// `--sweep` of a career plan: the mean present value of each path with a key at one value after another.
struct PlanSweep {
    const choice::Sweep& sweep;
    std::vector<std::string> paths{};  ///< their ids
    quantity::Currency currency;
    int years = 0;                 ///< over which the paths are compared
    std::vector<double> errors{};  ///< by row: the largest standard error of its means, in major units
    std::vector<bool> even{};      ///< by row: the lead is too small to be told from none
};

/// A row for each value: the mean of each path and which pays most on average; then where the lead changes hands.
[[nodiscard]] Page plan_sweep_page(const PlanSweep& swept);
/// Adds `sweep[]` and `crossings[]` to the document of `career`.
void add_plan_sweep(Document& document, const PlanSweep& swept);
[[nodiscard]] Sheet plan_sweep_sheet(const PlanSweep& swept);

}  // namespace offerkit::report
