#pragma once

#include <offerkit/calendar/date.hpp>

namespace offerkit::cli {

/// The day it is where the person is: the only place in the program that reads a clock, for the default of `--as-of`.
[[nodiscard]] calendar::Date today();

}  // namespace offerkit::cli
