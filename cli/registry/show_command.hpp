#pragma once

#include <cli/registry/options.hpp>

/// `offerkit show` and what it alone takes.
namespace offerkit::cli::options {

/// Of `show`.
inline constexpr Choice pay_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], vest_formats[7], vest_formats[8],
};
inline constexpr Option pay_format = format_of(pay_formats);
inline constexpr const Option* pay_common[] = {&pay_format, &as_of, &horizon,    &priorities, &discount, &pending,
                                               &if_event,   &set,   &refreshers, &fx,         &explain,  &profiles,
                                               &output,     &color, &help,       &version};
inline constexpr std::string_view show_description[] = {
    "One offer on one screen: what each year pays and of what parts, how much of it is sure, what total compensation "
    "comes to by each of its usual definitions, where the level stands beside other companies', what was assumed and "
    "what is not counted.",
    "Of a private company whose file has scenarios it tells what the shares bring in each; `--sweep exit.value=...` "
    "shows "
    "what a sale brings at one value of the company after another.",
    "Several files are shown one after the other, each by itself; `compare` sets them side by side.",
};
inline constexpr Example show_examples[] = {
    {"offerkit show examples/three-offers/google.toml", "Everything about one offer"},
    {"offerkit show examples/three-offers/amazon.toml --set base.salary=200000", "What if the salary were 200,000?"},
    {"offerkit show examples/three-offers/meta.toml --explain", "Where each figure comes from"},
    {"offerkit show examples/startup/quillstone.toml --sweep exit.value=50_000_000..250_000_000/50_000_000",
     "What would a sale of the company bring?"},
};
inline constexpr const Option* show_options[] = {&sweep, &detail};

inline constexpr Command show_command{.name = "show",
                                      .summary = "Show an offer: pay by year, certainty, definitions, level",
                                      .description = show_description,
                                      .arguments = offer_files,
                                      .options = show_options,
                                      .common_options = pay_common,
                                      .examples = show_examples,
                                      .values_pay = true};

}  // namespace offerkit::cli::options
