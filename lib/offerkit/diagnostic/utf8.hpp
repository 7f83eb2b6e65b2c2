#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8, byte by byte: the one place that knows how characters are written.
namespace offerkit::diagnostic::utf8 {

/// What stands for a character that cannot be read.
inline constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code = 0;     ///< `replacement` for what is no character
    std::size_t size = 0;  ///< its bytes
    bool valid = false;
};

/// Reads the character at the front of a text that is not empty. A broken one takes its maximal well-formed start
/// (Unicode 15, section 3.9, "substitution of maximal subparts"), so that one bad byte never swallows its neighbours.
[[nodiscard]] Decoded decode(std::string_view text);

/// Writes a character behind a text.
void append(std::string& out, char32_t code);

/// Whether a byte begins a character of well-formed text, rather than going on with one.
[[nodiscard]] constexpr bool begins_character(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// How many characters a well-formed text has, as places in files count them.
[[nodiscard]] std::uint32_t length(std::string_view text) noexcept;

/// Where the first bytes stand that are no character; `npos` where all are.
[[nodiscard]] std::size_t first_invalid(std::string_view text);

}  // namespace offerkit::diagnostic::utf8
