#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

/// The largest file that is read: a person's papers are a thousand times smaller.
inline constexpr std::size_t most_bytes = 8U * 1024U * 1024U;

/// A text that could be turned into a tree.
struct Document {
    Node root;
    diagnostic::SourceId source = 0;
    bool complete = true;  ///< false when lines with syntax errors were left out of the tree
};

/// Turns the text of a file into a tree: checks its size, its UTF-8 and its nesting, then parses it. A line that is not
/// valid TOML is reported, left out, and the rest is read on, so that one run shows every problem. Nothing is given
/// when the rest cannot be trusted. A byte order mark at the beginning is dropped.
[[nodiscard]] std::optional<Document> read_document(std::string name, std::string text, diagnostic::Sources& sources,
                                                    diagnostic::Diagnostics& diagnostics);

/// The offset at which brackets, or the dots of one key, go deeper than 64; npos when they do not.
[[nodiscard]] std::size_t find_too_deep(std::string_view text) noexcept;

}  // namespace offerkit::file
