#pragma once

#include <optional>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/report/product/document.hpp>

/// What `tax`, `compare` and `show` say of an offer after tax.
namespace offerkit::report {

using choice::AfterTaxes;

/// Whether every offer is taxed, so that they can be set side by side.
[[nodiscard]] bool all_taxed(AfterTaxes taxes) noexcept;

/// `years[]`; with `explain` every line of the forms.
[[nodiscard]] Document tax_years_document(const choice::AfterTax& after, bool explain);
/// `after_tax` of an offer; null where its place is not known.
[[nodiscard]] Document after_tax_document(const std::optional<choice::AfterTax>& after);

}  // namespace offerkit::report
