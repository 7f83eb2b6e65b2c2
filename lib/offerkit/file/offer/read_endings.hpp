#pragma once

#include <string_view>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/grant.hpp>

namespace offerkit::file {

/// How a fractional share is rounded, by the key `round`.
[[nodiscard]] model::ShareRounding read_rounding(const View& table);

/// The reasons for leaving under a key: a list of words or one word.
[[nodiscard]] std::vector<model::LeavingReason> read_reasons(const View& table, std::string_view key);

/// What may change or end what a grant's schedule gives: expiry, leaving, acceleration, exercise windows, performance.
void read_endings(const View& table, bool instrument_is_known, model::Grant& grant);

}  // namespace offerkit::file
