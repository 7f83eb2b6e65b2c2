#pragma once

#include <cli/session/answer.hpp>
#include <cli/session/session.hpp>

namespace offerkit::cli::commands {

/// `decide --blind`: asks how each offer does, the names hidden; writes the ratings into the offer files once the
/// person has seen the change, and decides on them. With `--print` it prints them instead.
[[nodiscard]] Answer rate_blind(Session& session);

}  // namespace offerkit::cli::commands
