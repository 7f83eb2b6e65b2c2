#pragma once

#include <optional>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/findings.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// Severance of so many twelfths (or 52nds, or 365ths) of the salary in force on the last day, and 1/260 of it for each
/// day of holiday not taken; each rounded half up once (docs/numbers.md, "Leaving"). Nothing before the first day;
/// absent when an amount leaves 64 bits.
[[nodiscard]] std::optional<Severance> severance_on(const model::Offer& offer, const Window& window,
                                                    const Departure& departure);

}  // namespace offerkit::timeline
