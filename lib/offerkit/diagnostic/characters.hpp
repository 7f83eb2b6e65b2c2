#pragma once

#include <string>

/// What kinds of characters there are, for those that show text.
namespace offerkit::diagnostic {

/// A character as an escape of ASCII: `\t`, `\x1b`, `\u202e`.
[[nodiscard]] std::string escape(char32_t code);

/// Whether it belongs to the letter before it: accents, vowel signs, enclosing circles.
[[nodiscard]] bool is_mark(char32_t code);

/// Controls, and the format characters a reader cannot see: they can reorder, hide or fake what is shown.
[[nodiscard]] bool is_dangerous(char32_t code);

}  // namespace offerkit::diagnostic
