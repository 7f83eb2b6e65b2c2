#pragma once

#include <span>
#include <string>
#include <string_view>

/// Letters of the alphabet, whatever the locale.
namespace offerkit::diagnostic {

/// A letter of A to Z in lower case; anything else as it is.
[[nodiscard]] constexpr char to_lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A text with its letters of A to Z in lower case.
[[nodiscard]] std::string to_lower(std::string_view text);

/// Whether one of the words, which are in lower case, stands whole in a text, in any case. Latin letters with accents
/// belong to a word, so that "payé" is not "pay"; digits and marks part words.
[[nodiscard]] bool has_word(std::string_view text, std::span<const std::string_view> words);

}  // namespace offerkit::diagnostic
