// The keys that say when something vests: schedules, grants and what belongs to them.

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view allocations[] = {"cumulative_round_down",
                                            "cumulative_rounding",
                                            "cumulative_round_up",
                                            "front_loaded",
                                            "back_loaded",
                                            "front_loaded_to_single_tranche",
                                            "back_loaded_to_single_tranche",
                                            "round_up_short_last",
                                            "truncate_forfeit",
                                            "fractional"};
constexpr std::string_view before_grants[] = {"fold", "keep"};
constexpr std::string_view after_leavings[] = {"forfeit", "keep"};
constexpr std::string_view reasons[] = {"voluntary",  "retirement", "without_cause", "good_reason",
                                        "with_cause", "death",      "disability"};
constexpr std::string_view window_reasons[] = {"any",         "voluntary",  "retirement", "without_cause",
                                               "good_reason", "with_cause", "death",      "disability"};
constexpr std::string_view triggers[] = {"single",        "double",      "death",     "disability",
                                         "without_cause", "good_reason", "retirement"};
constexpr std::string_view acceleration_amounts[] = {"pro_rata"};
constexpr std::string_view orders[] = {"prorata", "soonest", "last"};

constexpr Field cliff_fields[] = {
    {.key = "after",
     .accepts = A::period,
     .doc = "When the cliff stands, counted from the start of what it belongs to",
     .required = true,
     .sample = R"("12 months")"},
    {.key = "portion",
     .accepts = A::share,
     .doc = "What is released on it; without it, what has accrued by then",
     .sample = R"("25%")"},
};
constexpr Schema cliff{.name = "cliff", .doc = "Nothing is released before the cliff", .fields = cliff_fields};

constexpr Field dated_fields[] = {
    {.key = "date", .accepts = A::date, .doc = "The day it vests", .required = true, .sample = "2027-02-15"},
    {.key = "portion",
     .accepts = A::share,
     .doc = "Portion of the grant; all of them add to exactly 1",
     .sample = R"("25%")"},
    {.key = "quantity",
     .accepts = A::count,
     .doc = "Shares, instead of a portion; all of them add to the grant",
     .sample = "225",
     .least = 1,
     .most = most_shares},
};
constexpr Schema dated{.name = "vesting.on", .doc = "A tranche whose date the letter names", .fields = dated_fields};

constexpr Field vesting_fields[] = {
    {.key = "over",
     .accepts = A::period,
     .doc = "How long the schedule takes, a whole number of `every`; \"0 days\" is at once",
     .sample = R"("4 years")"},
    {.key = "every",
     .accepts = A::period,
     .doc = "From one vest to the next; default: `over`, and a year beside `yearly`",
     .sample = R"("3 months")"},
    {.key = "cliff",
     .accepts = A::period | A::table,
     .doc = "Nothing is released before it, and on it what has accrued",
     .table = &cliff,
     .sample = R"("12 months")"},
    {.key = "yearly",
     .accepts = A::share | A::list,
     .doc = "Portion of each year in turn, instead of `over`; they add to exactly 1",
     .sample = R"(["38%", "32%", "20%", "10%"])"},
    {.key = "on",
     .accepts = A::tables,
     .doc = "Dates of the letter with the portion or the shares of each, instead of `over`",
     .table = &dated,
     .sample = R"([{ date = 2027-02-15, portion = "40%" }, { date = 2028-02-15, portion = "60%" }])"},
};

constexpr std::string_view segment_doc =
    "One even stretch of a schedule; each begins at the nominal end of the one before";
constexpr Field segment_fields[] = {
    {.key = "portion",
     .accepts = A::share,
     .doc = "Portion of the grant; all segments add to exactly 1",
     .required = true,
     .sample = R"("1")"},
    {.key = "over",
     .accepts = A::period,
     .doc = "How long the segment takes, a whole number of `every`; \"0 days\" is at once",
     .required = true,
     .sample = R"("4 years")"},
    {.key = "every",
     .accepts = A::period,
     .doc = "From one vest to the next; default: `over`",
     .sample = R"("3 months")"},
    {.key = "cliff",
     .accepts = A::period | A::table,
     .doc = "Nothing of this segment is released before it",
     .table = &cliff,
     .sample = R"("12 months")"},
    {.key = "gate",
     .accepts = A::text | A::list,
     .doc = "Event, or any one of several, before which nothing of this segment is released; its dates stay",
     .sample = R"("ipo")"},
    {.key = "start",
     .accepts = A::text,
     .doc = "Event at which this segment begins, and how long after; its dates move with it",
     .sample = R"("event:ipo + 6 months")"},
};
constexpr Schema segment{.name = "[[grant.segment]]", .doc = segment_doc, .fields = segment_fields};

constexpr Field conversion_fields[] = {
    {.key = "price",
     .accepts = A::price,
     .doc = "Price at which the value becomes shares; default: the stock's, on `grant_date` where that is written and "
            "later",
     .sample = "170.00",
     .assumption = "the grant's value becomes shares at the stock's price"},
    {.key = "round",
     .accepts = A::choice,
     .fallback = "down",
     .doc = "How a broken share is rounded",
     .choices = share_roundings,
     .sample = R"("down")",
     .assumption = "a broken share is dropped when the value becomes shares"},
};
constexpr Schema conversion{
    .name = "conversion", .doc = "How an amount of money becomes shares, once", .fields = conversion_fields};

constexpr Field expiry_fields[] = {
    {.key = "after",
     .accepts = A::period,
     .doc = "From the grant date on",
     .required = true,
     .sample = R"("10 years")"},
    {.key = "day_before",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether it ends on the day before that anniversary",
     .sample = "true"},
};
constexpr Schema expiry{.name = "expires", .doc = "When what was granted ends", .fields = expiry_fields};

constexpr Field acceleration_fields[] = {
    {.key = "trigger",
     .accepts = A::choice,
     .doc = "What sets it off: an event alone, an event and then being let go, or a reason for leaving alone",
     .choices = triggers,
     .required = true,
     .sample = R"("double")"},
    {.key = "event",
     .accepts = A::text,
     .doc = "The [[event]] of a single or double trigger",
     .sample = R"("change_of_control")"},
    {.key = "within",
     .accepts = A::period,
     .doc = "How long after the event being let go still counts, for a double trigger",
     .sample = R"("12 months")"},
    {.key = "before",
     .accepts = A::period,
     .doc = "How long before the event being let go counts too, for a double trigger",
     .sample = R"("6 months")"},
    {.key = "amount",
     .accepts = A::choice | A::share,
     .fallback = "100%",
     .doc = "Share of what is unvested, or the part of the next tranche that has been served",
     .choices = acceleration_amounts,
     .sample = R"("100%")",
     .assumption = "acceleration covers everything that is unvested"},
    {.key = "months",
     .accepts = A::count,
     .doc = "So many months of vesting, instead of a share",
     .sample = "12",
     .least = 1,
     .most = 1'200},
    {.key = "quantity",
     .accepts = A::count,
     .doc = "So many shares, instead of a share of what is unvested",
     .sample = "500",
     .least = 1,
     .most = most_shares},
    {.key = "order",
     .accepts = A::choice,
     .fallback = "prorata",
     .doc = "Which tranches are taken",
     .choices = orders,
     .sample = R"("prorata")",
     .assumption = "acceleration takes from all later tranches alike"},
};
constexpr Schema acceleration{
    .name = "[[grant.acceleration]]", .doc = "What vests early when something happens", .fields = acceleration_fields};

constexpr Field window_fields[] = {
    {.key = "reason",
     .accepts = A::choice,
     .fallback = "any",
     .doc = "Why one left",
     .choices = window_reasons,
     .sample = R"("voluntary")",
     .assumption = "the exercise window holds for any way of leaving"},
    {.key = "period",
     .accepts = A::period,
     .doc = "How long vested options can still be exercised",
     .required = true,
     .sample = R"("90 days")"},
};
constexpr Schema window{.name = "[[grant.termination_window]]",
                        .doc = "How long vested options can be exercised after leaving",
                        .fields = window_fields};

constexpr Field performance_fields[] = {
    {.key = "measure", .accepts = A::text, .doc = "What is measured", .sample = R"("FY27 EBITDA")"},
    {.key = "curve",
     .accepts = A::number | A::pairs,
     .doc = "Pairs of a result and what it pays, in rising order",
     .required = true,
     .sample = R"([[8_000_000, "0%"], [10_000_000, "100%"], [12_000_000, "150%"]])"},
    {.key = "expected",
     .accepts = A::number,
     .doc = "The result that you expect",
     .required = true,
     .sample = "10_000_000"},
    {.key = "evaluation", .accepts = A::date, .doc = "The day the result is known", .sample = "2028-02-15"},
    {.key = "round",
     .accepts = A::choice,
     .fallback = "down",
     .doc = "How a broken share is rounded",
     .choices = share_roundings,
     .sample = R"("down")",
     .assumption = "a broken share of the payout is dropped"},
};
constexpr Schema performance{.name = "[[grant.performance]]",
                             .doc = "What performance shares pay, read off a curve",
                             .fields = performance_fields};

constexpr Field grant_fields[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "A short name of its own; default: `grant-1`, `grant-2` and so on",
     .sample = R"("new-hire")"},
    {.key = "instrument",
     .accepts = A::choice,
     .fallback = "rsu",
     .doc = "What is granted: shares, options, their gain, or money",
     .choices = instruments,
     .sample = R"("rsu")",
     .assumption = "the grant is taken as restricted stock units"},
    {.key = "quantity",
     .accepts = A::count,
     .doc = "How many shares, with or without `ownership`; or say `ownership` or `value` instead",
     .sample = "1_412",
     .least = 1,
     .most = most_shares},
    {.key = "ownership",
     .accepts = A::share,
     .doc = "Share of the fully diluted company, instead of a quantity or beside it; the quantity counts",
     .sample = R"("0.5%")"},
    {.key = "value",
     .accepts = A::stock_money,
     .doc = "Money that becomes shares, instead of a quantity; for cash, the money itself",
     .sample = "240_000"},
    {.key = "conversion",
     .accepts = A::table,
     .doc = "How the value becomes shares",
     .table = &conversion,
     .sample = R"({ price = 170.00, round = "up" })"},
    {.key = "grant_date",
     .accepts = A::date,
     .doc = "The day of the grant; default: `start`",
     .sample = "2026-03-02",
     .assumption = "granted on the first day"},
    {.key = "vesting_start",
     .accepts = A::date,
     .doc = "The day vesting is counted from; default: `grant_date`",
     .sample = "2026-03-02",
     .assumption = "vesting is counted from the grant date"},
    {.key = "align",
     .accepts = A::vest_day | A::list,
     .doc = "Fixed vest days: vesting starts on the first of them on or after its start, and later tranches fall on "
            "them in their months",
     .sample = R"(["02-15", "05-15", "08-15", "11-15"])"},
    {.key = "vesting",
     .accepts = A::profile | A::table,
     .doc = "The schedule: a profile's name or a table; or write [[grant.segment]] instead",
     .choices = vesting_kind,
     .table = &vesting,
     .sample = R"({ over = "4 years", every = "3 months" })"},
    {.key = "allocation",
     .accepts = A::choice,
     .fallback = "cumulative_round_down",
     .doc = "How whole shares are given to tranches that do not divide evenly",
     .choices = allocations,
     .sample = R"("cumulative_round_down")",
     .assumption = "broken shares wait for a later tranche"},
    {.key = "day_of_month",
     .accepts = A::choice | A::count,
     .fallback = "vesting_start_day",
     .doc = "Day of the month on which tranches fall, or its number, clamped to the month",
     .choices = day_rules,
     .sample = R"("vesting_start_day")",
     .assumption = "tranches fall on the day of the month on which vesting started",
     .least = 1,
     .most = 31},
    {.key = "before_grant",
     .accepts = A::choice,
     .fallback = "fold",
     .doc = "What happens to tranches earlier than the grant date: released on it, or kept on their dates",
     .choices = before_grants,
     .sample = R"("fold")"},
    {.key = "gate",
     .accepts = A::text | A::list,
     .doc = "Event, or any one of several, before which nothing is released; the dates stay",
     .sample = R"(["ipo", "change_of_control"])"},
    {.key = "strike",
     .accepts = A::price,
     .doc = "What one share costs you, or the price its gain is counted from; left out while nobody has said it",
     .sample = "3.20"},
    {.key = "expires",
     .accepts = A::period | A::table,
     .doc = "When options end; for a gated grant, the deadline of its events",
     .table = &expiry,
     .sample = R"({ after = "10 years", day_before = true })"},
    {.key = "early_exercise",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether options can be exercised before they vest",
     .sample = "false"},
    {.key = "after_leaving",
     .accepts = A::choice,
     .fallback = "forfeit",
     .doc = "What happens on leaving to shares that served their time but still wait for an event",
     .choices = after_leavings,
     .sample = R"("forfeit")",
     .assumption = "shares that have served their time and wait for an event are lost on leaving"},
    {.key = "forfeits_vested",
     .accepts = A::choice | A::list,
     .doc = "Reasons for leaving that take vested shares too",
     .choices = reasons,
     .sample = R"(["with_cause"])"},
    {.key = "segment",
     .accepts = A::tables,
     .doc = "The schedule in stretches, one after the other, instead of `vesting`",
     .table = &segment},
    {.key = "acceleration",
     .accepts = A::tables,
     .doc = "What vests early when something happens",
     .table = &acceleration},
    {.key = "termination_window",
     .accepts = A::tables,
     .doc = "How long vested options can be exercised after leaving",
     .table = &window},
    {.key = "performance",
     .accepts = A::table | A::tables,
     .doc = "What performance shares pay",
     .table = &performance},
};

constexpr Schema profile_segment{.name = "[[segment]]", .doc = segment_doc, .fields = segment_fields};
constexpr Field vesting_profile_own[] = {
    {.key = "vesting",
     .accepts = A::table,
     .doc = "The schedule in short",
     .table = &vesting,
     .sample = R"({ over = "4 years", every = "3 months" })"},
    {.key = "segment",
     .accepts = A::tables,
     .doc = "The schedule in stretches, one after the other",
     .table = &profile_segment},
};
constexpr auto vesting_profile_fields = with_header(vesting_profile_own);

}  // namespace

constexpr Schema vesting{
    .name = "vesting", .doc = "A schedule in short: even steps, portions by year, or dates", .fields = vesting_fields};
constexpr Schema grant{.name = "[[grant]]", .doc = "Shares, options or money that vest", .fields = grant_fields};
constexpr Schema vesting_profile{
    .name = "vesting profile", .doc = "A vesting schedule by name", .fields = vesting_profile_fields};

}  // namespace offerkit::model::tables
