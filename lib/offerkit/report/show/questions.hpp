#pragma once

#include <string>
#include <vector>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// What the papers of an offer leave open and an employer can answer, the most important first.
[[nodiscard]] std::vector<std::string> questions_about(const value::ValuedOffer& offer);

}  // namespace offerkit::report
