#pragma once

#include <string_view>

namespace offerkit::render {

/// The look of a page of HTML; colours come from `figure_style`, which stands before it.
[[nodiscard]] std::string_view page_style() noexcept;

}  // namespace offerkit::render
