#pragma once

#include <optional>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::file {

/// The tables `[[claim]]` of a profile. One that cannot be read is left out, and reported.
[[nodiscard]] std::vector<model::Claim> read_claims(const View& view);

/// Reads what a negotiation profile says beside its header.
[[nodiscard]] std::optional<model::NegotiationProfile> read_negotiation(const View& view, model::ProfileHeader header);

}  // namespace offerkit::file
