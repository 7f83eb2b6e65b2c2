#pragma once

#include <optional>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/household.hpp>

/// Reading [household] of a priorities file.
namespace offerkit::file {

/// The household of a priorities file; nothing without the table. What cannot be read is reported and left out.
[[nodiscard]] std::optional<model::Household> read_household(const View& priorities);

}  // namespace offerkit::file
