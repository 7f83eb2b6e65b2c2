#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::value {

/// Warns of pay and days that are legal and probably not meant: an offer that pays nothing, a salary of 0, one that
/// lacks its thousands or has digits too many, a bonus far above the salary, a day to decide by that has passed, a
/// first day more than two years away.
void review_pay(const model::Offer& offer, calendar::Date as_of, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
