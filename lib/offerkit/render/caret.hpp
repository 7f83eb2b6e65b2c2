#pragma once

#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/render/paint.hpp>

namespace offerkit::render {

/// A problem as a person reads it: where, what, the line with a caret under the place, and what to write instead.
///
///     offer.toml:12:1: error: unknown key `salry` [unknown-key]
///        12 | salry = 182_000
///           | ^^^^^
///           = help: did you mean `salary`?
///
/// The first line is never wrapped, so that editors and `grep` find it. In the excerpt tabs stand at every fourth
/// column, dangerous characters are written out, and of a line longer than the screen the part around the place is
/// shown between `…`. A byte order mark in front of the first line is neither shown nor counted as a column. A place
/// past the end of its line gets one caret there. A second place follows as a note of its own.
[[nodiscard]] std::string to_text(const diagnostic::Diagnostic& problem, const diagnostic::Sources& sources,
                                  const Screen& screen);

/// All of them in the order given, a blank line between.
[[nodiscard]] std::string to_text(const std::vector<diagnostic::Diagnostic>& problems,
                                  const diagnostic::Sources& sources, const Screen& screen);

}  // namespace offerkit::render
