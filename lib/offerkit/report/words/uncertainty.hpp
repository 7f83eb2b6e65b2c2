#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

/// What uncertain share prices make of offers, for the pages, documents and sheets of `compare`, `show` and `decide`.
/// Documents hold amounts to the cent; pages round them to thousands, below 100,000 to hundreds, and chances to whole
/// percents: no model of prices knows more.
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

/// How near simulated amounts and chances are, in a few words each for a first screen; empty where all are exact.
[[nodiscard]] std::vector<std::string> simulated_texts(const choice::Uncertainty& uncertainty);

/// An amount of a band as pages round it.
[[nodiscard]] std::string band_amount(quantity::Money amount);

/// Bands on a page: a line an offer, or the whole block. Nothing where no share is uncertain. Null: not computed.
void add_bands(Page& page, const choice::Comparison& comparison, std::span<const std::string> names,
               const choice::Uncertainty* uncertainty);
/// What the chances of paying most are called: without an exit, where some offer may come to one, because its shares
/// count at today's value there.
[[nodiscard]] std::string pays_most_title(const choice::Comparison& comparison);
/// A line an offer, in `order`: one in ten below, the middle, one in ten above, how often it pays most. `uncertainty`
/// has a band.
[[nodiscard]] Table band_lines(const choice::Comparison& comparison, std::span<const std::string> names,
                               const choice::Uncertainty& uncertainty, std::span<const std::size_t> order,
                               std::string title);
/// The sentence for a list of assumptions; empty where nothing was assumed.
[[nodiscard]] std::string price_assumption(const choice::Uncertainty& uncertainty);

}  // namespace offerkit::report
