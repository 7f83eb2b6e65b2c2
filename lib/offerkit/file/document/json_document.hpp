#pragma once

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/document/json_tree.hpp>

namespace offerkit::file {

/// A JSON object as the tree that a TOML file with the same keys would give: a text that is a day ("2026-03-02") is a
/// date, and a member that is `null` is left out. Places and digits are those of the JSON.
[[nodiscard]] Document document_of(const Json& object);

}  // namespace offerkit::file
