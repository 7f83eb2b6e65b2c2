#pragma once

#include <string>

#include <offerkit/report/figure/paper.hpp>
#include <offerkit/report/product/page.hpp>

/// Pages and papers as one HTML file that needs nothing else: no script, no load, its style inside. It reads light or
/// dark as the reader's system is, from 360 pixels on, and on paper. A Content-Security-Policy forbids every load.
/// Nothing that a person wrote can become markup.
namespace offerkit::render {

/// A page as a whole HTML document, from the same blocks as the terminal.
[[nodiscard]] std::string to_html(const report::Page& page);

/// A paper as a whole HTML document: its sections with a list of them on top, each chart with its table behind it.
[[nodiscard]] std::string to_html(const report::Paper& paper);

}  // namespace offerkit::render
