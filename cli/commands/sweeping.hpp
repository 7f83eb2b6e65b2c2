#pragma once

#include <optional>

#include <cli/session/session.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/sales.hpp>
#include <offerkit/choice/comparison/sweep.hpp>

namespace offerkit::cli::commands {

/// The sales that `--sweep exit.value=...` asks for; nothing without it, and where the offer's company cannot be sold,
/// which is complained of.
[[nodiscard]] std::optional<choice::Sales> sold(Session& session, const value::ValuedOffer& offer);

/// What `--sweep` asks for, the files read anew at each value and valued as `compared` is; nothing without one, and
/// where a value cannot be followed, which is complained of.
[[nodiscard]] std::optional<choice::Sweep> swept(Session& session, const choice::Comparison& compared);

}  // namespace offerkit::cli::commands
