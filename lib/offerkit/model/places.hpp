#pragma once

#include <span>
#include <string_view>

namespace offerkit::model {

/// The places whose taxes and costs of living are known by name, in alphabetical order: "us-ca", "uk-england".
[[nodiscard]] std::span<const std::string_view> known_places() noexcept;

}  // namespace offerkit::model
