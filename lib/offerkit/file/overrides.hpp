#pragma once

#include <span>
#include <string_view>

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::file {

/// Edits the tree as each `--set` for this file says, before it is read. False when one of them cannot be followed,
/// which is reported in the argument.
[[nodiscard]] bool apply_overrides(Document& document, const model::Schema& schema, std::string_view file,
                                   std::span<const Override> overrides, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::file
