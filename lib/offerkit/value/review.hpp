#pragma once

#include <cstdint>
#include <optional>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// Whether a profile's facts are so old on that day, over two years, that it is said wherever they are used.
[[nodiscard]] bool is_old(const model::ProfileUse& profile, calendar::Date as_of) noexcept;

/// The days from an offer to its deadline where they are under seven; nothing where there is time, or no date.
[[nodiscard]] std::optional<std::int64_t> too_few_days(const model::Offer& offer) noexcept;

/// Whether a ban on competing lasts over six months.
[[nodiscard]] bool is_long_ban(const model::PaidTime& ban) noexcept;

/// Warns where an offer is legal and probably not what was meant: a vesting start at a month's end under the default
/// day rule, a repeating decimal where a fraction was meant, under seven days to decide, a bonus over 100%, private
/// shares valued at the preferred price, prices older than 90 days, profiles older than two years, a letter whose total
/// the parts do not reach, a term about leaving that changes nothing, scenarios that are hardly meant (`review_exits`).
/// `valued` is the offer by itself, in its own currency.
void review(const ValuedOffer& valued, const model::Valuation& valuation, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
