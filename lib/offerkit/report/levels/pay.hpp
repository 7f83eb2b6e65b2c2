#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/report/levels/levels.hpp>

/// What is paid at levels, as the pages of levels show it.
namespace offerkit::report {

/// Medians by rung, one table for each source, with the part of them that is stock. `marks` says which levels stand on
/// a rung: it is written beside the rung's name.
void add_rung_pay(Page& page, const LevelFacts& facts, const std::map<std::string, std::vector<std::string>>& marks);

/// What is published for a level itself: its own medians and the postings that name it. Nothing where nothing is.
void add_level_pay(Page& page, const LevelFacts& facts, const choice::LevelPlace& place);

/// An amount to whole thousands: an estimate by a ratio knows no more.
[[nodiscard]] quantity::Money to_thousands(quantity::Money amount);

/// An amount in whole units, or a cell that does not apply.
[[nodiscard]] Cell money_cell(const std::optional<quantity::Money>& amount);

}  // namespace offerkit::report
