#pragma once

#include <optional>

#include <offerkit/timeline/resolved_offer.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// An offer as far as its annualized figure goes, for one that is edited and valued many times: `annualized`, the
/// definitions `annualized` and `target`, and the grants are those of `value_offer`; there are no flows, and nothing
/// that rests on them. Nothing, and reported, when that much cannot be had.
[[nodiscard]] std::optional<ValuedOffer> annualized_offer(const model::Offer& offer, const timeline::Window& window,
                                                          const ValuingContext& context, Diagnostics& diagnostics);

// The steps of it, which `value_offer` takes too.

/// An offer none of whose figures are known yet.
[[nodiscard]] ValuedOffer not_valued(const model::Offer& offer, const timeline::Window& window, Currency currency);

/// Resolves the offer and takes its grants; returns the rest, which tells whether all grants could be spelled out.
[[nodiscard]] timeline::ResolvedOffer resolve_grants(ValuedOffer& valued, calendar::Date as_of,
                                                     Diagnostics& diagnostics);

/// Finds the rates of the offer's pay and of all its grants. Returns false, and reports it, if one is missing.
[[nodiscard]] bool find_rates(ValuedOffer& valued, Exchange& exchange, Diagnostics& diagnostics);

/// Computes the annualized figures, what a ban on competing costs, and `everything`. Returns false if one leaves 64
/// bits.
[[nodiscard]] bool annualize(ValuedOffer& valued, const Exchange& exchange);

/// Reports that the amounts of an offer leave 64 bits.
void report_too_large(const model::Offer& offer, Diagnostics& diagnostics);

}  // namespace offerkit::value
