#include <cli/registry/registry.hpp>

#include <algorithm>

#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/value/vest_periods.hpp>

namespace offerkit::cli {
namespace {

using choice::negotiation::Metric;
using model::Definition;
using model::LeavingReason;
using model::Pending;
using value::VestStep;

// Options.

constexpr Choice formats[] = {
    {word(Format::table), "for people, at a terminal"},
    {word(Format::json), "one document, complete whatever the table leaves out"},
    {word(Format::csv), "rows for a spreadsheet"},
    {word(Format::markdown), "for notes and messages"},
    {word(Format::html), "a page for a browser, in one file that loads nothing"},
};
constexpr Choice chart{word(Format::svg), "the main chart alone, as a picture"};
constexpr Choice vest_formats[] = {
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
/// Of `compare`.
constexpr Choice compare_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], chart, vest_formats[7], vest_formats[8],
};
/// Of `show`.
constexpr Choice pay_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], vest_formats[7], vest_formats[8],
};
/// Of `leave`.
constexpr Choice leave_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], chart, vest_formats[7],
};
/// Of `decide`.
constexpr Choice book_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], vest_formats[7],
};
constexpr Choice colours[] = {
    {"auto", "on a terminal, unless NO_COLOR is set"},
    {"always", "everywhere"},
    {"never", "nowhere"},
};
constexpr Choice definitions[] = {
    {word(Definition::present_value), "all of it, later money counted for less"},
    {word(Definition::average), "the mean of the years"},
    {word(Definition::first_year), "the first year alone"},
    {word(Definition::annualized),
     "base, bonus, grants over their years, a quarter of the sign-ons: what salary sites quote"},
    {word(Definition::target), "the same without sign-ons"},
    {word(Definition::guaranteed), "what of the first year is fixed while employed"},
    {word(Definition::survival_weighted), "present value, each year less likely to be reached"},
};
constexpr Choice yearly_pays[] = {
    {word(Definition::average), "the mean of the years"},
    {word(Definition::survival_weighted),
     "the same, later money counted for less and each year less likely to be reached"},
};
constexpr Choice vest_steps[] = {
    {word(VestStep::tranche), "each vest by itself"},         {word(VestStep::month), "months of the calendar"},
    {word(VestStep::quarter), "quarters of the calendar"},    {word(VestStep::year), "years from the first day"},
    {word(VestStep::calendar_year), "years of the calendar"},
};

constexpr Choice leave_steps[] = {
    {"day", "the day of `--on` alone"},
    {"month", "each month of the horizon as well, with the days worth waiting for"},
};
constexpr Choice reasons[] = {
    {word(LeavingReason::voluntary), "you leave"},
    {word(LeavingReason::retirement), "you retire"},
    {word(LeavingReason::without_cause), "you are let go"},
    {word(LeavingReason::good_reason), "you leave because the job was made worse, as your papers define it"},
    {word(LeavingReason::with_cause), "you are dismissed for misconduct"},
    {word(LeavingReason::death), "you die"},
    {word(LeavingReason::disability), "you can no longer work"},
};

/// `--format` of commands that take some of the formats.
constexpr Option format_of(std::span<const Choice> choices) {
    return {.id = OptionId::format,
            .name = "--format",
            .letter = 'f',
            .value = "FORMAT",
            .takes = Takes::choice,
            .meaning = "How the result is written",
            .choices = choices,
            .fallback = "table"};
}
constexpr Option format = format_of(formats);
constexpr Option compare_format = format_of(compare_formats);
constexpr Option leave_format = format_of(leave_formats);
constexpr Option vest_format = format_of(vest_formats);
constexpr Option pay_format = format_of(pay_formats);
constexpr Option book_format = format_of(book_formats);
constexpr Option as_of{.id = OptionId::as_of,
                       .name = "--as-of",
                       .value = "DATE",
                       .takes = Takes::date,
                       .meaning = "The day that counts as today, such as 2026-03-02",
                       .fallback = "today"};
constexpr Option horizon{.id = OptionId::horizon,
                         .name = "--horizon",
                         .value = "PERIOD",
                         .takes = Takes::period,
                         .meaning = "How long a time to look at, such as \"4 years\" or \"18 months\"",
                         .fallback = "the priorities', else 4 years"};
constexpr Option vest_horizon{.id = OptionId::horizon,
                              .name = "--horizon",
                              .value = "PERIOD",
                              .takes = Takes::period,
                              .meaning = "Only vests within this time of the first day, such as \"4 years\"",
                              .fallback = "all vests"};
constexpr Option priorities{.id = OptionId::priorities,
                            .name = "--priorities",
                            .value = "FILE",
                            .takes = Takes::any_file,
                            .meaning =
                                "What matters to you: a file of your own, or a profile such as `growth`; also "
                                "your horizon, discount rate, chance of leaving and currency",
                            .profile_kind = "priorities"};
constexpr Option set{
    .id = OptionId::set,
    .name = "--set",
    .value = "[FILE:]PATH=VALUE",
    .takes = Takes::setting,
    .meaning =
        "What if: changes one value of the offers, or of one FILE, before they are read, such as base.salary=200000 "
        "or grant.new-hire.value=300000",
    .repeatable = true};
constexpr Option discount{.id = OptionId::discount,
                          .name = "--discount",
                          .value = "RATE",
                          .takes = Takes::rate,
                          .meaning = "What waiting a year for money costs, such as 8%, whatever the priorities say",
                          .fallback = "the priorities', else 5%"};
constexpr Choice pendings[] = {
    {word(Pending::none), "nothing of it counts"},
    {word(Pending::chance), "each share counts at the chance of its event"},
    {word(Pending::all), "all of it counts"},
};
constexpr Option pending{.id = OptionId::pending,
                         .name = "--pending",
                         .value = "CASE",
                         .takes = Takes::choice,
                         .meaning = "What counts of the shares that wait for events without a date, in every figure",
                         .choices = pendings,
                         .fallback = "none"};
constexpr Option after_tax{.id = OptionId::after_tax,
                           .name = "--after-tax",
                           .takes = Takes::nothing,
                           .meaning = "Rank by what stays after tax in the place of each offer"};
constexpr Option negotiate_after_tax{.id = OptionId::after_tax,
                                     .name = "--after-tax",
                                     .takes = Takes::nothing,
                                     .meaning = "Count what stays after tax in the place of each offer"};
constexpr Option common_only{.id = OptionId::common,
                             .name = "--common",
                             .takes = Takes::nothing,
                             .meaning =
                                 "Rank without raise, benefits, refreshers and costs that only some of the offers "
                                 "state"};
constexpr Option sweep{
    .id = OptionId::sweep,
    .name = "--sweep",
    .value = "[FILE:]PATH=VALUES",
    .takes = Takes::setting,
    .meaning =
        "One row for each value of a key: from 150 to 250 by 10 is stock.price=150..250/10, some values alone are "
        "base.raise=0%,3%,5%; given twice it makes a grid",
    .repeatable = true};
constexpr Option explain{.id = OptionId::explain,
                         .name = "--explain",
                         .takes = Takes::nothing,
                         .meaning = "Trace each figure to its lines in the files and to the rule that made it"};
constexpr Option color{.id = OptionId::color,
                       .name = "--color",
                       .value = "WHEN",
                       .takes = Takes::choice,
                       .meaning = "When to use colour",
                       .choices = colours,
                       .fallback = "auto"};
constexpr Option refreshers{.id = OptionId::refreshers,
                            .name = "--refreshers",
                            .takes = Takes::nothing,
                            .meaning = "Count refreshers in the totals; without it they stand beside them"};
constexpr Option compare_stay{
    .id = OptionId::stay,
    .name = "--stay",
    .takes = Takes::nothing,
    .meaning = "What each offer has paid if you leave after 1, 2, 3 and 4 years, less what is to be paid back"};
constexpr Option vest_refreshers{
    .id = OptionId::refreshers,
    .name = "--refreshers",
    .takes = Takes::nothing,
    .meaning = "List the yearly refreshers too, as far as the horizon reaches (4 years without one)"};
constexpr Option fx{
    .id = OptionId::fx,
    .name = "--fx",
    .value = "PAIR=RATE",
    .takes = Takes::exchange_rate,
    .meaning =
        "An exchange rate: EUR/USD=1.08 says that 1 EUR is 1.08 USD; it takes precedence over those of the files",
    .repeatable = true};
constexpr Option profiles{.id = OptionId::profiles,
                          .name = "--profiles",
                          .value = "DIR",
                          .takes = Takes::folder,
                          .meaning = "A folder of profiles that takes precedence over your own and the built-in ones"};
constexpr Option output{.id = OptionId::output,
                        .name = "--output",
                        .letter = 'o',
                        .value = "FILE",
                        .takes = Takes::any_file,
                        .meaning = "Write the result to a file that only you can read, replacing it in one step",
                        .fallback = "standard output"};
constexpr Option init_output{
    .id = OptionId::output,
    .name = "--output",
    .letter = 'o',
    .value = "FILE",
    .takes = Takes::any_file,
    .meaning = "Write to this new file; an existing one is left alone unless `--force` is given",
    .fallback = "standard output"};
constexpr Option compare_by{.id = OptionId::by,
                            .name = "--by",
                            .value = "FIGURE",
                            .takes = Takes::choice,
                            .meaning = "The figure that ranks the offers and that the break-even is of",
                            .choices = definitions,
                            .fallback = "present_value"};
constexpr Option decide_by{.id = OptionId::by,
                           .name = "--by",
                           .value = "FIGURE",
                           .takes = Takes::choice,
                           .meaning = "The yearly pay that counts as money",
                           .choices = yearly_pays,
                           .fallback = "average"};
constexpr Option vest_by{.id = OptionId::by,
                         .name = "--by",
                         .value = "STEP",
                         .takes = Takes::choice,
                         .meaning = "What one line of the timeline is",
                         .choices = vest_steps,
                         .fallback = "tranche"};
constexpr Option leave_on{.id = OptionId::on,
                          .name = "--on",
                          .value = "DATE",
                          .takes = Takes::date,
                          .meaning = "The last day employed, such as 2027-01-10",
                          .fallback = "the day of `--as-of`"};
constexpr Option leave_reason{.id = OptionId::reason,
                              .name = "--reason",
                              .value = "REASON",
                              .takes = Takes::choice,
                              .meaning = "Why, as plans and contracts tell the cases apart",
                              .choices = reasons,
                              .fallback = "voluntary"};
constexpr Option leave_by{.id = OptionId::by,
                          .name = "--by",
                          .value = "STEP",
                          .takes = Takes::choice,
                          .meaning = "What is looked at",
                          .choices = leave_steps,
                          .fallback = "day"};
constexpr Option leave_horizon{.id = OptionId::horizon,
                               .name = "--horizon",
                               .value = "PERIOD",
                               .takes = Takes::period,
                               .meaning = "How many months `--by month` looks ahead, such as \"4 years\"",
                               .fallback = "the priorities', else 4 years"};
constexpr Option leave_priorities{.id = OptionId::priorities,
                                  .name = "--priorities",
                                  .value = "FILE",
                                  .takes = Takes::any_file,
                                  .meaning = "Your own horizon and currency",
                                  .profile_kind = "priorities"};
constexpr Option leave_refreshers{.id = OptionId::refreshers,
                                  .name = "--refreshers",
                                  .takes = Takes::nothing,
                                  .meaning = "Count the refreshers that would have been given by the day"};
constexpr Option if_event{.id = OptionId::if_event,
                          .name = "--if",
                          .value = "EVENT=DATE",
                          .takes = Takes::event_date,
                          .meaning =
                              "Suppose that an event of the file happens on a day, such as ipo=2027-06-01; "
                              "leave=2027-03-01 supposes that you leave then",
                          .repeatable = true};
constexpr Option leave_if{.id = OptionId::if_event,
                          .name = "--if",
                          .value = "EVENT=DATE",
                          .takes = Takes::event_date,
                          .meaning = "Suppose that an event of the file happens on a day, such as ipo=2027-06-01",
                          .repeatable = true};
constexpr Option from_ocf{
    .id = OptionId::from_ocf,
    .name = "--from-ocf",
    .takes = Takes::nothing,
    .meaning = "The FILEs are JSON of Open Cap Format: issuances and their vesting terms, read together"};
constexpr Option decide_career{
    .id = OptionId::career,
    .name = "--career",
    .value = "PLAN",
    .takes = Takes::any_file,
    .meaning = "Count what the paths of a plan pay as the pay of the offers they begin with"};
constexpr Option init_ask{
    .id = OptionId::ask,
    .name = "--ask",
    .takes = Takes::nothing,
    .meaning = "Ask for a letter in plain words (`$185k`, `4 years quarterly with a one-year cliff`, `Dec 9`)"};
constexpr Option init_career{.id = OptionId::career,
                             .name = "--career",
                             .meaning = "Write a career plan that begins with the offers given, one or two"};
constexpr Option company{.id = OptionId::company,
                         .name = "--company",
                         .value = "PROFILE",
                         .takes = Takes::profile,
                         .meaning = "Begin from a company's usual terms; `offerkit profiles companies` lists them",
                         .profile_kind = "companies"};
constexpr Option ladder{.id = OptionId::ladder,
                        .name = "--ladder",
                        .value = "NAME",
                        .takes = Takes::profile,
                        .meaning = "The ladder of the level; alone, every level of that ladder against the others",
                        .fallback = "every ladder that has such a level",
                        .profile_kind = "ladders"};
constexpr Option to_ladder{.id = OptionId::to_ladder,
                           .name = "--to",
                           .value = "NAME",
                           .takes = Takes::profile,
                           .meaning = "Set the levels against this ladder alone",
                           .fallback = "all ladders",
                           .profile_kind = "ladders"};
constexpr Option level_offer{.id = OptionId::offer,
                             .name = "--offer",
                             .value = "FILE",
                             .takes = Takes::offer_file,
                             .meaning =
                                 "What one level up would be worth against this offer, and what is said about "
                                 "asking for it; `-` reads the offer from standard input"};
constexpr Option force{
    .id = OptionId::force, .name = "--force", .takes = Takes::nothing, .meaning = "Replace the file if it exists"};
constexpr Option samples{.id = OptionId::samples,
                         .name = "--samples",
                         .value = "N",
                         .takes = Takes::count,
                         .meaning = "How many sets of weights to try where weights may be any",
                         .fallback = "10000",
                         .least = 1};
constexpr Option seed{.id = OptionId::seed,
                      .name = "--seed",
                      .value = "N",
                      .takes = Takes::count,
                      .meaning =
                          "Where the drawing of samples begins, and the letters of `--blind`: the same number "
                          "gives the same result everywhere",
                      .fallback = "0"};
constexpr Option worlds{.id = OptionId::samples,
                        .name = "--samples",
                        .value = "N",
                        .takes = Takes::count,
                        .meaning = "How many worlds to walk the paths through, at most 5,000,000",
                        .fallback = "20000",
                        .least = 1};
constexpr Option world_seed{.id = OptionId::seed,
                            .name = "--seed",
                            .value = "N",
                            .takes = Takes::count,
                            .meaning = "Which worlds: the same number gives the same result everywhere",
                            .fallback = "1"};
constexpr Option career_detail{
    .id = OptionId::detail,
    .name = "--detail",
    .takes = Takes::nothing,
    .meaning =
        "More: bands of every year, paths two by two, what moves them, what is seen at a turn, standard errors, "
        "and everything it rests on"};
constexpr Option detail{.id = OptionId::detail,
                        .name = "--detail",
                        .takes = Takes::nothing,
                        .meaning = "More: the tables behind what the first screen says"};
constexpr Option jobs{.id = OptionId::jobs,
                      .name = "--jobs",
                      .value = "N",
                      .takes = Takes::count,
                      .meaning = "How many threads to work with; the result has the same bytes for any number",
                      .fallback = "1",
                      .least = 1};
constexpr Option bands{.id = OptionId::bands,
                       .name = "--bands",
                       .takes = Takes::nothing,
                       .meaning = "Also what each offer may come to if share prices move, in `uncertainty`"};
constexpr Option weights{.id = OptionId::weights,
                         .name = "--weights",
                         .takes = Takes::nothing,
                         .meaning = "Ask what matters to you, without an offer in sight, and write a priorities file"};
constexpr Option blind{.id = OptionId::blind,
                       .name = "--blind",
                       .takes = Takes::nothing,
                       .meaning =
                           "Ask how each offer does on each factor, the companies' names hidden; write that into "
                           "the offer files, and decide"};
constexpr Option print{.id = OptionId::print,
                       .name = "--print",
                       .takes = Takes::nothing,
                       .meaning = "With `--blind`: print the ratings, and change no file"};
constexpr Option decide_output{
    .id = OptionId::output,
    .name = "--output",
    .letter = 'o',
    .value = "FILE",
    .takes = Takes::any_file,
    .meaning =
        "Write the result to a file that only you can read; one that `--weights` or `--print` finds there is "
        "left alone unless `--force` is given",
    .fallback = "standard output"};
constexpr Option man{
    .id = OptionId::man, .name = "--man", .takes = Takes::nothing, .meaning = "Print the manual page, for `man`"};
constexpr Option markdown{.id = OptionId::markdown,
                          .name = "--markdown",
                          .takes = Takes::nothing,
                          .meaning = "Print the command's page of the documentation"};
constexpr Option help{
    .id = OptionId::help, .name = "--help", .letter = 'h', .takes = Takes::nothing, .meaning = "Explain the command"};
constexpr Option version{.id = OptionId::version,
                         .name = "--version",
                         .letter = 'V',
                         .takes = Takes::nothing,
                         .meaning = "Print the version"};

constexpr Choice metrics[] = {
    {word(Metric::annualized),
     "what letters, recruiters and salary sites quote: base, target bonus, grants by the year"},
    {word(Metric::average), "yearly pay, the mean of the years"},
    {word(Metric::present_value), "all years together, later money counted for less"},
    {word(Metric::first_year), "the first year alone"},
    {word(Metric::decide), "yearly pay, offers being as good as your priorities say; needs `--priorities`"},
};
constexpr Option against{
    .id = OptionId::against,
    .name = "--against",
    .value = "FILE",
    .takes = Takes::offer_file,
    .meaning = "Another way to go: an offer, the job you hold now, interviews under way, or going on looking",
    .repeatable = true};
constexpr Option target{.id = OptionId::target,
                        .name = "--target",
                        .value = "MONEY",
                        .takes = Takes::text,
                        .meaning =
                            "What you aim for, in the figure of `--metric`, such as 350000, or p75: that "
                            "percentile of [market]",
                        .fallback = "the largest of a competing offer, the market's 75th percentile and a tenth more"};
constexpr Option metric{.id = OptionId::metric,
                        .name = "--metric",
                        .value = "FIGURE",
                        .takes = Takes::choice,
                        .meaning = "The figure that all amounts are of",
                        .choices = metrics,
                        .fallback = "annualized"};
constexpr Option mail{.id = OptionId::mail,
                      .name = "--mail",
                      .takes = Takes::nothing,
                      .meaning = "Write a short mail that asks for it, in plain text"};
constexpr Option for_oneself{.id = OptionId::for_oneself,
                             .name = "--private",
                             .takes = Takes::nothing,
                             .meaning =
                                 "Add what only you should see: when to walk away from the first offer, what you "
                                 "have without it, and what to ask for"};
constexpr Option negotiate_detail{.id = OptionId::detail,
                                  .name = "--detail",
                                  .takes = Takes::nothing,
                                  .meaning = "More: each part alone, what to ask and say, and what it rests on"};

constexpr Option levels_detail{.id = OptionId::detail,
                               .name = "--detail",
                               .takes = Takes::nothing,
                               .meaning =
                                   "More: heights, shares, medians and postings with their sources, and what is "
                                   "said about asking for a level"};

constexpr Choice search_metrics[] = {
    metrics[1],
    metrics[0],
    metrics[2],
};
constexpr Option search_metric{.id = OptionId::metric,
                               .name = "--metric",
                               .value = "FIGURE",
                               .takes = Takes::choice,
                               .meaning = "The figure that offers are valued by, and that all amounts are of",
                               .choices = search_metrics,
                               .fallback = "present_value"};
constexpr Option search_detail{.id = OptionId::detail,
                               .name = "--detail",
                               .takes = Takes::nothing,
                               .meaning =
                                   "More: what to do at each answer, every day and process, the rates learned, all "
                                   "assumptions"};
constexpr Option search_as_of{.id = OptionId::as_of,
                              .name = "--as-of",
                              .value = "DATE",
                              .takes = Takes::date,
                              .meaning = "The day that counts as today, such as 2026-03-02",
                              .fallback = "that of the pipeline file, else today"};

constexpr const Option* lone[] = {&help, &version};
constexpr const Option* check_common[] = {&format,   &as_of,  &horizon, &priorities, &set,    &fx,
                                          &profiles, &output, &color,   &help,       &version};
constexpr const Option* money_common[] = {&format,   &as_of, &horizon,    &priorities, &discount, &pending,
                                          &if_event, &set,   &refreshers, &fx,         &explain,  &profiles,
                                          &output,   &color, &help,       &version};
constexpr const Option* pay_common[] = {&pay_format, &as_of, &horizon,    &priorities, &discount, &pending,
                                        &if_event,   &set,   &refreshers, &fx,         &explain,  &profiles,
                                        &output,     &color, &help,       &version};
constexpr const Option* search_common[] = {&format,   &search_as_of, &horizon, &priorities, &discount,
                                           &pending,  &if_event,     &set,     &refreshers, &fx,
                                           &profiles, &output,       &color,   &help,       &version};
constexpr const Option* vest_common[] = {&vest_format, &as_of,  &vest_horizon, &set,  &vest_refreshers, &explain,
                                         &profiles,    &output, &color,        &help, &version};
constexpr const Option* compare_common[] = {&compare_format, &as_of, &horizon,    &priorities, &discount, &pending,
                                            &if_event,       &set,   &refreshers, &fx,         &explain,  &profiles,
                                            &output,         &color, &help,       &version};
constexpr const Option* report_common[] = {&as_of,    &horizon, &priorities, &discount, &pending,
                                           &if_event, &set,     &refreshers, &fx,       &profiles,
                                           &output,   &color,   &help,       &version};
constexpr const Option* leave_common[] = {
    &leave_format, &as_of,   &leave_horizon, &leave_priorities, &leave_if, &set,  &leave_refreshers,
    &fx,           &explain, &profiles,      &output,           &color,    &help, &version};
constexpr const Option* decide_common[] = {&book_format,   &as_of, &horizon,    &priorities, &discount, &pending,
                                           &if_event,      &set,   &refreshers, &fx,         &explain,  &profiles,
                                           &decide_output, &color, &help,       &version};
constexpr const Option* batch_common[] = {&as_of,      &horizon, &priorities, &discount, &pending, &if_event, &set,
                                          &refreshers, &fx,      &profiles,   &output,   &color,   &help,     &version};
constexpr const Option* plain_common[] = {&output, &color, &help, &version};
constexpr const Option* profiles_common[] = {&format, &as_of, &profiles, &output, &color, &help, &version};
constexpr const Option* levels_common[] = {&format,   &as_of,  &if_event, &set,  &fx,
                                           &profiles, &output, &color,    &help, &version};
constexpr const Option* career_common[] = {&format, &as_of, &set, &fx, &profiles, &output, &color, &help, &version};
constexpr const Option* init_common[] = {&as_of, &profiles, &color, &help, &version};

// Commands.

constexpr Argument offer_files[] = {{.name = "FILE",
                                     .takes = Takes::offer_file,
                                     .meaning = "An offer file; `-` reads one from standard input",
                                     .most = any_number}};
constexpr Argument one_offer[] = {
    {.name = "FILE", .takes = Takes::offer_file, .meaning = "An offer file; `-` reads it from standard input"}};

constexpr Argument check_files[] = {{.name = "FILE",
                                     .takes = Takes::offer_file,
                                     .meaning = "An offer file; `-` reads one from standard input",
                                     .least = 0,
                                     .most = any_number}};

constexpr std::string_view check_description[] = {
    "Reads offer files and reports every problem in all of them at once: where it is, what is wrong, and what to write "
    "instead. A file without problems is told in one line, so that you see at a glance whether all of it was "
    "understood.",
    "Warnings point at what is legal and probably not meant: a bonus over 100%, a portion written as 0.333, a price "
    "from last year, a letter's total that its parts do not reach. They do not change the exit status.",
    "`--priorities me.toml` is checked as well, and may be checked alone.",
};
constexpr Example check_examples[] = {
    {"offerkit check examples/three-offers/google.toml", "Is this file right?"},
    {"offerkit check examples/three-offers/*.toml --as-of 2026-01-20", "Several at once, as of a day"},
    {"offerkit check examples/startup/quillstone.toml --format json", "Problems as data, for an editor or a script"},
};

constexpr std::string_view show_description[] = {
    "One offer on one screen: what each year pays and of what parts, how much of it is sure, what total compensation "
    "comes to by each of its usual definitions, where the level stands beside other companies', what was assumed and "
    "what is not counted.",
    "Of a private company whose file has scenarios it tells what the shares bring in each; `--sweep exit.value=...` "
    "shows "
    "what a sale brings at one value of the company after another.",
    "Several files are shown one after the other, each by itself; `compare` sets them side by side.",
};
constexpr Example show_examples[] = {
    {"offerkit show examples/three-offers/google.toml", "Everything about one offer"},
    {"offerkit show examples/three-offers/amazon.toml --set base.salary=200000", "What if the salary were 200,000?"},
    {"offerkit show examples/three-offers/meta.toml --explain", "Where each figure comes from"},
    {"offerkit show examples/startup/quillstone.toml --sweep exit.value=50_000_000..250_000_000/50_000_000",
     "What would a sale of the company bring?"},
};

constexpr std::string_view vest_description[] = {
    "The timeline of every grant: day, shares, how many in all by then, what they are worth that day, and whether they "
    "have vested. Several grants and several offers are merged by date.",
    "Shares that wait for an event without a date are pending; those whose event missed its deadline are impossible. "
    "Both are listed without a day and are in no total. Shares that come early are accelerated; those that leaving "
    "takes are forfeited. Each line that is not simply the schedule says why.",
    "`--format ics` writes a calendar file of every day that matters: first and last day, vests with their cliff, "
    "bonus and sign-on payments, the day to decide by, the end of a clawback, the last day to exercise. Import it "
    "again after a change and the events are updated, not added twice.",
    "`--format ledger` writes each vest as a posting that hledger and Beancount read, its shares at their worth.",
    "`--from-ocf` reads what equity management programs export, Open Cap Format version 1: grants with their vesting "
    "terms, what has been recorded of them, and a valuation where there is one. What its terms say and ours cannot is "
    "reported.",
};
constexpr Example vest_examples[] = {
    {"offerkit vest examples/job-held-now/current.toml", "Every vest, and what has vested by today"},
    {"offerkit vest examples/three-offers/*.toml --by year", "Three offers, year by year"},
    {"offerkit vest examples/startup/quillstone.toml --format csv", "A row for each tranche, for a spreadsheet"},
    {"offerkit vest examples/job-held-now/current.toml --format ics -o job.ics", "A file for your calendar"},
    {"offerkit vest --from-ocf examples/open-cap-format/*.json", "Grants that an equity management program exported"},
};

constexpr std::string_view compare_description[] = {
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
constexpr Example compare_examples[] = {
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

constexpr std::string_view tax_description[] = {
    "What each offer leaves after taxes, in the place that it names: taxes and contributions by component, what is "
    "taken of the next 1,000, what the employer withholds from shares and what they cost, and which base another offer "
    "would have to pay to leave as much.",
    "Each year of an offer is taxed by itself, as if it were a whole tax year in one place. [household] of the "
    "priorities says who files, what goes into the retirement plan and what living costs. With `--explain` every line "
    "of the forms is shown beside its source.",
    "`offerkit profiles places` lists the places. Nothing here is advice.",
};
constexpr const Option* tax_options[] = {&detail};
constexpr Example tax_examples[] = {
    {"offerkit tax examples/places/s*.toml --priorities examples/places/me.toml", "The same pay in two places"},
    {"offerkit tax examples/places/seattle.toml --detail", "Every year, what is assumed, and each warning in full"},
    {"offerkit tax examples/places/seattle.toml --explain", "Every line of the forms, with its source"},
};

constexpr std::string_view leave_description[] = {
    "What you walk away with on a day: the shares that are yours and those you leave on the table, grant by grant, "
    "what is to be paid back of a sign-on, how long options can still be exercised and what that costs, the bonus you "
    "lose, what you are paid on leaving, and what waiting a month would change.",
    "The cost of leaving is the worth of what is forfeited, what is to be paid back, and the bonus of finished years "
    "that "
    "is not paid yet. Of what is forfeited, a new employer can first of all be asked to make up for what would have "
    "vested within a year.",
    "`--by month` tells it for every month ahead, and names the days just after which leaving is much cheaper.",
    "What the papers do not say is not guessed: a plan that names no time to exercise options is told as such.",
};
constexpr Example leave_examples[] = {
    {"offerkit leave examples/job-held-now/current.toml --on 2027-01-10", "What leaving on that day costs"},
    {"offerkit leave examples/job-held-now/current.toml --by month --horizon \"18 months\"",
     "When is a good day to go?"},
    {"offerkit leave examples/startup/harborline.toml --on 2028-09-30 --reason without_cause",
     "Let go: what stays of the options, and until when"},
};
constexpr std::string_view career_description[] = {
    "What paths of years pay, by a plan of what you believe: rungs and their pay, first jobs from offer files or from "
    "`pay`, promotion, job loss, exits of a company, moves, and turning round. Thousands of worlds are drawn, each the "
    "same for all paths, and the paths are walked through them.",
    "It never says that a path is better. It says how often one pays more, by when, and what you would have to believe "
    "for the other to tie. Every rate is yours: what is not stated counts as none, and the screen says so.",
};
constexpr Argument career_files[] = {
    {.name = "PLAN", .takes = Takes::any_file, .meaning = "The plan, a TOML file; `-` for standard input"}};
constexpr Example career_examples[] = {
    {"offerkit career examples/large-or-startup/plan.toml", "Large company or start-up, and turning after a year"},
    {"offerkit career examples/career-switch/plan.toml --set path.engineer.later_pay=6%",
     "What changes with another belief"},
    {"offerkit career examples/large-or-startup/plan.toml --sweep path.startup.later_pay=0%..6%/2%",
     "One belief at one value after another"},
};
constexpr const Option* career_options[] = {&career_detail, &worlds, &world_seed, &sweep};
constexpr const Option* leave_options[] = {&leave_on, &leave_reason, &leave_by, &detail};

constexpr Argument decide_files[] = {{.name = "FILE",
                                      .takes = Takes::offer_file,
                                      .meaning = "An offer file with its [factors]; `-` reads one from standard input",
                                      .least = 0,
                                      .most = any_number}};
constexpr std::string_view decide_description[] = {
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
constexpr const Option* decide_options[] = {&weights,   &blind,   &print, &detail, &decide_by,
                                            &after_tax, &samples, &seed,  &force,  &decide_career};
constexpr Example decide_examples[] = {
    {"offerkit decide examples/three-offers/*.toml --priorities examples/priorities.toml", "Which of three suits you?"},
    {"offerkit decide examples/three-offers/*.toml --priorities examples/priorities.toml --detail",
     "How firm that is, and what stands behind it"},
    {"offerkit decide --weights --priorities growth -o me.toml", "What matters to you, beginning from a profile"},
    {"offerkit decide examples/three-offers/*.toml --priorities six-conditions --blind --print",
     "Rate three offers without their names, and see the ratings"},
};

constexpr std::string_view negotiate_description[] = {
    "One screen to take into the call: what to ask for in one piece, why, how far they can go, your floor, and what to "
    "answer. `--detail` shows what each part would take alone, what to ask them and how to put it, and what to clear "
    "up "
    "before you sign; `--mail` writes the mail.",
    "Every amount is solved on the same model that `compare` uses, to the cent and to the share: the `--set` argument "
    "beside it shows what the offer would then be. `--against` names the ways you could go instead; the best of them "
    "is what you need not go below. The job you hold counts with what is still to come, an interview with its chance.",
    "How far they can go is your [band], else what such an employer usually gives (`employer`); rules of thumb are "
    "labelled with who says so: `offerkit profiles negotiation` lists them. Nothing here is a promise.",
    "`--format markdown` makes a page to print.",
};
constexpr const Option* negotiate_options[] = {&against, &target,          &metric, &negotiate_after_tax,
                                               &mail,    &negotiate_detail};
constexpr Example negotiate_examples[] = {
    {"offerkit negotiate examples/negotiation/northwind.toml", "What to ask for, from the offer alone"},
    {"offerkit negotiate examples/negotiation/northwind.toml --against examples/negotiation/contoso.toml --against "
     "examples/negotiation/current.toml",
     "With another offer and the job you hold"},
    {"offerkit negotiate examples/negotiation/northwind.toml --target 400000 --format markdown",
     "A page to print, for a target of your own"},
};

constexpr Argument search_files[] = {
    {.name = "FILE",
     .takes = Takes::offer_file,
     .meaning = "Offer files, of processes too (`evidence = \"process\"`), a pipeline file, or both; `-` reads one "
                "from standard input",
     .most = any_number}};
constexpr std::string_view pipeline_description[] = {
    "Take this offer today, or wait for the process that answers on Thursday? The answer is exact, without a draw: the "
    "chance of an offer by each day, what the best is expected to be, and the value of waiting, worked back from the "
    "last day. What to do next may depend on what comes, so it is said for each answer.",
    "Beside it: what days of extension are worth, which process to hurry, what your own record says of each channel, "
    "how many applications an offer still takes, and when to begin.",
    "Offers are valued as `compare` values them, the job held now and going on looking are what you have without any. "
    "A pipeline file states values instead, and holds what no offer has: your record, what a week of waiting costs, "
    "the day by which you want to begin. `offerkit help keys pipeline` lists its keys.",
};
constexpr const Option* pipeline_options[] = {&search_detail, &search_metric};
constexpr Example pipeline_examples[] = {
    {"offerkit pipeline examples/job-search/search.toml", "An offer in hand, three processes, and a record"},
    {"offerkit pipeline examples/job-search/search.toml --detail", "What to do at each answer"},
    {"offerkit pipeline examples/job-search/search.toml --set cost_per_week=3000", "If waiting cost 3,000 a week"},
    {"offerkit pipeline examples/negotiation/northwind.toml examples/negotiation/tailspin.toml "
     "examples/negotiation/current.toml --as-of 2026-01-20",
     "From offer files alone"},
};

constexpr std::string_view report_description[] = {
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
constexpr const Option* report_options[] = {&compare_by, &for_oneself, &target, &metric};
constexpr Example report_examples[] = {
    {"offerkit report examples/three-offers/google.toml examples/three-offers/meta.toml -o report.html",
     "Two offers in one file"},
    {"offerkit report examples/three-offers/google.toml examples/three-offers/meta.toml --priorities "
     "examples/priorities.toml --private -o report.html",
     "With what matters to you, for yourself"},
};

constexpr std::string_view levels_description[] = {
    "Ladders of companies side by side, on one scale where equal height means equal standing. Two levels correspond by "
    "how far their heights overlap, in shares that add up to 100%, because a level is seldom exactly one of another "
    "company's. A ladder whose heights nobody published is placed by its standard rungs, and marked approximate.",
    "Without a level: every ladder by rung, and median pay. With one: what corresponds to it elsewhere, in words, and "
    "what is paid there. `--detail` has the heights and shares, and each figure with its source and date.",
    "With `--offer`: what the level above the offer's would be worth, by medians and by published ranges, beside what "
    "the offer pays; what is missing and how to get it; and what is said about asking for a level, and by whom.",
};
constexpr Argument levels_arguments[] = {
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
constexpr const Option* levels_options[] = {&ladder, &to_ladder, &level_offer, &levels_detail};
constexpr Example levels_examples[] = {
    {"offerkit levels", "All ladders side by side"},
    {"offerkit levels google L4 --to meta", "What is a Google L4 at Meta?"},
    {"offerkit levels --ladder microsoft --to amazon", "One ladder against another, level by level"},
    {"offerkit levels --offer examples/startup/nvidia.toml", "What would one level up be worth?"},
};

constexpr Argument batch_files[] = {{.name = "FILE",
                                     .takes = Takes::any_file,
                                     .meaning = "A file of JSON Lines; `-`, or none at all, reads standard input",
                                     .least = 0,
                                     .most = any_number}};
constexpr std::string_view batch_description[] = {
    "Values any number of offers, one by one: JSON Lines in, JSON Lines out. A line of the input is an offer as an "
    "object "
    "with the keys of an offer file (`offerkit help keys`), dates as texts such as \"2026-03-02\"; or the path of an "
    "offer file, as `{\"path\": \"offer.toml\"}` or as a text alone. Blank lines are passed over.",
    "Each line gets one line of result, in the same order: `input` and `line` say where it stands, `ok` whether it "
    "could "
    "be valued. Then follow the keys that `show --format json` prints for such an offer, and `problems`, as `check "
    "--format json` prints them. A line that is wrong never stops the rest.",
    "However many lines there are, only a few are in memory at once, and a line is at most 8 MiB.",
};
constexpr const Option* batch_options[] = {&bands, &jobs};
constexpr Example batch_examples[] = {
    {"ls examples/three-offers/*.toml | jq -R . | offerkit batch", "What each of many files pays in all"},
    {"offerkit batch examples/many-offers/offers.jsonl --jobs 4 | jq -c 'select(.ok | not)'",
     "The lines that could not be valued"},
};

constexpr std::string_view init_description[] = {
    "Writes a commented offer file to fill in: what every offer has stands ready, the rest waits in comments. With a "
    "company, its vesting schedule, vest days, ladder and usual bonus are filled in. An installed program names its "
    "schema in the first line, for editors.",
    "`--ask` asks for the letter instead, part by part, and takes it in the letter's own words: `$185k`, `15%`, `1,400 "
    "RSUs`, `4 years quarterly with a one-year cliff`, `Dec 9`. What it does not ask about waits in comments. "
    "Questions "
    "go to standard error, answers come from standard input; `?` explains, `back` goes back, and what you answered "
    "before Ctrl-C is kept in `FILE.answers`, from which the same command goes on.",
    "`priorities` in place of a file writes a commented priorities file: what matters to you, and how much.",
    "Without `-o` the file goes to standard output, so that `offerkit init > offer.toml` works as well.",
};
constexpr const Option* init_options[] = {&init_ask, &company, &init_career, &init_output, &force};
constexpr Argument init_files[] = {
    {.name = "OFFER",
     .takes = Takes::offer_file,
     .meaning = "`priorities` for a priorities file; with `--career` the offers that its paths begin "
                "with",
     .least = 0,
     .most = 2}};
constexpr Example init_examples[] = {
    {"offerkit init -o offer.toml", "A new file to fill in"},
    {"printf 'Acme\\n\\n\\n\\nJan 4\\n\\nDec 9\\n\\n$185k\\n15%%\\n' | offerkit init --ask -o mine.toml",
     "One made from what a letter says, in its words; without the answers it asks you"},
    {"offerkit init --company meta -o meta.toml", "One that begins from Meta's usual terms"},
    {"offerkit init priorities -o me.toml", "What matters to you, to fill in"},
    {"offerkit init --career examples/negotiation/northwind.toml examples/negotiation/tailspin.toml -o plan.toml",
     "A plan of two paths, with a question where only you know"},
};
constexpr std::string_view examples_description[] = {
    "Copies the examples into a folder: offers, priorities and plans, a folder for each question, with a README that "
    "asks "
    "it. Copy the file nearest to your letter and change the numbers.",
    "What is in the folder already stays: where one of the files exists, nothing is written.",
};
constexpr Argument examples_arguments[] = {
    {.name = "DIR", .takes = Takes::folder, .meaning = "The folder, which is made where there is none"}};
constexpr Example examples_examples[] = {{"offerkit examples my-offers", "All of them, in a folder of their own"}};
constexpr std::string_view profiles_description[] = {
    "Lists the facts that the program carries, each with its source and date: vesting schedules of companies, ladders "
    "of levels, published pay bands, medians, companies' usual terms, tax forms by year, and places. Name a kind to "
    "list only that, and an id to see a profile whole; an id alone lists what there is of that name.",
    "Your own profiles take precedence over the built-in ones: `~/.config/offerkit/profiles/vesting/acme.toml` is the "
    "vesting "
    "profile `acme`. `--profiles DIR` takes precedence over both.",
};
constexpr Argument profiles_arguments[] = {
    {.name = "KIND", .takes = Takes::profile_kind, .meaning = "Which kind of profiles", .least = 0},
    {.name = "ID", .takes = Takes::profile, .meaning = "Which one", .least = 0},
};
constexpr Example profiles_examples[] = {
    {"offerkit profiles vesting", "All vesting schedules"},
    {"offerkit profiles vesting google", "One of them in full"},
    {"offerkit profiles show us-ny-2026", "A tax form, with all that it takes over from earlier years"},
    {"offerkit profiles --format csv", "All profiles, for a spreadsheet"},
};

constexpr std::string_view schema_description[] = {
    "Prints the JSON Schema of a kind of file, for editors that complete and check TOML. Save it, then let the first "
    "line of an offer name it: `#:schema ./offer.schema.json`. An installed program has them all in "
    "`share/offerkit/schema`, and `offerkit init` names that of offers.",
};
constexpr Argument schema_arguments[] = {
    {.name = "KIND",
     .takes = Takes::schema_kind,
     .meaning = "Which kind of file: offer (the default), priorities, pipeline, plan, or a kind of profile",
     .least = 0}};
constexpr Example schema_examples[] = {
    {"offerkit schema -o offer.schema.json", "The schema of offer files"},
    {"offerkit schema vesting", "That of vesting profiles"},
};

constexpr std::string_view completion_description[] = {
    "Prints a script that lets the shell complete commands, options, their words, files and names of profiles.",
    "For bash: `offerkit completion bash > ~/.local/share/bash-completion/completions/offerkit`. For zsh: save it as "
    "`_offerkit` in a folder of your `fpath`. For fish: `offerkit completion fish > "
    "~/.config/fish/completions/offerkit.fish`.",
};
constexpr Choice shells[] = {{"bash", ""}, {"zsh", ""}, {"fish", ""}};
constexpr Argument completion_arguments[] = {
    {.name = "SHELL", .takes = Takes::choice, .meaning = "Which shell", .choices = shells}};
constexpr Example completion_examples[] = {{"offerkit completion bash", "The script for bash"}};

constexpr std::string_view help_description[] = {
    "Explains the program, or one command.",
    "`help keys` lists the tables of keys that files are made of, and `help keys TABLE` every key of one: what it "
    "takes, what it means, what holds without it.",
};
constexpr Argument help_arguments[] = {
    {.name = "COMMAND", .takes = Takes::command, .meaning = "Which command, or `keys`", .least = 0},
    {.name = "TABLE",
     .takes = Takes::key_table,
     .meaning = "After `keys`: which table, such as grant or benefits",
     .least = 0}};
constexpr const Option* help_options[] = {&man, &markdown};
constexpr Example help_examples[] = {
    {"offerkit help compare", "How to compare offers"},
    {"offerkit help keys grant", "Every key of a [[grant]]"},
    {"offerkit help --man > offerkit.1", "The manual page, for `man ./offerkit.1`"},
    {"offerkit help compare --man > offerkit-compare.1", "That of one command"},
    {"offerkit help keys --man > offerkit.5", "That of the file format"},
};

constexpr const Option* compare_options[] = {&compare_by, &after_tax, &sweep, &common_only, &compare_stay, &detail};
constexpr const Option* show_options[] = {&sweep, &detail};
constexpr const Option* vest_options[] = {&vest_by, &if_event, &from_ocf, &detail};

constexpr Command table[] = {
    {.name = "check",
     .summary = "Find every problem in offer files",
     .description = check_description,
     .arguments = check_files,
     .common_options = check_common,
     .examples = check_examples,
     .exit_note = "Warnings leave it 0. With `--format json` the problems themselves are the result, so they are "
                  "printed even when it is 1."},
    {.name = "show",
     .summary = "Show an offer: pay by year, certainty, definitions, level",
     .description = show_description,
     .arguments = offer_files,
     .options = show_options,
     .common_options = pay_common,
     .examples = show_examples,
     .values_pay = true},
    {.name = "vest",
     .summary = "Show what vests when",
     .description = vest_description,
     .arguments = offer_files,
     .options = vest_options,
     .common_options = vest_common,
     .examples = vest_examples},
    {.name = "compare",
     .summary = "Compare offers side by side",
     .description = compare_description,
     .arguments = offer_files,
     .options = compare_options,
     .common_options = compare_common,
     .examples = compare_examples,
     .values_pay = true},
    {.name = "leave",
     .summary = "Show what leaving on a day costs, and what waiting changes",
     .description = leave_description,
     .arguments = offer_files,
     .options = leave_options,
     .common_options = leave_common,
     .examples = leave_examples},
    {.name = "tax",
     .summary = "What stays after tax, by place",
     .description = tax_description,
     .arguments = offer_files,
     .options = tax_options,
     .common_options = money_common,
     .examples = tax_examples,
     .values_pay = true},
    {.name = "career",
     .summary = "Show what paths of years pay, and what they rest on",
     .description = career_description,
     .arguments = career_files,
     .options = career_options,
     .common_options = career_common,
     .examples = career_examples},
    {.name = "decide",
     .summary = "Weigh offers by what matters to you",
     .description = decide_description,
     .arguments = decide_files,
     .options = decide_options,
     .common_options = decide_common,
     .examples = decide_examples,
     .exit_note = "With `--weights` and `--blind` it is 1 where an answer is not understood or missing, and 3 when the "
                  "file exists and `--force` is not given.",
     .values_pay = true},
    {.name = "negotiate",
     .summary = "Work out what to ask for, in which part, and when to stop",
     .description = negotiate_description,
     .arguments = one_offer,
     .options = negotiate_options,
     .common_options = money_common,
     .examples = negotiate_examples,
     .values_pay = true},
    {.name = "pipeline",
     .summary = "Accept or wait: chances by day, extensions, your record",
     .description = pipeline_description,
     .arguments = search_files,
     .options = pipeline_options,
     .common_options = search_common,
     .examples = pipeline_examples,
     .values_pay = true},
    {.name = "report",
     .summary = "Write one HTML file with everything about some offers",
     .description = report_description,
     .arguments = offer_files,
     .options = report_options,
     .common_options = report_common,
     .examples = report_examples,
     .values_pay = true},
    {.name = "levels",
     .summary = "Put levels of companies side by side; what one up is worth",
     .description = levels_description,
     .arguments = levels_arguments,
     .options = levels_options,
     .common_options = levels_common,
     .examples = levels_examples},
    {.name = "batch",
     .summary = "Value many offers: JSON Lines in, JSON Lines out",
     .description = batch_description,
     .arguments = batch_files,
     .options = batch_options,
     .common_options = batch_common,
     .examples = batch_examples,
     .exit_note = "It is 1 where a line is wrong, and 3 where a file that a line names cannot be read; the other lines "
                  "are valued and printed all the same.",
     .values_pay = true},
    {.name = "init",
     .summary = "Write a new offer file, to fill in or from your answers",
     .description = init_description,
     .arguments = init_files,
     .options = init_options,
     .common_options = init_common,
     .examples = init_examples,
     .exit_note =
         "It is 3 when the file exists and `--force` is not given; with `--ask` it is 1 where an answer is not "
         "understood or missing."},
    {.name = "examples",
     .summary = "Copy the examples, to look at and to begin from",
     .description = examples_description,
     .arguments = examples_arguments,
     .common_options = plain_common,
     .examples = examples_examples,
     .exit_note = "It is 3 when one of the files exists."},
    {.name = "profiles",
     .summary = "List or show the built-in facts: schedules, ladders, bands",
     .description = profiles_description,
     .arguments = profiles_arguments,
     .common_options = profiles_common,
     .examples = profiles_examples},
    {.name = "schema",
     .summary = "Print the JSON Schema of a file, for editors",
     .description = schema_description,
     .arguments = schema_arguments,
     .common_options = plain_common,
     .examples = schema_examples},
    {.name = "completion",
     .summary = "Print the completion script of a shell",
     .description = completion_description,
     .arguments = completion_arguments,
     .common_options = plain_common,
     .examples = completion_examples},
    {.name = "help",
     .summary = "Explain the program, one command, or the keys of files",
     .description = help_description,
     .arguments = help_arguments,
     .options = help_options,
     .common_options = plain_common,
     .examples = help_examples},
};

constexpr ExitStatus statuses[] = {
    {0, "Done; there may have been warnings"},
    {1, "The input was read and is wrong"},
    {2, "The command line is wrong"},
    {3, "A file could not be read or written, whatever else was wrong"},
};

constexpr Place variables[] = {
    {"NO_COLOR", "When set, `--color auto` means `never`"},
    {"COLUMNS", "How wide to write where the terminal does not tell"},
    {"XDG_CONFIG_HOME", "Where your configuration lies; without it `~/.config`"},
    {"HOME", "Your home folder"},
};

constexpr Place folders[] = {
    {"~/.config/offerkit/profiles",
     "Your own profiles, in folders by kind: `vesting`, `ladders`, `bands`, `market`, `companies`, `claims`, "
     "`priorities`"},
};

constexpr Example steps[] = {
    {"offerkit init -o offer.toml", "Write an offer file, then fill it in from your letter"},
    {"offerkit check offer.toml", "See whether all of it was understood"},
    {"offerkit compare offer.toml other.toml", "Put offers side by side"},
};

}  // namespace

std::span<const Command> all_commands() noexcept { return table; }

const Command* find_command(std::string_view name) noexcept {
    const auto found =
        std::find_if(std::begin(table), std::end(table), [&](const Command& command) { return command.name == name; });
    return found == std::end(table) ? nullptr : found;
}

std::span<const Option* const> lone_options() noexcept { return lone; }

const Option* find_option(const Command& command, std::string_view name) noexcept {
    for (const auto& group : {command.options, command.common_options}) {
        for (const Option* option : group) {
            if (option->name == name ||
                (option->letter != 0 && name.size() == 2 && name[0] == '-' && name[1] == option->letter)) {
                return option;
            }
        }
    }
    return nullptr;
}

std::span<const ExitStatus> exit_statuses() noexcept { return statuses; }
std::span<const Place> environment_variables() noexcept { return variables; }
std::span<const Place> places() noexcept { return folders; }

std::string_view purpose() noexcept { return "what a job offer is worth, when, and how sure that is"; }

std::string_view introduction() noexcept {
    return "offerkit reads job offers from plain text files that you keep beside your letters, and tells you what each "
           "pays in which year, by which "
           "definition, and how sure that is. It works offline and sends nothing anywhere.";
}

std::span<const Example> first_steps() noexcept { return steps; }

}  // namespace offerkit::cli
