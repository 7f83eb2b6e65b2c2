#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/result.hpp>

namespace offerkit::cli {

/// Everything on standard input, at most one byte more than an offer file may have. The failure says why, as the system
/// does.
[[nodiscard]] Result<std::string> read_standard_input();

/// Where a person keeps profiles of their own: `$XDG_CONFIG_HOME/offerkit/profiles`, else
/// `~/.config/offerkit/profiles`. Empty where neither is known.
[[nodiscard]] std::string own_profiles_folder();

/// Where the JSON Schema of a kind of file lies beside the installed program: `../share/offerkit/schema/KIND.json`,
/// from the folder that the program was started from. Empty where it was never installed, as in a build tree.
[[nodiscard]] std::string installed_schema(std::string_view kind);

}  // namespace offerkit::cli
