#pragma once

#include <span>

#include <offerkit/report/vest/vest.hpp>
#include <offerkit/report/words/first_screen.hpp>

namespace offerkit::report {

/// The answer of `vest`: what vests in each year, the next three vests, and what waits. At least one offer.
[[nodiscard]] FirstScreen vest_first_screen(std::span<const value::OfferTimeline> offers, const VestView& view);

}  // namespace offerkit::report
