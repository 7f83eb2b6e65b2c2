#pragma once

#include <string>

#include <cli/registry/registry.hpp>
#include <offerkit/render/paint.hpp>

/// The registry as people read it: `--help`, the manual page, and the command pages of the documentation.
namespace offerkit::cli {

/// What the bare program says: what it is for, how to begin, and its commands.
[[nodiscard]] std::string overview_text(const render::Screen& screen);
/// The same with what holds for all commands.
[[nodiscard]] std::string general_help_text(const render::Screen& screen);
/// One command in full.
[[nodiscard]] std::string help_text(const Command& command, const render::Screen& screen);

/// The manual page in roff, with the macros of man(7).
[[nodiscard]] std::string manual_page();
/// That of one command, such as offerkit-compare(1).
[[nodiscard]] std::string manual_page(const Command& command);

/// The manual page of the file format: every key of every file.
[[nodiscard]] std::string keys_manual_page();

/// The page of one command, and that of all commands, as GitHub-flavoured Markdown.
[[nodiscard]] std::string markdown_page(const Command& command);
[[nodiscard]] std::string markdown_index();

/// "offerkit compare FILE... [OPTIONS]".
[[nodiscard]] std::string usage_of(const Command& command);
/// "-o, --output FILE".
[[nodiscard]] std::string label_of(const Option& option);
/// "FILE...", "[KIND]".
[[nodiscard]] std::string label_of(const Argument& argument);

}  // namespace offerkit::cli
