#pragma once

#include <span>

#include <offerkit/report/words/first_screen.hpp>
#include <offerkit/value/leaving_months.hpp>

namespace offerkit::report {

/// The answer of `leave` in whole units: what leaving costs, what has to be paid by when, what waiting changes, and the
/// next date worth waiting for. Several offers stand below each other. At least one.
[[nodiscard]] FirstScreen leave_first_screen(std::span<const value::LeavingAnswer> answers);

}  // namespace offerkit::report
