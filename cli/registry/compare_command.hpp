#pragma once

#include <cli/registry/options.hpp>

/// `offerkit compare` and what it alone takes.
namespace offerkit::cli::options {

/// Of `compare`.
inline constexpr Choice compare_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], chart, vest_formats[7], vest_formats[8],
};
inline constexpr Option compare_format = format_of(compare_formats);
inline constexpr Option common_only{
    .id = OptionId::common,
    .name = "--common",
    .takes = Takes::nothing,
    .meaning =
        "Rank without raise, benefits, refreshers and costs that only some of the offers "
        "state"};
inline constexpr Option compare_stay{
    .id = OptionId::stay,
    .name = "--stay",
    .takes = Takes::nothing,
    .meaning = "What each offer has paid if you leave after 1, 2, 3 and 4 years, less what is to be paid back"};
inline constexpr const Option* compare_common[] = {
    &compare_format, &as_of, &horizon, &priorities, &discount, &pending, &if_event, &set,
    &refreshers,     &fx,    &explain, &profiles,   &output,   &color,   &help,     &version};
inline constexpr std::string_view compare_description[] = {
    "Puts offers side by side: each year, the total, every definition of total compensation, present value, how sure "
    "the money is, the difference to the best and the rank. For each offer with stock it finds the share price, and "
    "the yearly growth, at which the offer breaks even with the best one.",
    "The job you hold now (`kind = \"current\"`) takes part with what is still to come. Vests that fall just outside "
    "the horizon are named, so that a quarterly grid that starts late does not hide one.",
    "Shares that wait for an event without a date are in no figure, and are named; `--pending` counts them, whole or "
    "at "
    "the chance of their event. What only some of the offers state, such as a raise, is named with what it is worth; "
    "`--common` ranks without it. `--sweep` moves one key of the files through some values and shows who leads at each "
    "and where the lead changes hands.",
    "Two to eight offers fit side by side; a single one works too. `--format csv` and `--format json` take any number.",
};
inline constexpr Example compare_examples[] = {
    {"offerkit compare examples/three-offers/*.toml", "Three offers, ranked by present value"},
    {"offerkit compare examples/three-offers/*.toml --by first_year", "Ranked by the first year"},
    {"offerkit compare examples/job-held-now/*.toml --horizon \"2 years\"",
     "The job held now against two offers, for two years"},
    {"offerkit compare examples/three-offers/*.toml --sweep meta.toml:stock.price=400..800/100",
     "Who leads at which price of a share?"},
    {"offerkit compare examples/job-held-now/*.toml --stay", "Which has paid most by when you may leave"},
    {"offerkit compare examples/euro/*.toml --format csv", "A row for each offer"},
    {"offerkit compare examples/three-offers/*.toml --format xlsx -o offers.xlsx",
     "A workbook in which each total can be followed"},
};
inline constexpr const Option* compare_options[] = {&compare_by,  &after_tax,    &sweep,
                                                    &common_only, &compare_stay, &detail};

inline constexpr Command compare_command{.name = "compare",
                                         .summary = "Compare offers side by side",
                                         .description = compare_description,
                                         .arguments = offer_files,
                                         .options = compare_options,
                                         .common_options = compare_common,
                                         .examples = compare_examples,
                                         .values_pay = true};

}  // namespace offerkit::cli::options
