#pragma once

#include <span>
#include <string>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// What it would take for each offer alone to tie with another: a table of share prices, other ways in words, and what
/// the marks in the table mean. Empty where nothing ties.
[[nodiscard]] Page break_even_part(const choice::Comparison& comparison, std::span<const std::string> names);

}  // namespace offerkit::report
