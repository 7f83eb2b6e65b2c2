#pragma once

#include <string>
#include <string_view>

namespace offerkit::render {

/// The script of a paper: it shows the words of what is pointed at, and lets one of several choices be picked. A paper
/// says the same without it.
[[nodiscard]] std::string_view page_script() noexcept;

/// `sha256-...`: how a Content-Security-Policy names the one script that may run
/// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
[[nodiscard]] std::string script_source(std::string_view script);

}  // namespace offerkit::render
