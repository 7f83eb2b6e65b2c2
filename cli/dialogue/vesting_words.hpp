#pragma once

#include <string>

#include <cli/dialogue/dialogue.hpp>

namespace offerkit::cli::letter_words {

/// "4 years quarterly with a one-year cliff", "four years, monthly after a 12 month cliff", "33/33/22/12", "3 years
/// yearly, no cliff": a schedule as the `vesting` of a grant.
[[nodiscard]] Understood<std::string> schedule(const std::string& answer);

}  // namespace offerkit::cli::letter_words
