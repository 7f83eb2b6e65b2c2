#pragma once

#include <cli/registry/options.hpp>

/// `offerkit levels` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option ladder{
    .id = OptionId::ladder,
    .name = "--ladder",
    .value = "NAME",
    .takes = Takes::profile,
    .meaning = "The ladder of the level; alone, every level of that ladder against the others",
    .fallback = "every ladder that has such a level",
    .profile_kind = "ladders"};
inline constexpr Option to_ladder{.id = OptionId::to_ladder,
                                  .name = "--to",
                                  .value = "NAME",
                                  .takes = Takes::profile,
                                  .meaning = "Set the levels against this ladder alone",
                                  .fallback = "all ladders",
                                  .profile_kind = "ladders"};
inline constexpr Option level_offer{.id = OptionId::offer,
                                    .name = "--offer",
                                    .value = "FILE",
                                    .takes = Takes::offer_file,
                                    .meaning =
                                        "What one level up would be worth against this offer, and what is said about "
                                        "asking for it; `-` reads the offer from standard input"};
inline constexpr Option levels_detail{.id = OptionId::detail,
                                      .name = "--detail",
                                      .takes = Takes::nothing,
                                      .meaning =
                                          "More: heights, shares, medians and postings with their sources, and what is "
                                          "said about asking for a level"};
inline constexpr const Option* levels_common[] = {&format,   &as_of,  &if_event, &set,  &fx,
                                                  &profiles, &output, &color,    &help, &version};
inline constexpr std::string_view levels_description[] = {
    "Ladders of companies side by side, on one scale where equal height means equal standing. Two levels correspond by "
    "how far their heights overlap, in shares that add up to 100%, because a level is seldom exactly one of another "
    "company's. A ladder whose heights nobody published is placed by its standard rungs, and marked approximate.",
    "Without a level: every ladder by rung, and median pay. With one: what corresponds to it elsewhere, in words, and "
    "what is paid there. `--detail` has the heights and shares, and each figure with its source and date.",
    "With `--offer`: what the level above the offer's would be worth, by medians and by published ranges, beside what "
    "the offer pays; what is missing and how to get it; and what is said about asking for a level, and by whom.",
};
inline constexpr Argument levels_arguments[] = {
    {.name = "LADDER",
     .takes = Takes::text,
     .meaning = "A ladder, such as google, as with `--ladder`; an offer file alone is taken as with `--offer`",
     .least = 0,
     .profile_kind = "ladders"},
    {.name = "LEVEL",
     .takes = Takes::text,
     .meaning = "A level as its company calls it, such as L4 or E5",
     .least = 0,
     .profile_kind = "levels"},
};
inline constexpr const Option* levels_options[] = {&ladder, &to_ladder, &level_offer, &levels_detail};
inline constexpr Example levels_examples[] = {
    {"offerkit levels", "All ladders side by side"},
    {"offerkit levels google L4 --to meta", "What is a Google L4 at Meta?"},
    {"offerkit levels --ladder microsoft --to amazon", "One ladder against another, level by level"},
    {"offerkit levels --offer examples/startup/nvidia.toml", "What would one level up be worth?"},
};

inline constexpr Command levels_command{.name = "levels",
                                        .summary = "Put levels of companies side by side; what one up is worth",
                                        .description = levels_description,
                                        .arguments = levels_arguments,
                                        .options = levels_options,
                                        .common_options = levels_common,
                                        .examples = levels_examples};

}  // namespace offerkit::cli::options
