#pragma once

#include <cli/registry/options.hpp>

/// `offerkit tax` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr std::string_view tax_description[] = {
    "What each offer leaves after taxes, in the place that it names: taxes and contributions by component, what is "
    "taken of the next 1,000, what the employer withholds from shares and what they cost, and which base another offer "
    "would have to pay to leave as much.",
    "Each year of an offer is taxed by itself, as if it were a whole tax year in one place. [household] of the "
    "priorities says who files, what goes into the retirement plan and what living costs. With `--explain` every line "
    "of the forms is shown beside its source.",
    "`offerkit profiles places` lists the places. Nothing here is advice.",
};
inline constexpr const Option* tax_options[] = {&detail};
inline constexpr Example tax_examples[] = {
    {"offerkit tax examples/places/s*.toml --priorities examples/places/me.toml", "The same pay in two places"},
    {"offerkit tax examples/places/seattle.toml --detail", "Every year, what is assumed, and each warning in full"},
    {"offerkit tax examples/places/seattle.toml --explain", "Every line of the forms, with its source"},
};

inline constexpr Command tax_command{.name = "tax",
                                     .summary = "What stays after tax, by place",
                                     .description = tax_description,
                                     .arguments = offer_files,
                                     .options = tax_options,
                                     .common_options = money_common,
                                     .examples = tax_examples,
                                     .values_pay = true};

}  // namespace offerkit::cli::options
