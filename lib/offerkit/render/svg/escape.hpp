#pragma once

#include <string>
#include <string_view>

namespace offerkit::render {

/// Text that cannot become markup, neither between tags nor in a quoted attribute, of HTML or of XML: `& < > " '` are
/// written as references. What a terminal would not be shown raw (control characters, bidirectional controls, broken
/// UTF-8) is written as `diagnostic::visible` writes it.
[[nodiscard]] std::string markup_text(std::string_view text);

}  // namespace offerkit::render
