#pragma once

#include <span>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/value/vest_periods.hpp>
#include <offerkit/value/vest_timeline.hpp>

namespace offerkit::report {

/// What a timeline is shown by.
struct VestView {
    value::VestStep step = value::VestStep::tranche;
    bool explain = false;
    const model::Valuation& valuation;  ///< for the as-of day and what was assumed
    const diagnostic::Sources& sources;
};

/// Every vest of the offers by date, what has vested, and what waits.
[[nodiscard]] Page vest_page(std::span<const value::OfferTimeline> offers, const VestView& view);
/// The JSON contract of `vest`: all tranches; with a step, `periods[]` as well; with `explain`, `explanation` of each
/// grant.
[[nodiscard]] Document vest_document(std::span<const value::OfferTimeline> offers, const VestView& view);
/// A row for each tranche, or for each stretch of time.
[[nodiscard]] Sheet vest_sheet(std::span<const value::OfferTimeline> offers, const VestView& view);

}  // namespace offerkit::report
