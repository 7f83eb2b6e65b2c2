#pragma once

#include <string_view>

// The version, for the preprocessor; CMakeLists.txt reads it here.
#define OFFERKIT_VERSION_MAJOR 0
#define OFFERKIT_VERSION_MINOR 1
#define OFFERKIT_VERSION_PATCH 0

namespace offerkit {

/// The version of the library, for example "0.1.0".
std::string_view version();

}  // namespace offerkit
