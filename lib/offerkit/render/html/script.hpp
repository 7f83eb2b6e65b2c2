#pragma once

#include <string_view>

namespace offerkit::render {

/// The script of a paper: it shows the words of what is pointed at, and lets one of several choices be picked. A paper
/// says the same without it.
[[nodiscard]] std::string_view page_script() noexcept;

/// How a Content-Security-Policy names it, the one script that may run: SHA-256 of its bytes in base 64
/// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
inline constexpr std::string_view page_script_source = "sha256-1Rgzvk+ZAor83Z3FSWlin3Ylmeg6VRaj0wvAwM899Ps=";

}  // namespace offerkit::render
