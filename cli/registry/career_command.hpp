#pragma once

#include <cli/registry/options.hpp>

/// `offerkit career` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option worlds{.id = OptionId::samples,
                               .name = "--samples",
                               .value = "N",
                               .takes = Takes::count,
                               .meaning = "How many worlds to walk the paths through, at most 5,000,000",
                               .fallback = "20000",
                               .least = 1};
inline constexpr Option world_seed{.id = OptionId::seed,
                                   .name = "--seed",
                                   .value = "N",
                                   .takes = Takes::count,
                                   .meaning = "Which worlds: the same number gives the same result everywhere",
                                   .fallback = "1"};
inline constexpr Option career_detail{
    .id = OptionId::detail,
    .name = "--detail",
    .takes = Takes::nothing,
    .meaning =
        "More: bands of every year, paths two by two, what moves them, what is seen at a turn, standard errors, "
        "and everything it rests on"};
inline constexpr const Option* career_common[] = {&format, &as_of, &set,  &fx,     &profiles,
                                                  &output, &color, &help, &version};
inline constexpr std::string_view career_description[] = {
    "What paths of years pay, by a plan of what you believe: rungs and their pay, first jobs from offer files or from "
    "`pay`, promotion, job loss, exits of a company, moves, and turning round. Thousands of worlds are drawn, each the "
    "same for all paths, and the paths are walked through them.",
    "It never says that a path is better. It says how often one pays more, by when, and what you would have to believe "
    "for the other to tie. Every rate is yours: what is not stated counts as none, and the screen says so.",
};
inline constexpr Argument career_files[] = {
    {.name = "PLAN", .takes = Takes::any_file, .meaning = "The plan, a TOML file; `-` for standard input"}};
inline constexpr Example career_examples[] = {
    {"offerkit career examples/large-or-startup/plan.toml", "Large company or start-up, and turning after a year"},
    {"offerkit career examples/career-switch/plan.toml --set path.engineer.later_pay=6%",
     "What changes with another belief"},
    {"offerkit career examples/large-or-startup/plan.toml --sweep path.startup.later_pay=0%..6%/2%",
     "One belief at one value after another"},
};
inline constexpr const Option* career_options[] = {&career_detail, &worlds, &world_seed, &sweep};

inline constexpr Command career_command{.name = "career",
                                        .summary = "Show what paths of years pay, and what they rest on",
                                        .description = career_description,
                                        .arguments = career_files,
                                        .options = career_options,
                                        .common_options = career_common,
                                        .examples = career_examples};

}  // namespace offerkit::cli::options
