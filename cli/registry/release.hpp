#pragma once

#include <string_view>

namespace offerkit::cli {

/// What `--version` says: "0.1.0" for a release, "0.2.0-dev+gc0ffee1234" for what is built between two of them. See
/// cmake/release_name.cmake.
[[nodiscard]] std::string_view release() noexcept;

}  // namespace offerkit::cli
