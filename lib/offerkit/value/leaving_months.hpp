#pragma once

#include <optional>

#include <offerkit/calendar/period.hpp>
#include <offerkit/value/leaving.hpp>

namespace offerkit::value {

/// A row for each month of the horizon, the i-th on first + i months, and the days after `first` up to its end on which
/// the cost falls most: at most six, each by at least a twentieth of the most that stands in any row. Nothing when
/// amounts are too large, which is reported. Rows end with the last day that the papers name.
[[nodiscard]] std::optional<LeavingMonths> leaving_months(LeavingBook& book, calendar::Date first,
                                                          calendar::Period horizon, model::LeavingReason reason,
                                                          Diagnostics& diagnostics);

/// What is asked of a book of leaving.
struct LeavingTimes {
    timeline::Departure departure;
    calendar::Date first_month;                 ///< on which the months begin
    std::optional<calendar::Period> horizon{};  ///< of the months; absent: they are not asked for

    /// The last day that an answer looks at.
    [[nodiscard]] calendar::Date last() const noexcept;
};

/// The answer of a book, which must outlive it. Nothing when amounts are too large or the calendar ends, which is
/// reported.
[[nodiscard]] std::optional<LeavingAnswer> leaving_answer(LeavingBook& book, const LeavingTimes& times,
                                                          Diagnostics& diagnostics);

}  // namespace offerkit::value
