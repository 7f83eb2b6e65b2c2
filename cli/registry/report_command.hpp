#pragma once

#include <cli/registry/options.hpp>

/// `offerkit report` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option for_oneself{
    .id = OptionId::for_oneself,
    .name = "--private",
    .takes = Takes::nothing,
    .meaning =
        "Add what only you should see: when to walk away from the first offer, what you "
        "have without it, and what to ask for"};
inline constexpr const Option* report_common[] = {&as_of,    &horizon, &priorities, &discount, &pending,
                                                  &if_event, &set,     &refreshers, &fx,       &profiles,
                                                  &output,   &color,   &help,       &version};
inline constexpr std::string_view report_description[] = {
    "Writes one HTML file to look at, to print, and to show to somebody who has never seen this program: who pays more "
    "and how sure that is, money by year, what share prices would change, vesting, the cost of leaving by month, "
    "exits, "
    "what stays after tax, your factors and what decides, the days that matter, what was assumed and what is not "
    "counted.",
    "Each chart has its figures in a table behind it. The file loads nothing, and forbids the browser to; it says the "
    "same where scripts are off.",
    "What only you should see is in it only with `--private`, in the figure of `--metric`. The page for the call is a "
    "file of its own: `offerkit "
    "negotiate --format html`.",
};
inline constexpr const Option* report_options[] = {&compare_by, &for_oneself, &target, &metric};
inline constexpr Example report_examples[] = {
    {"offerkit report examples/three-offers/google.toml examples/three-offers/meta.toml -o report.html",
     "Two offers in one file"},
    {"offerkit report examples/three-offers/google.toml examples/three-offers/meta.toml --priorities "
     "examples/priorities.toml --private -o report.html",
     "With what matters to you, for yourself"},
};

inline constexpr Command report_command{.name = "report",
                                        .summary = "Write one HTML file with everything about some offers",
                                        .description = report_description,
                                        .arguments = offer_files,
                                        .options = report_options,
                                        .common_options = report_common,
                                        .examples = report_examples,
                                        .values_pay = true};

}  // namespace offerkit::cli::options
