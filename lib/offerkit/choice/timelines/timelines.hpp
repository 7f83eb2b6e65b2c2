#pragma once

#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// What vests when, in the offers at hand.
namespace offerkit::choice {

struct TimelineTerms {
    bool within_horizon = false;      ///< no vest after the valuation's horizon; else all of them
    bool refreshers = false;          ///< those of the horizon, too
    bool sound_grants_alone = false;  ///< leave out a grant that cannot be spelled out, instead of its offer
};

/// The vests of each offer by date. An offer that cannot be spelled out is reported and left out. The offers must
/// outlive the result.
[[nodiscard]] std::vector<value::OfferTimeline> timelines(std::span<const model::Offer> offers,
                                                          const model::Valuation& valuation, const TimelineTerms& terms,
                                                          diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::choice
