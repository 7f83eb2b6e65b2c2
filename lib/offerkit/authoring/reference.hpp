#pragma once

#include <string>

namespace offerkit::authoring {

/// The reference page of every file that people write, in Markdown: what each key takes, its default and its meaning,
/// from the field tables that also drive reading. docs/file-reference.md is this text.
[[nodiscard]] std::string file_reference();

}  // namespace offerkit::authoring
