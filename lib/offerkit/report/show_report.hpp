#pragma once

#include <optional>

#include <offerkit/choice/career_levels.hpp>
#include <offerkit/choice/comparison.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/document.hpp>
#include <offerkit/report/page.hpp>
#include <offerkit/report/sheet.hpp>

namespace offerkit::report {

/// Everything about one offer on one screen. `shown` compares that offer alone; `level` is where its level stands.
[[nodiscard]] Page show_page(const choice::Comparison& shown, const std::optional<choice::LevelPlace>& level,
                             bool explain, const diagnostic::Sources& sources);
/// An entry of `compare` with `mix` and `level`.
[[nodiscard]] Document show_document(const choice::Comparison& shown, const std::optional<choice::LevelPlace>& level,
                                     bool explain, const diagnostic::Sources& sources);
/// A row for each year.
[[nodiscard]] Sheet show_sheet(const choice::Comparison& shown);

}  // namespace offerkit::report
