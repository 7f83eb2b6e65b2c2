#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::value {

/// Warns of amounts that are legal and probably not meant: a salary of 0, one that lacks its thousands or has digits
/// too many, a bonus far above the salary. Every figure rests on them, so every command that values an offer says so.
void review_amounts(const model::Offer& offer, diagnostic::Diagnostics& diagnostics);

/// Warns of pay and days that are legal and probably not meant: what `review_amounts` does, an offer that pays nothing,
/// a day to decide by that has passed, a first day more than two years away.
void review_pay(const model::Offer& offer, calendar::Date as_of, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
