#pragma once

#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

/// What the page, the document and the sheet of `compare` have in common.
namespace offerkit::report {

[[nodiscard]] std::vector<const model::Offer*> papers_of(const choice::Comparison& comparison);
/// The longest of the offers' windows, in years begun.
[[nodiscard]] int most_years(const choice::Comparison& comparison);

}  // namespace offerkit::report
