// The keys of what may become of a private company: its preferred shares, scenarios and the profiles of scenarios.

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view shares_key[] = {"shares"};

constexpr Field series_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "What the round is called", .sample = R"("Series A")"},
    {.key = "shares",
     .accepts = A::count,
     .doc = "Its shares, as converted to common",
     .required = true,
     .sample = "4_000_000",
     .least = 1,
     .most = most_shares},
    {.key = "invested",
     .accepts = A::stock_money,
     .doc = "Money that the round brought; or `price` of a share",
     .sample = "6_000_000"},
    {.key = "price", .accepts = A::price, .doc = "Price of one of its shares, for `invested`", .sample = "1.50"},
    {.key = "multiple",
     .accepts = A::number,
     .fallback = "1",
     .doc = "How many times the money invested it gets first",
     .sample = "1"},
    {.key = "accrued",
     .accepts = A::stock_money,
     .fallback = "0",
     .doc = "Dividends accrued, paid with the preference",
     .sample = "0"},
    {.key = "participation",
     .accepts = A::choice,
     .fallback = "none",
     .doc = "Whether it shares the rest beside its preference: `none` until it converts, `full`, or `capped`",
     .choices = choices_of<Participation>,
     .sample = R"("none")"},
    {.key = "cap",
     .accepts = A::number,
     .doc = "Of `capped`: all that it gets without converting, as a multiple of the money invested",
     .sample = "3"},
    {.key = "rank",
     .accepts = A::count,
     .fallback = "1",
     .doc = "Who is paid first: 1 before 2; equal ranks share in proportion",
     .sample = "1",
     .least = 1,
     .most = 1'000},
};

constexpr Field other_options_fields[] = {
    {.key = "shares",
     .accepts = A::count,
     .doc = "How many options of this strike other people hold",
     .required = true,
     .sample = "1_200_000",
     .least = 1,
     .most = most_shares},
    {.key = "strike", .accepts = A::price, .doc = "Their strike", .required = true, .sample = "0.80"},
};

constexpr Field value_range_fields[] = {
    {.key = "low",
     .accepts = A::stock_money,
     .doc = "Stands for 30% of the scenario's chance",
     .required = true,
     .sample = "80_000_000"},
    {.key = "likely",
     .accepts = A::stock_money,
     .doc = "Stands for 40% of it",
     .required = true,
     .sample = "150_000_000"},
    {.key = "high",
     .accepts = A::stock_money,
     .doc = "Stands for 30% of it",
     .required = true,
     .sample = "300_000_000"},
};
constexpr Schema value_range{
    .name = "exit value", .doc = "A value of the company that is not known to the cent", .fields = value_range_fields};

constexpr Field exit_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "What happens, in a few words", .sample = R"("sold well")"},
    {.key = "chance",
     .accepts = A::share,
     .doc = "How likely it is; the chances of all scenarios add up to 100%",
     .required = true,
     .sample = R"("15%")"},
    {.key = "on", .accepts = A::date, .doc = "The day it happens; or `after`", .sample = "2030-03-02"},
    {.key = "after", .accepts = A::period, .doc = "How long after `start` it happens", .sample = R"("4 years")"},
    {.key = "how",
     .accepts = A::choice,
     .fallback = "sale",
     .doc = "A `sale` pays preferences first, in a `listing` all preferred shares become common, and in a `tender` "
            "somebody buys shares at a price",
     .choices = choices_of<ExitKind>,
     .sample = R"("sale")"},
    {.key = "value",
     .accepts = A::stock_money | A::table,
     .doc = "What the company is sold for, or worth when listed: an amount, or `{ low, likely, high }`",
     .table = &value_range,
     .sample = "150_000_000"},
    {.key = "price", .accepts = A::price, .doc = "Of a tender: what a common share is bought for", .sample = "32.00"},
    {.key = "debt",
     .accepts = A::stock_money,
     .fallback = "0",
     .doc = "Debt that is paid before anybody's shares",
     .sample = "0"},
    {.key = "fees",
     .accepts = A::stock_money,
     .fallback = "0",
     .doc = "Fees, escrow and bonuses that come off the value",
     .sample = "4_000_000"},
    {.key = "rounds",
     .accepts = A::count,
     .doc = "Rounds of financing before it; default: `rounds` of [stock]",
     .sample = "1",
     .most = 100},
    {.key = "dilution",
     .accepts = A::share,
     .doc = "What each of them takes of your part; default: `dilution` of [stock]",
     .sample = R"("16.7%")"},
    {.key = "raised",
     .accepts = A::stock_money,
     .doc = "Money that these rounds bring, paid back before all others; default: 0",
     .sample = "30_000_000"},
    {.key = "sellable",
     .accepts = A::share,
     .fallback = "100%",
     .doc = "Of a tender: the part of your vested shares that is bought",
     .sample = R"("20%")"},
    {.key = "event",
     .accepts = A::text,
     .doc = "The [[event]] that it makes happen",
     .sample = R"("change_of_control")"},
};

constexpr Field outcome_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "What happens", .required = true, .sample = R"("1 to 5 times")"},
    {.key = "chance", .accepts = A::share, .doc = "How often it happened", .required = true, .sample = R"("25%")"},
    {.key = "multiple",
     .accepts = A::number,
     .doc = "What the company is sold for, as a multiple of its last round; without it the profile only says how often",
     .sample = "2"},
};
constexpr Schema outcome{.name = "[[outcome]]", .doc = "One way in which it ended", .fields = outcome_fields};
constexpr Field exits_own[] = {
    {.key = "horizon",
     .accepts = A::period,
     .fallback = "7 years",
     .doc = "How long after `start` all of them happen",
     .sample = R"("7 years")"},
    {.key = "outcome",
     .accepts = A::tables,
     .doc = "The ways in which it ended; their chances add up to 100%",
     .table = &outcome,
     .required = true},
};
constexpr auto exits_fields = with_header(exits_own);

}  // namespace

constexpr Schema series{.name = "[[stock.series]]",
                        .doc = "Preferred shares of one round; leave the table out while their terms are not known",
                        .fields = series_fields,
                        .short_for = shares_key};
constexpr Schema other_options{.name = "[[stock.options]]",
                               .doc = "Options that other people hold",
                               .fields = other_options_fields,
                               .short_for = shares_key};
constexpr Schema exit{.name = "[[exit]]",
                      .doc = "One way in which the company may end; the scenarios exclude each other",
                      .fields = exit_fields};
constexpr Schema exits_profile{
    .name = "exits", .doc = "How often companies ended in which way", .fields = exits_fields};

}  // namespace offerkit::model::tables
