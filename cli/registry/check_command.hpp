#pragma once

#include <cli/registry/options.hpp>

/// `offerkit check` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr const Option* check_common[] = {&format,   &as_of,  &horizon, &priorities, &set,    &fx,
                                                 &profiles, &output, &color,   &help,       &version};
inline constexpr Argument check_files[] = {{.name = "FILE",
                                            .takes = Takes::offer_file,
                                            .meaning = "An offer file; `-` reads one from standard input",
                                            .least = 0,
                                            .most = any_number}};
inline constexpr std::string_view check_description[] = {
    "Reads offer files and reports every problem in all of them at once: where it is, what is wrong, and what to write "
    "instead. A file without problems is told in one line, so that you see at a glance whether all of it was "
    "understood.",
    "Warnings point at what is legal and probably not meant: a bonus over 100%, a portion written as 0.333, a price "
    "from last year, a letter's total that its parts do not reach. They do not change the exit status.",
    "`--priorities me.toml` is checked as well, and may be checked alone.",
};
inline constexpr Example check_examples[] = {
    {"offerkit check examples/three-offers/google.toml", "Is this file right?"},
    {"offerkit check examples/three-offers/*.toml --as-of 2026-01-20", "Several at once, as of a day"},
    {"offerkit check examples/startup/quillstone.toml --format json", "Problems as data, for an editor or a script"},
};

inline constexpr Command check_command{
    .name = "check",
    .summary = "Find every problem in offer files",
    .description = check_description,
    .arguments = check_files,
    .common_options = check_common,
    .examples = check_examples,
    .exit_note =
        "Warnings leave it 0. With `--format json` the problems themselves are the result, so they are "
        "printed even when it is 1."};

}  // namespace offerkit::cli::options
