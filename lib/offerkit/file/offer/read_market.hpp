#pragma once

#include <offerkit/file/keys/view.hpp>

/// The parts of an offer file that judge it: ratings, rates of exchange, and what others are paid.
namespace offerkit::file {

void read_fx(const View& root, model::Offer& offer);
void read_factors(const View& root, model::Offer& offer);
void read_band(const View& root, model::Offer& offer);
void read_market(const View& root, model::Offer& offer);

}  // namespace offerkit::file
