#pragma once

#include <string_view>
#include <vector>

namespace offerkit::cli {

/// The kinds of profiles there are: "vesting", "ladders" ...
[[nodiscard]] std::vector<std::string_view> profile_kind_words();
/// The kinds of files that `schema` describes: "offer", "priorities", "pipeline", "plan", and the kinds of profiles.
[[nodiscard]] std::vector<std::string_view> schema_kind_words();

}  // namespace offerkit::cli
