#pragma once

#include <optional>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/cash_flow.hpp>

namespace offerkit::value {

/// The day on which nothing of a sign-on is owed any more.
struct ClawbackEnd {
    const model::SignOn* sign_on = nullptr;  ///< of the offer; never null
    calendar::Date on;
};

/// The days on which bonuses and sign-ons are paid, and those on which their clawbacks end.
struct PaymentDays {
    calendar::Date until;                        ///< bonuses come every year; these are the ones up to this day
    std::vector<timeline::CashFlow> payments{};  ///< bonus and sign-on, none of them zero, in the order of their years
    std::vector<ClawbackEnd> clawback_ends{};    ///< in the order of the file, while the offer still runs
};

/// The payments of an offer for the valuation's horizon from its first day (docs/numbers.md, "Dates for a calendar"):
/// of the job held now from the as-of day, at the salary of that day, and only what is still to come. Years of
/// employment count whole, so that no year's bonus is cut; parts of one payment that two years earn are one. `nullopt`
/// if the horizon passes the last year of the calendar or a payment is too large, which is reported.
[[nodiscard]] std::optional<PaymentDays> payment_days(const model::Offer& offer, const model::Valuation& valuation,
                                                      diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
