#pragma once

#include <offerkit/file/keys/view.hpp>

/// What may become of a private company: [[exit]] and profiles of exits.
namespace offerkit::file {

/// Reads the scenarios of the offer, or those of the profile that [stock] names, and checks what belongs together. The
/// stock, its number of shares and the events of the offer have to be known.
void read_exits(const View& root, model::Offer& offer);

}  // namespace offerkit::file
