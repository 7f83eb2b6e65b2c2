#pragma once

#include <optional>
#include <span>
#include <string>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// What stays a year of each offer whose place is known, and its rank where all are. Nothing where none is.
[[nodiscard]] std::optional<Table> after_tax_table(const choice::Comparison& comparison,
                                                   std::span<const std::string> names,
                                                   std::span<const std::optional<choice::AfterTax>> taxes);

}  // namespace offerkit::report
