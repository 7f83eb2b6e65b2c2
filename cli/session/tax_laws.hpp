#pragma once

#include <optional>
#include <vector>

#include <cli/session/session.hpp>
#include <offerkit/choice/after_tax/law.hpp>
#include <offerkit/choice/comparison/comparison.hpp>

/// The laws of the places that offers name, read once.
namespace offerkit::cli {

/// The law of each offer of a comparison, for each year of its window; nothing for an offer without a place, and, with
/// the reason reported, for one whose law cannot be made ready.
[[nodiscard]] std::vector<std::optional<choice::TaxLaw>> read_tax_laws(Session& session,
                                                                       const choice::Comparison& comparison);

/// The household of the priorities, its places checked; null without one.
[[nodiscard]] const model::Household* household_of(Session& session, const model::Offer* first);

/// The level of prices that `spending` is at: 100 for "us" or where nothing is said. Nothing for a place without one.
[[nodiscard]] std::optional<quantity::Number> spending_level(Session& session, const model::Household* household);

}  // namespace offerkit::cli
