#pragma once

#include <cli/registry/options.hpp>

/// `offerkit completion` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr std::string_view completion_description[] = {
    "Prints a script that lets the shell complete commands, options, their words, files and names of profiles.",
    "For bash: `offerkit completion bash > ~/.local/share/bash-completion/completions/offerkit`. For zsh: save it as "
    "`_offerkit` in a folder of your `fpath`. For fish: `offerkit completion fish > "
    "~/.config/fish/completions/offerkit.fish`.",
};
inline constexpr Choice shells[] = {{"bash", ""}, {"zsh", ""}, {"fish", ""}};
inline constexpr Argument completion_arguments[] = {
    {.name = "SHELL", .takes = Takes::choice, .meaning = "Which shell", .choices = shells}};
inline constexpr Example completion_examples[] = {{"offerkit completion bash", "The script for bash"}};

inline constexpr Command completion_command{.name = "completion",
                                            .summary = "Print the completion script of a shell",
                                            .description = completion_description,
                                            .arguments = completion_arguments,
                                            .common_options = plain_common,
                                            .examples = completion_examples};

}  // namespace offerkit::cli::options
