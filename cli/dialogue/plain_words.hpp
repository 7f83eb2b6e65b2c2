#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/period.hpp>

/// What words of an answer have in common, whatever it is about.
namespace offerkit::cli::letter_words {

/// Words in lower case, split at blanks and at any of `separators`.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text, std::string_view separators);

/// "every year", "each month", "per quarter" begin with one.
[[nodiscard]] bool means_every(std::string_view word) noexcept;

/// "4 years" of "4 yrs", "four years" or "a year"; nothing for anything else.
[[nodiscard]] std::optional<calendar::Period> length_of(std::string_view first, std::string_view second);

}  // namespace offerkit::cli::letter_words
