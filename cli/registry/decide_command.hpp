#pragma once

#include <cli/registry/options.hpp>

#include <offerkit/model/valuation.hpp>

/// `offerkit decide` and what it alone takes.
namespace offerkit::cli::options {

/// Of `decide`.
inline constexpr Choice book_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], vest_formats[7],
};
inline constexpr Choice yearly_pays[] = {
    {word(model::Definition::average), "the mean of the years"},
    {word(model::Definition::survival_weighted),
     "the same, later money counted for less and each year less likely to be reached"},
};
inline constexpr Option book_format = format_of(book_formats);
inline constexpr Option decide_by{.id = OptionId::by,
                                  .name = "--by",
                                  .value = "FIGURE",
                                  .takes = Takes::choice,
                                  .meaning = "The yearly pay that counts as money",
                                  .choices = yearly_pays,
                                  .fallback = "average"};
inline constexpr Option decide_career{
    .id = OptionId::career,
    .name = "--career",
    .value = "PLAN",
    .takes = Takes::any_file,
    .meaning = "Count what the paths of a plan pay as the pay of the offers they begin with"};
inline constexpr Option samples{.id = OptionId::samples,
                                .name = "--samples",
                                .value = "N",
                                .takes = Takes::count,
                                .meaning = "How many sets of weights to try where weights may be any",
                                .fallback = "10000",
                                .least = 1};
inline constexpr Option seed{.id = OptionId::seed,
                             .name = "--seed",
                             .value = "N",
                             .takes = Takes::count,
                             .meaning =
                                 "Where the drawing of samples begins, and the letters of `--blind`: the same number "
                                 "gives the same result everywhere",
                             .fallback = "0"};
inline constexpr Option weights{
    .id = OptionId::weights,
    .name = "--weights",
    .takes = Takes::nothing,
    .meaning = "Ask what matters to you, without an offer in sight, and write a priorities file"};
inline constexpr Option blind{
    .id = OptionId::blind,
    .name = "--blind",
    .takes = Takes::nothing,
    .meaning =
        "Ask how each offer does on each factor, the companies' names hidden; write that into "
        "the offer files, and decide"};
inline constexpr Option print{.id = OptionId::print,
                              .name = "--print",
                              .takes = Takes::nothing,
                              .meaning = "With `--blind`: print the ratings, and change no file"};
inline constexpr Option decide_output{
    .id = OptionId::output,
    .name = "--output",
    .letter = 'o',
    .value = "FILE",
    .takes = Takes::any_file,
    .meaning =
        "Write the result to a file that only you can read; one that `--weights` or `--print` finds there is "
        "left alone unless `--force` is given",
    .fallback = "standard output"};
inline constexpr const Option* decide_common[] = {
    &book_format, &as_of, &horizon, &priorities, &discount,      &pending, &if_event, &set,
    &refreshers,  &fx,    &explain, &profiles,   &decide_output, &color,   &help,     &version};
inline constexpr Argument decide_files[] = {
    {.name = "FILE",
     .takes = Takes::offer_file,
     .meaning = "An offer file with its [factors]; `-` reads one from standard input",
     .least = 0,
     .most = any_number}};
inline constexpr std::string_view decide_description[] = {
    "Weighs offers by what matters to you: priorities say what counts, the `[factors]` of an offer how it does.",
    "The first screen is the advice: who suits you best and how sure that is, what decides it, what would change it, "
    "what to ask first, and who leads without pay and by each goal. `--detail` shows the tables behind it, `--explain` "
    "every product of weight and value with its line. Scores stand on your own fixed scales, so that adding or "
    "dropping an offer never changes the order of the others. One offer alone is judged against your must-haves and "
    "your worst ends.",
    "`--weights` asks what matters to you before you look at any offer: what you could not do without, the two ends of "
    "each scale, which of these swings matters most and the others beside it, and whether what that makes each of them "
    "worth in money is right. It writes a priorities file. `--priorities` names where to begin, a file of yours or a "
    "profile such as `growth`; without it you name your own.",
    "`--blind` asks how each offer does, one factor at a time, the offers called A, B and C in an order that has "
    "nothing to do with that of the files. Then it shows what would change in which file, writes the ratings into "
    "`[factors]` if you agree, where comments and everything else stay as they are, and decides. With `--print` it "
    "prints a `[factors]` table for each offer instead, and changes no file.",
    "Both ask on standard error, one line a question, and read answers from standard input, one a line. Enter takes "
    "what stands in brackets, `?` explains the question, `back` goes back to the one before. What you answered before "
    "Ctrl-C is kept in a file of its own, `FILE.answers`, from which the same command goes on. A script whose answers "
    "have ended takes what stands in brackets; a mistake in a script is an error with its line.",
};
inline constexpr const Option* decide_options[] = {&weights,   &blind,   &print, &detail, &decide_by,
                                                   &after_tax, &samples, &seed,  &force,  &decide_career};
inline constexpr Example decide_examples[] = {
    {"offerkit decide examples/three-offers/*.toml --priorities examples/priorities.toml", "Which of three suits you?"},
    {"offerkit decide examples/three-offers/*.toml --priorities examples/priorities.toml --detail",
     "How firm that is, and what stands behind it"},
    {"offerkit decide --weights --priorities growth -o me.toml", "What matters to you, beginning from a profile"},
    {"offerkit decide examples/three-offers/*.toml --priorities six-conditions --blind --print",
     "Rate three offers without their names, and see the ratings"},
};

inline constexpr Command decide_command{
    .name = "decide",
    .summary = "Weigh offers by what matters to you",
    .description = decide_description,
    .arguments = decide_files,
    .options = decide_options,
    .common_options = decide_common,
    .examples = decide_examples,
    .exit_note =
        "With `--weights` and `--blind` it is 1 where an answer is not understood or missing, and 3 when the "
        "file exists and `--force` is not given.",
    .values_pay = true};

}  // namespace offerkit::cli::options
