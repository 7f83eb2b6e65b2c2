#pragma once

#include <offerkit/model/valuation.hpp>
#include <offerkit/report/document.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// `valuation` of `compare` and `show`: what the figures were computed with, wherever it was stated.
[[nodiscard]] Document valuation_document(const model::Valuation& valuation, quantity::Currency currency);

/// One entry of `offers[]` of `compare` and `show`: company, currency, years, definitions, certainty, what waits and
/// what lies just outside.
[[nodiscard]] Document offer_document(const value::ValuedOffer& offer);

}  // namespace offerkit::report
