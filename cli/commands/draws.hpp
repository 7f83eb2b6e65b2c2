#pragma once

#include <algorithm>

#include <cli/line/invocation.hpp>
#include <offerkit/choice/decision/decision.hpp>

namespace offerkit::cli::commands {

/// The options of a decision that a command makes, with no more draws than a search for faults asks for.
[[nodiscard]] inline choice::DecisionOptions with_draws(choice::DecisionOptions options, const Invocation& invocation) {
    if (invocation.draws) {
        options.draws = std::min(options.draws, *invocation.draws);
        options.samples = std::min(options.samples, *invocation.draws);
    }
    return options;
}

}  // namespace offerkit::cli::commands
