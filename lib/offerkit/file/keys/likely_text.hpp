#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <offerkit/diagnostic/text.hpp>

/// Taking apart what people write, for the guesses of likely.hpp.
namespace offerkit::file::likely {

/// Nobody writes a longer amount, day or period.
inline constexpr std::size_t longest = 48;

using diagnostic::is_digit;
[[nodiscard]] constexpr bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

/// In small letters, cut behind the longest text that is looked at.
[[nodiscard]] std::string lowered(std::string_view text);
/// Without spaces and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Take a word off the end, or the beginning, of a text, with the spaces before or behind it; whether it was there.
bool cut_end(std::string& text, std::string_view word);
bool cut_front(std::string& text, std::string_view word);

/// "4" for "four", in small letters and up to twelve; empty for other words.
[[nodiscard]] std::string number_named(std::string_view word);

/// "1 month", "18 months".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view unit);

}  // namespace offerkit::file::likely
