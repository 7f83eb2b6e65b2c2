#pragma once

#include <cli/answer.hpp>
#include <cli/session.hpp>

namespace offerkit::cli::commands {

/// `decide` on offers and priorities: everything but its two dialogues.
[[nodiscard]] Answer weigh(Session& session);

}  // namespace offerkit::cli::commands
