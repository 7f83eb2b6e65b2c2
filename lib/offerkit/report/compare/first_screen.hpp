#pragma once

#include <cstddef>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/words/after_tax.hpp>
#include <offerkit/report/words/first_screen.hpp>

namespace offerkit::report {

/// The answer of `compare` in whole units: who leads and by how much, what each year pays, and what would change it.
/// Offers stand side by side as far as `width` columns hold them, else below each other. The rest as `compare_page`.
[[nodiscard]] FirstScreen compare_first_screen(const choice::Comparison& comparison, std::size_t width,
                                               const choice::Decision* decision = nullptr,
                                               const choice::Uncertainty* uncertainty = nullptr, AfterTaxes taxes = {});

}  // namespace offerkit::report
