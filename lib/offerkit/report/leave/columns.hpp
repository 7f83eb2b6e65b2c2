#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/report/product/columns.hpp>
#include <offerkit/value/leaving_months.hpp>

/// The tables of `leave`, said once for the page and the sheet.
namespace offerkit::report {

/// Leaving on a day. A sheet has a row for each; a page lays their figures side by side.
struct LeaveLine {
    const value::Leaving* leaving = nullptr;
    const std::optional<value::NonCompete>* non_compete = nullptr;  ///< null on a page
};
[[nodiscard]] Columns<LeaveLine> leave_columns();

/// Leaving in one month of those ahead.
struct LeaveMonthLine {
    const value::Leaving* leaving = nullptr;  ///< on the first day asked
    const value::LeavingMonth* month = nullptr;
    std::optional<calendar::Date> wait_for{};  ///< the day worth waiting for before the next month
};
[[nodiscard]] std::vector<LeaveMonthLine> month_lines(const value::Leaving& leaving,
                                                      const value::LeavingMonths& months);
/// A row for each month. A page shows the columns that say something of these lines.
[[nodiscard]] Columns<LeaveMonthLine> month_columns(std::span<const LeaveMonthLine> lines);

}  // namespace offerkit::report
