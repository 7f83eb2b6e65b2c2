#pragma once

#include <optional>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::cli {

/// Asks a person what matters to them and how much, without an offer in sight: the factors, what no offer may go below,
/// the scale of pay, which swing matters most and the others beside it (SMARTS), whether what that makes each factor
/// worth in money is right, what one would take in place of a coin that decides pay, and who is taxed. `start` is where
/// to begin: a profile or a file of their own; null: from scratch. What it holds beyond that (horizon, discount rate
/// and the like) is kept.
///
/// The weights of the result are swings. Nothing when the dialogue has stopped.
[[nodiscard]] std::optional<model::Priorities> elicit_priorities(Dialogue& dialogue, const model::Priorities* start);

}  // namespace offerkit::cli
