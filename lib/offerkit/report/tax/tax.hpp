#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/after_tax/equivalent.hpp>
#include <offerkit/choice/after_tax/living.hpp>
#include <offerkit/choice/after_tax/remarks.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/report/words/first_screen.hpp>

/// The products of `tax`.
namespace offerkit::report {

/// An offer after tax, with what is said beside its figures.
struct TaxedOffer {
    choice::AfterTax after;
    std::optional<choice::Living> living{};
    std::vector<choice::TaxRemark> warnings{};
    std::vector<choice::TaxRemark> left_out{};
};

/// What `tax` found: offers in the order given.
struct TaxView {
    std::span<const TaxedOffer> offers;
    std::span<const choice::Equivalent> equivalents;
    /// What each leaves in its first year, in the currency of the results; nothing without an exchange rate.
    std::span<const std::optional<quantity::Money>> left;
    const model::Household* household = nullptr;
    bool explain = false;
};

/// The answer in whole units: who leaves most, what is taken of each first year, and what would leave as much
/// elsewhere. Offers stand side by side as far as `width` columns hold them, else below each other.
[[nodiscard]] FirstScreen tax_first_screen(const TaxView& view, std::size_t width);
/// What each offer leaves, for a person: first years side by side, then every year; every line of the forms with
/// `explain`.
[[nodiscard]] Page tax_page(const TaxView& view);
/// The JSON contract of `tax`.
[[nodiscard]] Document tax_document(const TaxView& view);
/// A row for each year of each offer.
[[nodiscard]] Sheet tax_sheet(const TaxView& view);

/// What a warning or a thing left out says, as a sentence.
[[nodiscard]] std::string sentence_of(const choice::TaxRemark& remark);
/// The same in a few words.
[[nodiscard]] std::string short_of(const choice::TaxRemark& remark);

}  // namespace offerkit::report
