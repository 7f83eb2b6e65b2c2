#pragma once

#include <string>
#include <string_view>

#include <offerkit/report/figure/paper.hpp>
#include <offerkit/report/product/page.hpp>

/// The blocks of a page as elements of HTML.
namespace offerkit::render {

/// A text between tags: escaped, its lines broken, what stands between backticks as code.
[[nodiscard]] std::string html_text(std::string_view text);

/// A block as elements. `id` begins the ids inside it and is unique in its document.
[[nodiscard]] std::string html_block(const report::Block& block, std::string_view id);

/// A chart with its title, its table behind it, and both readable without the other.
[[nodiscard]] std::string html_figure(const report::Figure& figure, std::string_view id);

}  // namespace offerkit::render
