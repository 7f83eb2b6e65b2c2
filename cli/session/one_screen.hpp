#pragma once

#include <cstddef>

#include <cli/line/invocation.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/words/first_screen.hpp>

/// As much of a first screen as a terminal shows at once.
namespace offerkit::cli {

/// Whether everything is asked for instead: with `--detail`, with `--explain`, which traces it, and in a workbook.
[[nodiscard]] bool in_full(const Invocation& invocation) noexcept;

/// The columns that a first screen has; 0: any number.
[[nodiscard]] std::size_t width_of(const Invocation& invocation);

/// Whether a page is on a first screen's 24 rows, for up to three offers, or 30 for more.
[[nodiscard]] bool fits_one_screen(const report::Page& page, const Invocation& invocation, std::size_t offers = 1);

/// The first screen on at most 24 rows for up to three offers, 30 for more, with `below` under it. Markdown has no
/// rows, so that everything stays.
[[nodiscard]] report::Page one_screen(const report::FirstScreen& screen, const Invocation& invocation,
                                      std::size_t offers, const report::Page& below = {});

}  // namespace offerkit::cli
