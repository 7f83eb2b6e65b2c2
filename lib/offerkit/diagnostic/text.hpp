#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text as a terminal shows it: columns, graphemes, and what must never reach a terminal raw.
namespace offerkit::diagnostic {

/// Whether it is a digit, in any locale.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// One grapheme of a text, ready to be shown.
///
/// A grapheme is what a reader takes for one character: a letter with its accents, a family emoji, or a single
/// dangerous character already written as its escape.
struct Grapheme {
    std::string shown;       ///< safe bytes to print, valid UTF-8
    std::size_t offset = 0;  ///< first byte in the original text
    std::size_t size = 0;    ///< bytes in the original text
    std::size_t width = 0;   ///< terminal columns `shown` takes
    bool escaped = false;    ///< `shown` is an escape such as `\x1b`, not the character itself
};

/// The graphemes of `text`, in order; their sizes add up to `text.size()`.
///
/// Control characters (also tab and newline), bidirectional controls, line separators and byte order marks come as
/// escapes: `\t \n \r`, `\x1b` for other control bytes, `\u202e` beyond. Bytes that are not UTF-8 come as U+FFFD, one
/// for each maximal broken part, as Unicode recommends.
[[nodiscard]] std::vector<Grapheme> graphemes(std::string_view text);

/// `text` with everything dangerous escaped as `graphemes` says: safe to print on one line of any terminal.
[[nodiscard]] std::string visible(std::string_view text);

/// Terminal columns taken by `visible(text)`: wide East Asian letters and emoji take two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` with bytes that are not UTF-8 replaced by U+FFFD; everything else is kept, also control characters.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Whether every byte of `text` belongs to well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` between backticks, as messages and pages show what was typed and what to type.
[[nodiscard]] std::string ticked(std::string_view text);

/// `text` cut to at most `width` columns, the last of them `…` when something was cut. Graphemes stay whole.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at spaces; a word longer than a line is broken between graphemes, so that
/// nothing is lost. Escapes what `visible` escapes, but a newline in `text` starts a new line and runs of spaces count
/// as one. A no-break space never breaks. An empty text gives one empty line; `width` 0 counts as 1.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// `text` followed by spaces up to `width` columns; a longer text is returned as it is.
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);

/// `text` preceded by spaces up to `width` columns; a longer text is returned as it is.
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

/// A decimal number with its whole digits in threes: `-1234567.891` gives `-1,234,567.891`.
///
/// Takes an optional sign, digits, and optionally a point with more digits; text of any other shape is returned as it
/// is, so that a word in a column of numbers stays a word.
[[nodiscard]] std::string grouped(std::string_view number, char separator = ',');
[[nodiscard]] std::string grouped(long long number, char separator = ',');

/// "7 vests", "1 vest": a count with its noun.
[[nodiscard]] std::string counted(long long count, std::string_view noun);

/// `text` for a terminal without UTF-8: typographic signs become their ASCII habit (`–` `-`, `…` `...`, `→` `->`),
/// letters lose their accents, and what is left is written `\u6771`, so that two different names stay different.
[[nodiscard]] std::string to_ascii(std::string_view text);

}  // namespace offerkit::diagnostic
