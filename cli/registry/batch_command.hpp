#pragma once

#include <cli/registry/options.hpp>

/// `offerkit batch` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option jobs{.id = OptionId::jobs,
                             .name = "--jobs",
                             .value = "N",
                             .takes = Takes::count,
                             .meaning = "How many threads to work with; the result has the same bytes for any number",
                             .fallback = "1",
                             .least = 1};
inline constexpr Option bands{.id = OptionId::bands,
                              .name = "--bands",
                              .takes = Takes::nothing,
                              .meaning = "Also what each offer may come to if share prices move, in `uncertainty`"};
inline constexpr const Option* batch_common[] = {&as_of,    &horizon, &priorities, &discount, &pending,
                                                 &if_event, &set,     &refreshers, &fx,       &profiles,
                                                 &output,   &color,   &help,       &version};
inline constexpr Argument batch_files[] = {
    {.name = "FILE",
     .takes = Takes::any_file,
     .meaning = "A file of JSON Lines; `-`, or none at all, reads standard input",
     .least = 0,
     .most = any_number}};
inline constexpr std::string_view batch_description[] = {
    "Values any number of offers, one by one: JSON Lines in, JSON Lines out. A line of the input is an offer as an "
    "object "
    "with the keys of an offer file (`offerkit help keys`), dates as texts such as \"2026-03-02\"; or the path of an "
    "offer file, as `{\"path\": \"offer.toml\"}` or as a text alone. Blank lines are passed over.",
    "Each line gets one line of result, in the same order: `input` and `line` say where it stands, `ok` whether it "
    "could "
    "be valued. Then follow the keys that `show --format json` prints for such an offer, and `problems`, as `check "
    "--format json` prints them. A line that is wrong never stops the rest.",
    "However many lines there are, only a few are in memory at once, and a line is at most 8 MiB.",
};
inline constexpr const Option* batch_options[] = {&bands, &jobs};
inline constexpr Example batch_examples[] = {
    {"ls examples/three-offers/*.toml | jq -R . | offerkit batch", "What each of many files pays in all"},
    {"offerkit batch examples/many-offers/offers.jsonl --jobs 4 | jq -c 'select(.ok | not)'",
     "The lines that could not be valued"},
};

inline constexpr Command batch_command{
    .name = "batch",
    .summary = "Value many offers: JSON Lines in, JSON Lines out",
    .description = batch_description,
    .arguments = batch_files,
    .options = batch_options,
    .common_options = batch_common,
    .examples = batch_examples,
    .exit_note =
        "It is 1 where a line is wrong, and 3 where a file that a line names cannot be read; the other lines "
        "are valued and printed all the same.",
    .values_pay = true};

}  // namespace offerkit::cli::options
