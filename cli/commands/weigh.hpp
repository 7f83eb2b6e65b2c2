#pragma once

#include <cli/session/answer.hpp>
#include <cli/session/session.hpp>

namespace offerkit::cli::commands {

/// `decide` on offers and priorities: everything but its two dialogues.
[[nodiscard]] Answer weigh(Session& session);

}  // namespace offerkit::cli::commands
