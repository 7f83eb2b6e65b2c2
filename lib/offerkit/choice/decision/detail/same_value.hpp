#pragma once

namespace offerkit::choice::decision::detail {

/// Values closer than this are equal: what is left of one sum added in two ways.
inline constexpr double same_value = 1e-12;

}  // namespace offerkit::choice::decision::detail
