#pragma once

#include <offerkit/model/valuation.hpp>
#include <offerkit/report/document.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// One entry of `offers[]` of `compare` and `show`: company, currency, years, definitions, certainty, what waits and
/// what lies just outside.
[[nodiscard]] Document offer_document(const value::ValuedOffer& offer);

}  // namespace offerkit::report
