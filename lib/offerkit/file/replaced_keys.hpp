#pragma once

#include <array>
#include <string_view>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::file {

/// The keys that go when another is set; empty ones stand for none.
using ReplacedKeys = std::array<std::string_view, 9>;

/// What goes when a key of a table is set: the other ways of saying the same, and what belongs to them alone.
[[nodiscard]] ReplacedKeys replaced_by(const model::Schema& schema, std::string_view key);

}  // namespace offerkit::file
