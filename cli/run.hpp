#pragma once

#include <span>
#include <string>

namespace offerkit::cli {

/// The whole program: understands the words after its name, runs the command, prints its result and every problem, and
/// gives the exit status.
[[nodiscard]] int run(std::span<const std::string> words);

}  // namespace offerkit::cli
