#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/grant.hpp>

namespace offerkit::timeline {

/// Leaving a job.
struct Departure {
    calendar::Date on;                                              ///< last day employed
    model::LeavingReason reason = model::LeavingReason::voluntary;  ///< never `any`
};

}  // namespace offerkit::timeline
