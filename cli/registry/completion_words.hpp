#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cli/registry/registry.hpp>

/// What the completion scripts of all shells are made of.
namespace offerkit::cli {

/// The options of a command, its own first.
[[nodiscard]] std::vector<const Option*> options_of(const Command& command);
[[nodiscard]] std::string joined(const std::vector<std::string_view>& words, std::string_view between = " ");
[[nodiscard]] std::string words_of(std::span<const Choice> choices);
[[nodiscard]] std::string command_words();
/// The tables that `help keys` takes.
[[nodiscard]] std::string key_table_words();
/// `text` between single quotes of a shell, without the marks of `code`; `quote` stands for a quote inside.
[[nodiscard]] std::string shell_quoted(std::string_view text, std::string_view quote);
/// What may stand for an argument, as words of the shell; empty where files or nothing may.
[[nodiscard]] std::string argument_words(const Argument& argument);

}  // namespace offerkit::cli
