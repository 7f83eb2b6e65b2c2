#pragma once

#include <algorithm>
#include <cstdint>

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/factor.hpp>

/// Time as a number, for what grows or moves with it.
namespace offerkit::timeline {

/// Years of 365.25 days from one day to another; none where the other is the earlier.
[[nodiscard]] inline double years_between(calendar::Date from, calendar::Date to) noexcept {
    return static_cast<double>(std::max<std::int64_t>(0, to.days_since(from))) / quantity::days_per_year;
}

}  // namespace offerkit::timeline
