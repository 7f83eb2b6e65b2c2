#pragma once

#include <string_view>

namespace offerkit {

/// The version of the library, for example "0.1.0".
std::string_view version();

}  // namespace offerkit
