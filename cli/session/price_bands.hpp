#pragma once

#include <cli/session/session.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>

namespace offerkit::cli {

/// How share prices move where no file says so: the profile `stocks/default`. A problem in a person's own is reported;
/// then no price moves.
[[nodiscard]] model::StocksProfile default_price_moves(Session& session);

/// What uncertain share prices make of a comparison, as much of it as the run prints: a line an offer on the first
/// screen, everything with `--detail` and in documents and sheets.
[[nodiscard]] choice::Uncertainty price_bands(Session& session, const choice::Comparison& comparison);

}  // namespace offerkit::cli
