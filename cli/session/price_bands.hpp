#pragma once

#include <optional>

#include <cli/session/session.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/risk/offers/purchase_worth.hpp>

namespace offerkit::cli {

/// How share prices move where no file says so: the profile `stocks/default`. A problem in a person's own is reported;
/// then no price moves.
[[nodiscard]] model::StocksProfile default_price_moves(Session& session);

/// What the lookback of an offer's purchase plan adds; nothing without one. The profile is read for no other offer.
[[nodiscard]] std::optional<risk::LookbackWorth> lookback_worth(Session& session, const value::ValuedOffer& offer);

/// What uncertain share prices make of a comparison, and what it is worth to somebody whose priorities ask, as much of
/// it as the run prints: a line an offer on the first screen, everything with `--detail` and in documents and sheets.
[[nodiscard]] choice::Uncertainty price_bands(Session& session, const choice::Comparison& comparison);

}  // namespace offerkit::cli
