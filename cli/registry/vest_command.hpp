#pragma once

#include <cli/registry/options.hpp>

#include <offerkit/value/vest_periods.hpp>

/// `offerkit vest` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Choice vest_steps[] = {
    {word(value::VestStep::tranche), "each vest by itself"},
    {word(value::VestStep::month), "months of the calendar"},
    {word(value::VestStep::quarter), "quarters of the calendar"},
    {word(value::VestStep::year), "years from the first day"},
    {word(value::VestStep::calendar_year), "years of the calendar"},
};
inline constexpr Option vest_format = format_of(vest_formats);
inline constexpr Option vest_horizon{.id = OptionId::horizon,
                                     .name = "--horizon",
                                     .value = "PERIOD",
                                     .takes = Takes::period,
                                     .meaning = "Only vests within this time of the first day, such as \"4 years\"",
                                     .fallback = "all vests"};
inline constexpr Option vest_refreshers{
    .id = OptionId::refreshers,
    .name = "--refreshers",
    .takes = Takes::nothing,
    .meaning = "List the yearly refreshers too, as far as the horizon reaches (4 years without one)"};
inline constexpr Option vest_by{.id = OptionId::by,
                                .name = "--by",
                                .value = "STEP",
                                .takes = Takes::choice,
                                .meaning = "What one line of the timeline is",
                                .choices = vest_steps,
                                .fallback = "tranche"};
inline constexpr Option from_ocf{
    .id = OptionId::from_ocf,
    .name = "--from-ocf",
    .takes = Takes::nothing,
    .meaning = "The FILEs are JSON of Open Cap Format: issuances and their vesting terms, read together"};
inline constexpr const Option* vest_common[] = {&vest_format, &as_of,  &vest_horizon, &set,  &vest_refreshers, &explain,
                                                &profiles,    &output, &color,        &help, &version};
inline constexpr std::string_view vest_description[] = {
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
inline constexpr Example vest_examples[] = {
    {"offerkit vest examples/job-held-now/current.toml", "Every vest, and what has vested by today"},
    {"offerkit vest examples/three-offers/*.toml --by year", "Three offers, year by year"},
    {"offerkit vest examples/startup/quillstone.toml --format csv", "A row for each tranche, for a spreadsheet"},
    {"offerkit vest examples/job-held-now/current.toml --format ics -o job.ics", "A file for your calendar"},
    {"offerkit vest --from-ocf examples/open-cap-format/*.json", "Grants that an equity management program exported"},
};
inline constexpr const Option* vest_options[] = {&vest_by, &if_event, &from_ocf, &detail};

inline constexpr Command vest_command{.name = "vest",
                                      .summary = "Show what vests when",
                                      .description = vest_description,
                                      .arguments = offer_files,
                                      .options = vest_options,
                                      .common_options = vest_common,
                                      .examples = vest_examples};

}  // namespace offerkit::cli::options
