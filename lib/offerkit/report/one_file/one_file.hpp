#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/calendar/events.hpp>
#include <offerkit/report/figure/paper.hpp>
#include <offerkit/value/leaving_months.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// The report: everything that is known of some offers in one paper, for somebody who has never seen the program
/// (docs/report.md).
namespace offerkit::report {

/// What the report is made from: what `compare`, `vest`, `leave`, `decide`, `tax` and `negotiate` find of the same
/// offers. All of it outlives the paper. Pointers are null where something does not apply or was not asked for.
struct ReportView {
    const choice::Comparison& comparison;
    const choice::Comparison* with_waiting = nullptr;  ///< the same with everything counted that waits
    const choice::Uncertainty& bands;
    std::span<const std::optional<choice::AfterTax>> taxes{};  ///< of each offer, or none
    std::span<const value::OfferTimeline> timelines{};
    std::span<const value::LeavingAnswer> leaving{};
    const CalendarFacts* days = nullptr;
    const choice::Decision* decision = nullptr;
    const model::Priorities* priorities = nullptr;
    const choice::Negotiation* negotiation = nullptr;  ///< for oneself: walk-away number, alternative, target
    const diagnostic::Sources& sources;
};

/// The paper. What only the person themself should see is in it only with a negotiation.
[[nodiscard]] Paper report_paper(const ReportView& view);

}  // namespace offerkit::report
