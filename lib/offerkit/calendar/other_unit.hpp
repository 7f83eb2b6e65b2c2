#pragma once

#include <offerkit/calendar/period.hpp>

namespace offerkit::calendar {

/// About the same time in months, or in days. For suggestions alone: nothing is computed with it, since 90 days are not
/// 3 months.
[[nodiscard]] Period about_in(Period period, Period::Unit unit) noexcept;

}  // namespace offerkit::calendar
