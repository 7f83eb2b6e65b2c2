#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

/// What one level up is worth: the ratio of the median totals of the two levels, by the first source that has both at
/// one date (docs/numbers.md, "Levels"). `nullopt` at the top of a ladder, off every ladder, or where no source has
/// both.
[[nodiscard]] std::optional<LevelStep> level_step(const model::Level& level, std::span<const model::Ladder> ladders,
                                                  std::span<const model::BandProfile> bands,
                                                  std::span<const model::MarketProfile> markets);

}  // namespace offerkit::choice::negotiation
