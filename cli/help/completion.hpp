#pragma once

#include <string>

/// Scripts that let a shell complete the program's command line, all from the registry. Names of profiles are asked of
/// the program when they are wanted, so that a person's own profiles are offered too.
namespace offerkit::cli {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace offerkit::cli
