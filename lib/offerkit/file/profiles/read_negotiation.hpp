#pragma once

#include <optional>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::file {

/// Reads what a negotiation profile says beside its header.
[[nodiscard]] std::optional<model::NegotiationProfile> read_negotiation(const View& view, model::ProfileHeader header);

}  // namespace offerkit::file
