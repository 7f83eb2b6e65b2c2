#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::value {

/// What a new employer can be asked to make up for when a job is left on a day (docs/numbers.md, "Leaving"). In no
/// total.
struct MakeWhole {
    calendar::Date on;          ///< the last day employed
    quantity::Money forfeited;  ///< of what is forfeited, the vests of the next twelve months
    quantity::Money clawback;
    quantity::Money bonus;  ///< of finished years and deferred parts, not paid yet
    quantity::Money total;  ///< of the three
    quantity::Money whole;  ///< the same with all that is forfeited, however late it would have vested
};

}  // namespace offerkit::value
