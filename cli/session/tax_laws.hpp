#pragma once

#include <optional>
#include <span>
#include <vector>

#include <cli/session/session.hpp>
#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>

/// The laws of the places that offers name, read once.
namespace offerkit::cli {

/// The law of each offer of a comparison, for each year of its window; nothing for an offer without a place, and, with
/// the reason reported, for one whose law cannot be made ready.
[[nodiscard]] std::vector<std::optional<choice::TaxLaw>> read_tax_laws(Session& session,
                                                                       const choice::Comparison& comparison,
                                                                       diagnostic::Diagnostics& problems);

/// Reports each offer that names no place, where every one needs it.
void check_places(std::span<const model::Offer> offers, diagnostic::Diagnostics& problems);

/// Offers after tax, with the laws that they rest on.
struct TaxedOffers {
    std::vector<std::optional<choice::TaxLaw>> laws{};
    std::vector<std::optional<choice::AfterTax>> after{};  ///< of each offer of the comparison, in order
};

/// The taxes of a comparison's offers, which must be those given, where their places are known. What stands in the way
/// is an error where `needed`, and then every offer needs a place; else a warning, and the offer is not taxed.
[[nodiscard]] TaxedOffers tax_offers(Session& session, std::span<const model::Offer> offers,
                                     const choice::Comparison& comparison, bool needed);

/// The household of the priorities, its places checked; null without one.
[[nodiscard]] const model::Household* household_of(Session& session, const model::Offer* first);

/// The level of prices that `spending` is at: 100 for "us" or where nothing is said. Nothing for a place without one.
[[nodiscard]] std::optional<quantity::Number> spending_level(Session& session, const model::Household* household,
                                                             diagnostic::Diagnostics& problems);

}  // namespace offerkit::cli
