#pragma once

#include <cli/registry/options.hpp>

#include <offerkit/model/valuation.hpp>

/// `offerkit leave` and what it alone takes.
namespace offerkit::cli::options {

/// Of `leave`.
inline constexpr Choice leave_formats[] = {
    formats[0], formats[1], formats[2], formats[3], formats[4], chart, vest_formats[7],
};
inline constexpr Choice leave_steps[] = {
    {"day", "the day of `--on` alone"},
    {"month", "each month of the horizon as well, with the days worth waiting for"},
};
inline constexpr Choice reasons[] = {
    {word(model::LeavingReason::voluntary), "you leave"},
    {word(model::LeavingReason::retirement), "you retire"},
    {word(model::LeavingReason::without_cause), "you are let go"},
    {word(model::LeavingReason::good_reason), "you leave because the job was made worse, as your papers define it"},
    {word(model::LeavingReason::with_cause), "you are dismissed for misconduct"},
    {word(model::LeavingReason::death), "you die"},
    {word(model::LeavingReason::disability), "you can no longer work"},
};
inline constexpr Option leave_format = format_of(leave_formats);
inline constexpr Option leave_on{.id = OptionId::on,
                                 .name = "--on",
                                 .value = "DATE",
                                 .takes = Takes::date,
                                 .meaning = "The last day employed, such as 2027-01-10",
                                 .fallback = "the day of `--as-of`"};
inline constexpr Option leave_reason{.id = OptionId::reason,
                                     .name = "--reason",
                                     .value = "REASON",
                                     .takes = Takes::choice,
                                     .meaning = "Why, as plans and contracts tell the cases apart",
                                     .choices = reasons,
                                     .fallback = "voluntary"};
inline constexpr Option leave_by{.id = OptionId::by,
                                 .name = "--by",
                                 .value = "STEP",
                                 .takes = Takes::choice,
                                 .meaning = "What is looked at",
                                 .choices = leave_steps,
                                 .fallback = "day"};
inline constexpr Option leave_horizon{.id = OptionId::horizon,
                                      .name = "--horizon",
                                      .value = "PERIOD",
                                      .takes = Takes::period,
                                      .meaning = "How many months `--by month` looks ahead, such as \"4 years\"",
                                      .fallback = "the priorities', else 4 years"};
inline constexpr Option leave_priorities{.id = OptionId::priorities,
                                         .name = "--priorities",
                                         .value = "FILE",
                                         .takes = Takes::any_file,
                                         .meaning = "Your own horizon and currency",
                                         .profile_kind = "priorities"};
inline constexpr Option leave_refreshers{.id = OptionId::refreshers,
                                         .name = "--refreshers",
                                         .takes = Takes::nothing,
                                         .meaning = "Count the refreshers that would have been given by the day"};
inline constexpr Option leave_if{
    .id = OptionId::if_event,
    .name = "--if",
    .value = "EVENT=DATE",
    .takes = Takes::event_date,
    .meaning = "Suppose that an event of the file happens on a day, such as ipo=2027-06-01",
    .repeatable = true};
inline constexpr const Option* leave_common[] = {
    &leave_format, &as_of,   &leave_horizon, &leave_priorities, &leave_if, &set,  &leave_refreshers,
    &fx,           &explain, &profiles,      &output,           &color,    &help, &version};
inline constexpr std::string_view leave_description[] = {
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
inline constexpr Example leave_examples[] = {
    {"offerkit leave examples/job-held-now/current.toml --on 2027-01-10", "What leaving on that day costs"},
    {"offerkit leave examples/job-held-now/current.toml --by month --horizon \"18 months\"",
     "When is a good day to go?"},
    {"offerkit leave examples/startup/harborline.toml --on 2028-09-30 --reason without_cause",
     "Let go: what stays of the options, and until when"},
};
inline constexpr const Option* leave_options[] = {&leave_on, &leave_reason, &leave_by, &detail};

inline constexpr Command leave_command{.name = "leave",
                                       .summary = "Show what leaving on a day costs, and what waiting changes",
                                       .description = leave_description,
                                       .arguments = offer_files,
                                       .options = leave_options,
                                       .common_options = leave_common,
                                       .examples = leave_examples};

}  // namespace offerkit::cli::options
