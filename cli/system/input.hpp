#pragma once

#include <string>
#include <vector>

#include <offerkit/result.hpp>

namespace offerkit::cli {

/// Everything on standard input, at most one byte more than an offer file may have. The failure says why, as the system
/// does.
[[nodiscard]] Result<std::string> read_standard_input();

/// Where a person keeps profiles of their own: `$XDG_CONFIG_HOME/offerkit/profiles`, else
/// `~/.config/offerkit/profiles`. Empty where neither is known.
[[nodiscard]] std::string own_profiles_folder();

}  // namespace offerkit::cli
