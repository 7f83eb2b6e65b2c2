#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/vesting_terms.hpp>

namespace offerkit::file {

/// The schedule under `vesting`: a table, or where the field takes it the name of a profile, which is looked up and
/// recorded. Nothing when the key is not there or cannot be read.
[[nodiscard]] std::optional<model::VestingTerms> read_vesting(const View& owner, std::string_view key = "vesting");

/// The schedule in stretches: [[grant.segment]], or [[segment]] of a profile.
[[nodiscard]] std::optional<model::VestingTerms> read_segments(const View& owner);

/// Either of the two; reports both and neither.
[[nodiscard]] std::optional<model::VestingTerms> read_schedule(const View& owner);

/// The rule of `day_of_month`: one of four words, or a day from 1 to 31.
[[nodiscard]] calendar::DayRule read_day_rule(const View& owner);

}  // namespace offerkit::file
