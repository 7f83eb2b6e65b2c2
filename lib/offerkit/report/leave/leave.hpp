#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/value/leaving_months.hpp>

namespace offerkit::report {

struct LeaveView {
    bool explain = false;
    const model::Valuation& valuation;
    const diagnostic::Sources& sources;
};

/// What somebody walks away with on a day, as a careful friend would say it.
[[nodiscard]] Page leave_page(std::span<const value::LeavingAnswer> entries, const LeaveView& view);
/// The JSON contract of `leave`.
[[nodiscard]] Document leave_document(std::span<const value::LeavingAnswer> entries, const LeaveView& view);
/// A row for each offer, or for each of its months.
[[nodiscard]] Sheet leave_sheet(std::span<const value::LeavingAnswer> entries);

}  // namespace offerkit::report
