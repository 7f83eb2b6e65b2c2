#pragma once

#include <cli/registry/options.hpp>

/// `offerkit profiles` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr const Option* profiles_common[] = {&format, &as_of, &profiles, &output, &color, &help, &version};
inline constexpr std::string_view profiles_description[] = {
    "Lists the facts that the program carries, each with its source and date: vesting schedules of companies, ladders "
    "of levels, published pay bands, medians, companies' usual terms, tax forms by year, and places. Name a kind to "
    "list only that, and an id to see a profile whole; an id alone lists what there is of that name.",
    "Your own profiles take precedence over the built-in ones: `~/.config/offerkit/profiles/vesting/acme.toml` is the "
    "vesting "
    "profile `acme`. `--profiles DIR` takes precedence over both.",
};
inline constexpr Argument profiles_arguments[] = {
    {.name = "KIND", .takes = Takes::profile_kind, .meaning = "Which kind of profiles", .least = 0},
    {.name = "ID", .takes = Takes::profile, .meaning = "Which one", .least = 0},
};
inline constexpr Example profiles_examples[] = {
    {"offerkit profiles vesting", "All vesting schedules"},
    {"offerkit profiles vesting google", "One of them in full"},
    {"offerkit profiles show us-ny-2026", "A tax form, with all that it takes over from earlier years"},
    {"offerkit profiles --format csv", "All profiles, for a spreadsheet"},
};

inline constexpr Command profiles_command{.name = "profiles",
                                          .summary = "List or show the built-in facts: schedules, ladders, bands",
                                          .description = profiles_description,
                                          .arguments = profiles_arguments,
                                          .common_options = profiles_common,
                                          .examples = profiles_examples};

}  // namespace offerkit::cli::options
