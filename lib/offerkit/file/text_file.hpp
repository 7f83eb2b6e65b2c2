#pragma once

#include <optional>
#include <string>

#include <offerkit/result.hpp>

namespace offerkit::file {

/// The bytes of a file, at most one more than 8 MiB of them, so that a caller sees that there are too many. The failure
/// is the system's error number.
[[nodiscard]] Result<std::string, int> slurp(const std::string& path);

}  // namespace offerkit::file
