#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/after_tax.hpp>

/// The figures of `compare`, said once: the sheet has a row for each offer, and the page a column for each.
namespace offerkit::report {

/// A row is an offer's place in the comparison, which must outlive the columns, as must the bands and what stays after
/// tax, where they were computed.
[[nodiscard]] Columns<std::size_t> compare_columns(const choice::Comparison& comparison,
                                                   const choice::Uncertainty* uncertainty = nullptr,
                                                   AfterTaxes taxes = {});

/// The key of a year's total, counted from 1, and of a definition of total compensation.
[[nodiscard]] std::string year_key(int year);
[[nodiscard]] std::string definition_key(model::Definition definition);

}  // namespace offerkit::report
