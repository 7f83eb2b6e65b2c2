#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/sheet.hpp>

/// What uncertain share prices make of offers, for documents and sheets: amounts to the cent, chances as they are.
namespace offerkit::report {

/// `uncertainty` of an offer: null without uncertain shares.
[[nodiscard]] Document uncertainty_document(const choice::Uncertainty& uncertainty, std::size_t offer);
/// `chances[]`: each pair of offers once.
[[nodiscard]] Document chances_document(const choice::Comparison& comparison, const choice::Uncertainty& uncertainty);
/// What was assumed about share prices, as `assumption_documents` has it; appended to `assumptions`.
void add_price_assumptions(Document& assumptions, const choice::Uncertainty& uncertainty);

/// The columns of a sheet, and what one of them, counted from 0, holds of an offer.
[[nodiscard]] std::span<const std::string_view> uncertainty_columns() noexcept;
[[nodiscard]] Datum uncertainty_datum(const choice::Uncertainty& uncertainty, std::size_t offer, std::size_t column);

}  // namespace offerkit::report
