#pragma once

#include <string>
#include <string_view>

namespace offerkit::file {

/// What a help line tells somebody who writes JSON: the pieces of TOML in it, between backticks or in braces, as
/// members of a JSON object that can be pasted, and [tables] by their key. `salary = 182_000` becomes `"salary":
/// 182000`. What is no TOML stays as it is.
[[nodiscard]] std::string help_in_json(std::string_view help);

}  // namespace offerkit::file
