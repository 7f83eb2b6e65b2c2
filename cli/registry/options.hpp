#pragma once

#include <cli/registry/registry.hpp>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/valuation.hpp>

/// The options and arguments that several commands take. What one command alone takes stands in its own file.
namespace offerkit::cli::options {

inline constexpr Choice formats[] = {
    {word(Format::table), "for people, at a terminal"},
    {word(Format::json), "one document, complete whatever the table leaves out"},
    {word(Format::csv), "rows for a spreadsheet"},
    {word(Format::markdown), "for notes and messages"},
    {word(Format::html), "a page for a browser, in one file that loads nothing"},
};
inline constexpr Choice chart{word(Format::svg), "the main chart alone, as a picture"};
inline constexpr Choice vest_formats[] = {
    formats[0],
    formats[1],
    formats[2],
    formats[3],
    formats[4],
    {word(Format::icalendar), "the days that matter, for a calendar program"},
    chart,
    {word(Format::xlsx), "a workbook for a spreadsheet, with formulas; needs `-o` at a terminal"},
    {word(Format::ledger), "dated postings, for hledger and Beancount"},
};
inline constexpr Choice colours[] = {
    {"auto", "on a terminal, unless NO_COLOR is set"},
    {"always", "everywhere"},
    {"never", "nowhere"},
};
inline constexpr Choice definitions[] = {
    {word(model::Definition::present_value), "all of it, later money counted for less"},
    {word(model::Definition::average), "the mean of the years"},
    {word(model::Definition::first_year), "the first year alone"},
    {word(model::Definition::annualized),
     "base, bonus, grants over their years, a quarter of the sign-ons: what salary sites quote"},
    {word(model::Definition::target), "the same without sign-ons"},
    {word(model::Definition::guaranteed), "what of the first year is fixed while employed"},
    {word(model::Definition::survival_weighted), "present value, each year less likely to be reached"},
};
/// `--format` of commands that take some of the formats.
inline constexpr Option format_of(std::span<const Choice> choices) {
    return {.id = OptionId::format,
            .name = "--format",
            .letter = 'f',
            .value = "FORMAT",
            .takes = Takes::choice,
            .meaning = "How the result is written",
            .choices = choices,
            .fallback = "table"};
}
inline constexpr Option format = format_of(formats);
inline constexpr Option as_of{.id = OptionId::as_of,
                              .name = "--as-of",
                              .value = "DATE",
                              .takes = Takes::date,
                              .meaning = "The day that counts as today, such as 2026-03-02",
                              .fallback = "today"};
inline constexpr Option horizon{.id = OptionId::horizon,
                                .name = "--horizon",
                                .value = "PERIOD",
                                .takes = Takes::period,
                                .meaning = "How long a time to look at, such as \"4 years\" or \"18 months\"",
                                .fallback = "the priorities', else 4 years"};
inline constexpr Option priorities{.id = OptionId::priorities,
                                   .name = "--priorities",
                                   .value = "FILE",
                                   .takes = Takes::any_file,
                                   .meaning =
                                       "What matters to you: a file of your own, or a profile such as `growth`; also "
                                       "your horizon, discount rate, chance of leaving and currency",
                                   .profile_kind = "priorities"};
inline constexpr Option set{
    .id = OptionId::set,
    .name = "--set",
    .value = "[FILE:]PATH=VALUE",
    .takes = Takes::setting,
    .meaning =
        "What if: changes one value of the offers, or of one FILE, before they are read, such as base.salary=200000 "
        "or grant.new-hire.value=300000",
    .repeatable = true};
inline constexpr Option discount{
    .id = OptionId::discount,
    .name = "--discount",
    .value = "RATE",
    .takes = Takes::rate,
    .meaning = "What waiting a year for money costs, such as 8%, whatever the priorities say",
    .fallback = "the priorities', else 5%"};
inline constexpr Choice pendings[] = {
    {word(model::Pending::none), "nothing of it counts"},
    {word(model::Pending::chance), "each share counts at the chance of its event"},
    {word(model::Pending::all), "all of it counts"},
};
inline constexpr Option pending{
    .id = OptionId::pending,
    .name = "--pending",
    .value = "CASE",
    .takes = Takes::choice,
    .meaning = "What counts of the shares that wait for events without a date, in every figure",
    .choices = pendings,
    .fallback = "none"};
inline constexpr Option after_tax{.id = OptionId::after_tax,
                                  .name = "--after-tax",
                                  .takes = Takes::nothing,
                                  .meaning = "Rank by what stays after tax in the place of each offer"};
inline constexpr Option sweep{
    .id = OptionId::sweep,
    .name = "--sweep",
    .value = "[FILE:]PATH=VALUES",
    .takes = Takes::setting,
    .meaning =
        "One row for each value of a key: from 150 to 250 by 10 is stock.price=150..250/10, some values alone are "
        "base.raise=0%,3%,5%; given twice it makes a grid",
    .repeatable = true};
inline constexpr Option explain{.id = OptionId::explain,
                                .name = "--explain",
                                .takes = Takes::nothing,
                                .meaning = "Trace each figure to its lines in the files and to the rule that made it"};
inline constexpr Option color{.id = OptionId::color,
                              .name = "--color",
                              .value = "WHEN",
                              .takes = Takes::choice,
                              .meaning = "When to use colour",
                              .choices = colours,
                              .fallback = "auto"};
inline constexpr Option refreshers{.id = OptionId::refreshers,
                                   .name = "--refreshers",
                                   .takes = Takes::nothing,
                                   .meaning = "Count refreshers in the totals; without it they stand beside them"};
inline constexpr Option fx{
    .id = OptionId::fx,
    .name = "--fx",
    .value = "PAIR=RATE",
    .takes = Takes::exchange_rate,
    .meaning =
        "An exchange rate: EUR/USD=1.08 says that 1 EUR is 1.08 USD; it takes precedence over those of the files",
    .repeatable = true};
inline constexpr Option profiles{
    .id = OptionId::profiles,
    .name = "--profiles",
    .value = "DIR",
    .takes = Takes::folder,
    .meaning = "A folder of profiles that takes precedence over your own and the built-in ones"};
inline constexpr Option output{.id = OptionId::output,
                               .name = "--output",
                               .letter = 'o',
                               .value = "FILE",
                               .takes = Takes::any_file,
                               .meaning = "Write the result to a file that only you can read, replacing it in one step",
                               .fallback = "standard output"};
inline constexpr Option compare_by{.id = OptionId::by,
                                   .name = "--by",
                                   .value = "FIGURE",
                                   .takes = Takes::choice,
                                   .meaning = "The figure that ranks the offers and that the break-even is of",
                                   .choices = definitions,
                                   .fallback = "present_value"};
inline constexpr Option if_event{.id = OptionId::if_event,
                                 .name = "--if",
                                 .value = "EVENT=DATE",
                                 .takes = Takes::event_date,
                                 .meaning =
                                     "Suppose that an event of the file happens on a day, such as ipo=2027-06-01; "
                                     "leave=2027-03-01 supposes that you leave then",
                                 .repeatable = true};
inline constexpr Option force{
    .id = OptionId::force, .name = "--force", .takes = Takes::nothing, .meaning = "Replace the file if it exists"};
inline constexpr Option detail{.id = OptionId::detail,
                               .name = "--detail",
                               .takes = Takes::nothing,
                               .meaning = "More: the tables behind what the first screen says"};
inline constexpr Option help{
    .id = OptionId::help, .name = "--help", .letter = 'h', .takes = Takes::nothing, .meaning = "Explain the command"};
inline constexpr Option version{.id = OptionId::version,
                                .name = "--version",
                                .letter = 'V',
                                .takes = Takes::nothing,
                                .meaning = "Print the version"};
inline constexpr Choice metrics[] = {
    {word(choice::negotiation::Metric::annualized),
     "what letters, recruiters and salary sites quote: base, target bonus, grants by the year"},
    {word(choice::negotiation::Metric::average), "yearly pay, the mean of the years"},
    {word(choice::negotiation::Metric::present_value), "all years together, later money counted for less"},
    {word(choice::negotiation::Metric::first_year), "the first year alone"},
    {word(choice::negotiation::Metric::decide),
     "yearly pay, offers being as good as your priorities say; needs `--priorities`"},
};
inline constexpr Option target{
    .id = OptionId::target,
    .name = "--target",
    .value = "MONEY",
    .takes = Takes::text,
    .meaning =
        "What you aim for, in the figure of `--metric`, such as 350000, or p75: that "
        "percentile of [market]",
    .fallback = "the largest of a competing offer, the market's 75th percentile and a tenth more"};
inline constexpr Option metric{.id = OptionId::metric,
                               .name = "--metric",
                               .value = "FIGURE",
                               .takes = Takes::choice,
                               .meaning = "The figure that all amounts are of",
                               .choices = metrics,
                               .fallback = "annualized"};
inline constexpr const Option* money_common[] = {&format,   &as_of, &horizon,    &priorities, &discount, &pending,
                                                 &if_event, &set,   &refreshers, &fx,         &explain,  &profiles,
                                                 &output,   &color, &help,       &version};
inline constexpr const Option* plain_common[] = {&output, &color, &help, &version};
inline constexpr Argument offer_files[] = {{.name = "FILE",
                                            .takes = Takes::offer_file,
                                            .meaning = "An offer file; `-` reads one from standard input",
                                            .most = any_number}};

}  // namespace offerkit::cli::options
