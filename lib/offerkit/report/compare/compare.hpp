#pragma once

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// A page compares at most so many offers side by side; documents and sheets take any number.
inline constexpr std::size_t most_side_by_side = 8;

/// Offers side by side for a person. With `explain`, each figure is traced to its lines and rules, which `sources`
/// hold. What `decide` makes of the same offers is told in one line where it was asked; null: it was not. Bands are
/// shown as far as they were computed; null: they were not. `taxes`: of each offer, or none.
[[nodiscard]] Page compare_page(const choice::Comparison& comparison, bool explain, const diagnostic::Sources& sources,
                                const choice::Decision* decision = nullptr,
                                const choice::Uncertainty* uncertainty = nullptr, choice::AfterTaxes taxes = {});
/// The JSON contract of `compare`; `explain` adds `explanation[]` to each offer, a decision its verdict. Without bands
/// `uncertainty` is null for each offer.
[[nodiscard]] Document compare_document(const choice::Comparison& comparison, bool explain,
                                        const diagnostic::Sources& sources, const choice::Decision* decision = nullptr,
                                        const choice::Uncertainty* uncertainty = nullptr,
                                        choice::AfterTaxes taxes = {});
/// A row for each offer, in the order given.
[[nodiscard]] Sheet compare_sheet(const choice::Comparison& comparison,
                                  const choice::Uncertainty* uncertainty = nullptr, choice::AfterTaxes taxes = {});

}  // namespace offerkit::report
