#pragma once

#include <cstdint>
#include <optional>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/vesting_terms.hpp>

namespace offerkit::model {

/// A schedule has at most so many tranches, or it is an error.
inline constexpr int most_tranches = 10'000;
/// All schedules of an offer together have at most so many, and all offers of a run.
inline constexpr std::int64_t most_tranches_of_offer = 100'000;
inline constexpr std::int64_t most_tranches_of_run = 1'000'000;

/// How many tranches a segment has: over / every, and 1 for a segment at once. Nothing when that is not a whole number.
[[nodiscard]] std::optional<int> step_count(const Segment& segment) noexcept;

/// How many tranches a schedule has, as far as its terms say.
[[nodiscard]] std::int64_t tranche_count(const VestingTerms& terms) noexcept;
/// The same of all grants of an offer.
[[nodiscard]] std::int64_t tranche_count(const Offer& offer) noexcept;

/// Checks what a schedule says before its shares and days are known: portions add up to exactly 1, `over` is a whole
/// number of `every`, a cliff lies inside what it holds back, and there are not too many tranches. Reports every
/// problem at its line; true when there is none that is an error. What only days can tell is left to timeline/schedule.
[[nodiscard]] bool check_terms(const VestingTerms& terms, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::model
