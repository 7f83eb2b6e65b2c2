#pragma once

#include <string>

#include <offerkit/render/paint.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::render {

/// A page for a person at a terminal, each line at most `screen.width` columns wide where its words and numbers allow.
///
/// Nothing is cut. A table that is too wide first wraps its titles and its columns of words, then continues below in
/// parts that repeat its key columns; a number is never broken, so that on a very narrow screen it is the line that
/// grows. Paragraphs stay within 100 columns on any screen, because longer lines are hard to read.
[[nodiscard]] std::string to_terminal(const report::Page& page, const Screen& screen);

}  // namespace offerkit::render
