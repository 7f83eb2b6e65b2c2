#pragma once

#include <span>

#include <cli/session/session.hpp>
#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::cli::commands {

/// Puts what the paths of `--career PLAN` pay a year in the place of the yearly pay of the offers that they name. False
/// where that cannot be: the plan is wrong, or a factor of the priorities would count the same money twice; reported.
[[nodiscard]] bool count_careers(Session& session, std::span<const model::Offer> offers, choice::Comparison& comparison,
                                 const model::Priorities& priorities);

}  // namespace offerkit::cli::commands
