#pragma once

#include <string>
#include <string_view>

#include <offerkit/model/grant.hpp>

namespace offerkit::report {

/// A schedule in words: "38% over 1 year, every 3 months; 32% ...; 1 year cliff".
[[nodiscard]] std::string schedule_words(const model::VestingTerms& vesting);

/// "rsu", "iso": as files write it.
[[nodiscard]] std::string_view instrument_word(model::Instrument instrument) noexcept;

/// "cumulative_round_down": as files write it.
[[nodiscard]] std::string_view allocation_word(model::Allocation allocation) noexcept;

}  // namespace offerkit::report
