#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/risk/offers/purchase_worth.hpp>

namespace offerkit::report {

/// One offer of those that are shown: a comparison of it alone, where its level stands, what it may come to, and what
/// the lookback of its purchase plan adds.
struct ShownOffer {
    choice::Comparison shown;
    std::optional<choice::LevelPlace> level{};
    choice::Uncertainty uncertainty{};
    std::optional<risk::LookbackWorth> lookback{};
    std::optional<choice::AfterTax> after{};
};

/// Everything about an offer on one screen; several, each on its own, one after the other. At least one.
[[nodiscard]] Page show_page(std::span<const ShownOffer> offers, bool explain, const diagnostic::Sources& sources);
/// An entry of `compare` with `mix` and `level`; several stand in `offers`, each as it would by itself.
[[nodiscard]] Document show_document(std::span<const ShownOffer> offers, bool explain,
                                     const diagnostic::Sources& sources);
/// A row for each year of each offer.
[[nodiscard]] Sheet show_sheet(std::span<const ShownOffer> offers);

}  // namespace offerkit::report
