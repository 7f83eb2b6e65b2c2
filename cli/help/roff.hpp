#pragma once

#include <string>
#include <string_view>

/// Text in the language of manual pages, with the macros of man(7).
namespace offerkit::cli {

/// The day on which what the pages say last changed; a manual page carries one, and the build reads no clock.
inline constexpr std::string_view manuals_changed = "2026-11-26";

/// `text` for roff: backslashes, hyphens of options and quotes as they are typed, `code` in bold.
[[nodiscard]] std::string roff(std::string_view text);
/// One sentence a line, as roff wants it to space them; lines of at most 80 bytes.
[[nodiscard]] std::string roff_sentences(std::string_view text);
[[nodiscard]] std::string roff_bold(std::string_view text);
[[nodiscard]] std::string roff_italic(std::string_view text);
/// A label with its meaning.
[[nodiscard]] std::string roff_item(const std::string& label, std::string_view meaning);

}  // namespace offerkit::cli
