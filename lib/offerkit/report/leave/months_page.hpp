#pragma once

#include <offerkit/report/product/page.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/value/leaving_months.hpp>

namespace offerkit::report {

/// What waiting changes: a chart of the cost, the days worth waiting for, and a row for each month. `style` has seen
/// the amounts that stand beside it.
[[nodiscard]] Page leave_months_page(const value::LeavingMonths& months, const value::Leaving& leaving,
                                     MoneyStyle style);

}  // namespace offerkit::report
