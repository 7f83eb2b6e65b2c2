#pragma once

#include <cli/registry/options.hpp>

/// `offerkit help` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option man{
    .id = OptionId::man, .name = "--man", .takes = Takes::nothing, .meaning = "Print the manual page, for `man`"};
inline constexpr Option markdown{.id = OptionId::markdown,
                                 .name = "--markdown",
                                 .takes = Takes::nothing,
                                 .meaning = "Print the command's page of the documentation"};
inline constexpr std::string_view help_description[] = {
    "Explains the program, or one command.",
    "`help keys` lists the tables of keys that files are made of, and `help keys TABLE` every key of one: what it "
    "takes, what it means, what holds without it.",
};
inline constexpr Argument help_arguments[] = {
    {.name = "COMMAND", .takes = Takes::command, .meaning = "Which command, or `keys`", .least = 0},
    {.name = "TABLE",
     .takes = Takes::key_table,
     .meaning = "After `keys`: which table, such as grant or benefits",
     .least = 0}};
inline constexpr const Option* help_options[] = {&man, &markdown};
inline constexpr Example help_examples[] = {
    {"offerkit help compare", "How to compare offers"},
    {"offerkit help keys grant", "Every key of a [[grant]]"},
    {"offerkit help --man > offerkit.1", "The manual page, for `man ./offerkit.1`"},
    {"offerkit help compare --man > offerkit-compare.1", "That of one command"},
    {"offerkit help keys --man > offerkit.5", "That of the file format"},
};

inline constexpr Command help_command{.name = "help",
                                      .summary = "Explain the program, one command, or the keys of files",
                                      .description = help_description,
                                      .arguments = help_arguments,
                                      .options = help_options,
                                      .common_options = plain_common,
                                      .examples = help_examples};

}  // namespace offerkit::cli::options
