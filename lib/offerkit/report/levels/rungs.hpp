#pragma once

#include <span>
#include <string>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/report/product/page.hpp>

/// Ladders set side by side by standard rung.
namespace offerkit::report {

/// Whether none of its levels has a height.
[[nodiscard]] bool placed_by_rung(const model::Ladder& ladder);
/// A ladder's name, with a star where it is placed by rung alone.
[[nodiscard]] std::string marked(const model::Ladder& ladder);
/// A row for each standard rung, a column for each ladder.
[[nodiscard]] Table rungs_table(std::span<const model::Ladder* const> ladders);

}  // namespace offerkit::report
