#pragma once

#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/paths/statistics.hpp>

/// Amounts of a simulation as a screen shows them: no digit that a standard error does not carry.
namespace offerkit::report {

/// Amounts that are read against each other, such as a column: all rounded to the power of ten above the largest
/// standard error, at least 1,000, and all written alike, in millions once one of them has a million: "80,000" and
/// "0"; "3.24M" and "0.98M".
[[nodiscard]] std::vector<std::string> rough_amounts(std::span<const choice::paths::Estimated> amounts);
/// The same of one amount that stands alone.
[[nodiscard]] std::string rough_amount(const choice::paths::Estimated& amount);
/// The same in thousands, for tables that say so: "475", "3910".
[[nodiscard]] std::vector<std::string> rough_thousands(std::span<const choice::paths::Estimated> amounts);

}  // namespace offerkit::report
