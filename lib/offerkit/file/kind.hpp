#pragma once

#include <string>
#include <string_view>

#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

/// What a file is by its keys: "offer", "priorities", "pipeline", "plan", or "profiles/" and a kind of profile, such as
/// "profiles/ladders". It is an offer unless its keys say clearly that it is something else.
[[nodiscard]] std::string kind_of(const Node& root);

/// "a priorities file", "a ladder": what a file of a kind is to people.
[[nodiscard]] std::string_view described_kind(std::string_view kind) noexcept;

}  // namespace offerkit::file
