#pragma once

#include <offerkit/choice/comparison.hpp>
#include <offerkit/report/document.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// `valuation` of `compare` and `show`: what the figures were computed with, wherever it was stated.
[[nodiscard]] Document valuation_document(const choice::Comparison& comparison);

/// One entry of `offers[]` of `compare` and `show`: company, currency, years, definitions, certainty, what waits and
/// what lies just outside. `by` is the figure that `cases` are of.
[[nodiscard]] Document offer_document(const value::ValuedOffer& offer, model::Definition by);

}  // namespace offerkit::report
