#pragma once

#include <cstddef>
#include <string>

#include <offerkit/render/paint.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::render {

/// Columns between what stands side by side.
inline constexpr std::size_t gap = 2;

/// The larger blocks of a page as lines for a terminal, each ending in a newline. `to_terminal` puts them together.
[[nodiscard]] std::string table_text(const report::Table& table, const Screen& screen);
[[nodiscard]] std::string bars_text(const report::Bars& bars, const Screen& screen);
[[nodiscard]] std::string chart_text(const report::Chart& chart, const Screen& screen);
[[nodiscard]] std::string intervals_text(const report::Intervals& intervals, const Screen& screen);

}  // namespace offerkit::render
