#pragma once

#include <span>

#include <offerkit/report/levels/levels.hpp>
#include <offerkit/report/words/first_screen.hpp>

/// What `levels` answers on its first screen; the pages of levels.hpp are everything.
namespace offerkit::report {

/// All ladders by standard rung, and what is paid on the rungs.
[[nodiscard]] FirstScreen ladders_first_screen(const LevelFacts& facts);
/// Every level of one ladder, and beside it the levels of the others that cover it, those that cover most first.
[[nodiscard]] FirstScreen ladder_first_screen(const LevelFacts& facts, const model::Ladder& ladder);
/// Levels, usually one: what each is at the other companies, in words, and what one up is worth.
[[nodiscard]] FirstScreen levels_first_screen(const LevelFacts& facts, std::span<const choice::LevelPlace> places);
/// What one level up would be worth to an offer, by each source.
[[nodiscard]] FirstScreen offer_level_first_screen(const LevelFacts& facts, const OfferLevel& level);

}  // namespace offerkit::report
