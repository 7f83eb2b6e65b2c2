#pragma once

#include <string>
#include <string_view>

#include <offerkit/report/figure/figure.hpp>

namespace offerkit::render {

/// A chart as an `<svg>` element to stand in a page that has `figure_style`: title and description for those who do not
/// see it, patterns beside colours. `id` begins the ids inside it and is unique in its page: letters a to z and `-`.
[[nodiscard]] std::string svg_figure(const report::Figure& figure, std::string_view id);

/// The same as a file of its own, light or dark as its viewer is.
[[nodiscard]] std::string svg_file(const report::Figure& figure);

/// Colours, strokes and letters of charts as CSS, light and dark; also the colours of a page around them.
[[nodiscard]] std::string_view figure_style() noexcept;

}  // namespace offerkit::render
