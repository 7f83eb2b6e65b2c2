#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offerkit::report {

/// "a, b and c": words in a row, the last after `joiner`.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view joiner = "and");

/// The text with a capital first letter, where that is a plain one.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace offerkit::report
