#pragma once

#include <span>
#include <string>

#include <cli/line/invocation.hpp>
#include <offerkit/result.hpp>

namespace offerkit::cli {

/// Understands the words after the program's name. Options may stand before or after files and before the command; `--`
/// ends them. What cannot be understood is a complaint that names the word, with the nearest one that exists.
[[nodiscard]] Result<Invocation, Complaint> parse(std::span<const std::string> words);

}  // namespace offerkit::cli
