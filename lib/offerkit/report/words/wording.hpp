#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offerkit::report {

/// "a, b and c": words in a row, the last after `joiner`.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view joiner = "and");

/// "61, 62": words in a row.
[[nodiscard]] std::string in_a_row(const std::vector<std::string>& words, std::string_view between = ", ");

/// The text with a capital first letter, where that is a plain one.
[[nodiscard]] std::string capitalised(std::string text);
/// The text with a small first letter, where that is a plain one: a title that goes on a sentence.
[[nodiscard]] std::string uncapitalised(std::string text);

/// "62%", "<1%", ">99%": a chance in whole percents; 0% and 100% only for what cannot and what must be.
[[nodiscard]] std::string chance_text(double share);

}  // namespace offerkit::report
