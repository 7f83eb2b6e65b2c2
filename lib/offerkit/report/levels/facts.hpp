#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/career/beside.hpp>
#include <offerkit/report/levels/levels.hpp>

/// What the pages and documents of levels tell alike.
namespace offerkit::report {

/// The level itself. Programmer error where its ladder is not among the facts.
[[nodiscard]] const model::LadderLevel& level_of(const LevelFacts& facts, const choice::LevelPlace& place);

/// "Facts older than two years: ladders/google and ladders/meta of 2021-01-01." of the profiles used; empty where all
/// are newer.
[[nodiscard]] std::string old_level_facts(std::span<const model::ProfileHeader* const> used, calendar::Date as_of);

/// What is missing about the next level and how to get it; a sentence each.
[[nodiscard]] std::vector<std::string> missing_figures(const OfferLevel& level);

/// "level", "rung", "posting".
[[nodiscard]] std::string_view to_string(choice::PayBasis basis) noexcept;

}  // namespace offerkit::report
