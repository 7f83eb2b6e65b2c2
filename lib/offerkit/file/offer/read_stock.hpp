#pragma once

#include <offerkit/file/keys/view.hpp>

namespace offerkit::file {

/// Reads [stock] into the offer, whose first day has to be known; its currency becomes that of the context's stock.
/// Without the table the offer keeps none.
void read_stock(const View& root, model::Offer& offer);

}  // namespace offerkit::file
