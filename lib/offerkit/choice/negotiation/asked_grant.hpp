#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/offer.hpp>

/// The grant in which more equity is asked for.
namespace offerkit::choice::negotiation {

/// Its place in the offer: the new-hire grant, else the first whose size can change; nullopt if there is none.
[[nodiscard]] std::optional<std::size_t> grant_of(const model::Offer& offer);

/// The schedule of a new grant: even quarters over four years, the commonest one.
inline constexpr calendar::Period new_grant_over = calendar::Period::months(48);
inline constexpr calendar::Period new_grant_every = calendar::Period::months(3);

/// What is asked for if the offer has no grant. The offer has a stock.
[[nodiscard]] model::Grant new_grant(const model::Offer& offer);

/// How many shares a grant is of; 0 where they cannot be counted.
[[nodiscard]] std::int64_t shares_of(const model::Offer& offer, const model::Grant& grant);

}  // namespace offerkit::choice::negotiation
