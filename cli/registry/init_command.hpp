#pragma once

#include <cli/registry/options.hpp>

/// `offerkit init` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option init_output{
    .id = OptionId::output,
    .name = "--output",
    .letter = 'o',
    .value = "FILE",
    .takes = Takes::any_file,
    .meaning = "Write to this new file; an existing one is left alone unless `--force` is given",
    .fallback = "standard output"};
inline constexpr Option init_ask{
    .id = OptionId::ask,
    .name = "--ask",
    .takes = Takes::nothing,
    .meaning = "Ask for a letter in plain words (`$185k`, `4 years quarterly with a one-year cliff`, `Dec 9`)"};
inline constexpr Option init_career{.id = OptionId::career,
                                    .name = "--career",
                                    .meaning = "Write a career plan that begins with the offers given, one or two"};
inline constexpr Option company{
    .id = OptionId::company,
    .name = "--company",
    .value = "PROFILE",
    .takes = Takes::profile,
    .meaning = "Begin from a company's usual terms; `offerkit profiles companies` lists them",
    .profile_kind = "companies"};
inline constexpr const Option* init_common[] = {&as_of, &profiles, &color, &help, &version};
inline constexpr std::string_view init_description[] = {
    "Writes a commented offer file to fill in: what every offer has stands ready, the rest waits in comments. With a "
    "company, its vesting schedule, vest days, ladder and usual bonus are filled in. An installed program names its "
    "schema in the first line, for editors.",
    "`--ask` asks for the letter instead, part by part, and takes it in the letter's own words: `$185k`, `15%`, `1,400 "
    "RSUs`, `4 years quarterly with a one-year cliff`, `Dec 9`. What it does not ask about waits in comments. "
    "Questions "
    "go to standard error, answers come from standard input; `?` explains, `back` goes back, and what you answered "
    "before Ctrl-C is kept in `FILE.answers`, from which the same command goes on.",
    "`priorities` in place of a file writes a commented priorities file: what matters to you, and how much.",
    "Without `-o` the file goes to standard output, so that `offerkit init > offer.toml` works as well.",
};
inline constexpr const Option* init_options[] = {&init_ask, &company, &init_career, &init_output, &force};
inline constexpr Argument init_files[] = {
    {.name = "OFFER",
     .takes = Takes::offer_file,
     .meaning = "With `--career` the offers that its paths begin with; or `priorities`, for a "
                "priorities file",
     .least = 0,
     .most = 2}};
inline constexpr Example init_examples[] = {
    {"offerkit init -o offer.toml", "A new file to fill in"},
    {"printf 'Acme\\n\\n\\n\\nJan 4\\n\\nDec 9\\n\\n$185k\\n15%%\\n' | offerkit init --ask",
     "One made from what a letter says, in its words; without the answers it asks you"},
    {"offerkit init --company meta -o meta.toml", "One that begins from Meta's usual terms"},
    {"offerkit init priorities -o me.toml", "What matters to you, to fill in"},
    {"offerkit init --career examples/negotiation/northwind.toml examples/negotiation/tailspin.toml -o plan.toml",
     "A plan of two paths, with a question where only you know"},
};

inline constexpr Command init_command{
    .name = "init",
    .summary = "Write a new offer file, to fill in or from your answers",
    .description = init_description,
    .arguments = init_files,
    .options = init_options,
    .common_options = init_common,
    .examples = init_examples,
    .exit_note =
        "It is 3 when the file exists and `--force` is not given; with `--ask` it is 1 where an answer is not "
        "understood or missing."};

}  // namespace offerkit::cli::options
