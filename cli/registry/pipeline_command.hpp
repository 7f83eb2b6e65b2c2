#pragma once

#include <cli/registry/options.hpp>

/// `offerkit pipeline` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Choice search_metrics[] = {
    metrics[1],
    metrics[0],
    metrics[2],
};
inline constexpr Option search_metric{.id = OptionId::metric,
                                      .name = "--metric",
                                      .value = "FIGURE",
                                      .takes = Takes::choice,
                                      .meaning = "The figure that offers are valued by, and that all amounts are of",
                                      .choices = search_metrics,
                                      .fallback = "present_value"};
inline constexpr Option search_detail{
    .id = OptionId::detail,
    .name = "--detail",
    .takes = Takes::nothing,
    .meaning =
        "More: what to do at each answer, every day and process, the rates learned, all "
        "assumptions"};
inline constexpr Option search_as_of{.id = OptionId::as_of,
                                     .name = "--as-of",
                                     .value = "DATE",
                                     .takes = Takes::date,
                                     .meaning = "The day that counts as today, such as 2026-03-02",
                                     .fallback = "that of the pipeline file, else today"};
inline constexpr const Option* search_common[] = {&format,   &search_as_of, &horizon, &priorities, &discount,
                                                  &pending,  &if_event,     &set,     &refreshers, &fx,
                                                  &profiles, &output,       &color,   &help,       &version};
inline constexpr Argument search_files[] = {
    {.name = "FILE",
     .takes = Takes::offer_file,
     .meaning = "Offer files, of processes too (`evidence = \"process\"`), a pipeline file, or both; `-` reads one "
                "from standard input",
     .most = any_number}};
inline constexpr std::string_view pipeline_description[] = {
    "Take this offer today, or wait for the process that answers on Thursday? The answer is exact, without a draw: the "
    "chance of an offer by each day, what the best is expected to be, and the value of waiting, worked back from the "
    "last day. What to do next may depend on what comes, so it is said for each answer.",
    "Beside it: what days of extension are worth, which process to hurry, what your own record says of each channel, "
    "how many applications an offer still takes, and when to begin.",
    "Offers are valued as `compare` values them, the job held now and going on looking are what you have without any. "
    "A pipeline file states values instead, and holds what no offer has: your record, what a week of waiting costs, "
    "the day by which you want to begin. `offerkit help keys pipeline` lists its keys.",
};
inline constexpr const Option* pipeline_options[] = {&search_detail, &search_metric};
inline constexpr Example pipeline_examples[] = {
    {"offerkit pipeline examples/job-search/search.toml", "An offer in hand, three processes, and a record"},
    {"offerkit pipeline examples/job-search/search.toml --detail", "What to do at each answer"},
    {"offerkit pipeline examples/job-search/search.toml --set cost_per_week=3000", "If waiting cost 3,000 a week"},
    {"offerkit pipeline examples/negotiation/northwind.toml examples/negotiation/tailspin.toml "
     "examples/negotiation/current.toml --as-of 2026-01-20",
     "From offer files alone"},
};

inline constexpr Command pipeline_command{.name = "pipeline",
                                          .summary = "Accept or wait: chances by day, extensions, your record",
                                          .description = pipeline_description,
                                          .arguments = search_files,
                                          .options = pipeline_options,
                                          .common_options = search_common,
                                          .examples = pipeline_examples,
                                          .values_pay = true};

}  // namespace offerkit::cli::options
