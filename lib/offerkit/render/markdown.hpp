#pragma once

#include <string>

#include <offerkit/report/product/page.hpp>

namespace offerkit::render {

/// A page as GitHub-flavoured Markdown. Text cannot become markup: what would be read as a mark, a tag, a table's
/// border or the start of a list is escaped, and control characters are written out. Bars become tables, charts a block
/// of text.
[[nodiscard]] std::string to_markdown(const report::Page& page);

}  // namespace offerkit::render
