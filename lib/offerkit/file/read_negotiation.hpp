#pragma once

#include <optional>

#include <offerkit/file/view.hpp>
#include <offerkit/model/catalogue.hpp>

namespace offerkit::file {

/// Reads what a negotiation profile says beside its header.
[[nodiscard]] std::optional<model::NegotiationProfile> read_negotiation(const View& view, model::ProfileHeader header);

}  // namespace offerkit::file
