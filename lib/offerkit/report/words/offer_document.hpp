#pragma once

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// `valuation` of `compare` and `show`: what the figures were computed with, wherever it was stated.
[[nodiscard]] Document valuation_document(const choice::Comparison& comparison);

/// One entry of `offers[]` of `compare` and `show`: company, currency, years, definitions, certainty, what waits and
/// what lies just outside. `by` is the figure that `cases` are of.
[[nodiscard]] Document offer_document(const value::ValuedOffer& offer, model::Definition by);

/// `make_whole` of `compare`, `show` and `leave`.
[[nodiscard]] Document make_whole_document(const value::MakeWhole& make_whole);
/// `non_compete` of the same; null where nobody is barred.
[[nodiscard]] Document non_compete_document(const std::optional<value::NonCompete>& ban);

}  // namespace offerkit::report
