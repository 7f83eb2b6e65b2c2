// The keys of what an offer pays in money: base, bonuses, sign-ons, benefits, and what it costs.

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view payment_days[] = {"anniversary"};
constexpr std::string_view bonus_years[] = {"employment", "calendar"};
constexpr std::string_view first_years[] = {"prorated", "full", "none"};
constexpr std::string_view bonus_leavings[] = {"lost", "pro_rata"};
constexpr std::string_view clawback_starts[] = {"payment", "start"};
constexpr std::string_view clawback_rules[] = {"prorated", "full", "steps"};
constexpr std::string_view waivers[] = {"voluntary",  "retirement", "without_cause", "good_reason",
                                        "with_cause", "death",      "disability"};

constexpr std::string_view salary_key[] = {"salary"};
constexpr std::string_view target_keys[] = {"target", "amount"};
constexpr std::string_view amount_key[] = {"amount"};
constexpr std::string_view within_key[] = {"within"};

constexpr Field change_fields[] = {
    {.key = "on", .accepts = A::date, .doc = "From this day on", .required = true, .sample = "2027-03-02"},
    {.key = "salary", .accepts = A::money, .doc = "The new salary a year", .required = true, .sample = "200_000"},
};
constexpr Schema change{.name = "[[base.change]]",
                        .doc = "A dated change of salary; from the first of them `raise` no longer applies",
                        .fields = change_fields};

constexpr Field overtime_fields[] = {
    {.key = "hours_per_week",
     .accepts = A::number,
     .doc = "Hours a week beyond the paid ones",
     .required = true,
     .sample = "10"},
    {.key = "rate",
     .accepts = A::rate,
     .fallback = "100%",
     .doc = "What of the hourly rate each of them is paid",
     .sample = R"("150%")",
     .assumption = "overtime is paid like any other hour"},
};
constexpr Schema overtime{
    .name = "overtime", .doc = "Hours beyond the paid week; what they pay is not fixed", .fields = overtime_fields};

constexpr Field base_fields[] = {
    {.key = "salary",
     .accepts = A::money,
     .doc = "Base pay a year; or say `monthly`, `hourly` or `daily` instead",
     .sample = "182_000"},
    {.key = "monthly", .accepts = A::money, .doc = "Base pay a month, twelve times a year", .sample = "5_400"},
    {.key = "months",
     .accepts = A::number,
     .fallback = "12",
     .doc = "How often `monthly` is paid a year; what is beyond 12 is paid like a bonus, fixed while employed, and "
            "prorated",
     .sample = "13"},
    {.key = "extra_paid",
     .accepts = A::count | A::list,
     .doc = "Months 1 to 12 at whose end the pay beyond twelve months is paid, in equal parts; without it December",
     .sample = "[6, 12]",
     .least = 1,
     .most = 12},
    {.key = "hourly", .accepts = A::money, .doc = "Base pay an hour", .sample = "95"},
    {.key = "hours_per_week",
     .accepts = A::number,
     .fallback = "40",
     .doc = "Paid hours a week, beside `hourly`",
     .sample = "40",
     .assumption = "paid hours a week"},
    {.key = "weeks_per_year",
     .accepts = A::number,
     .fallback = "52",
     .doc = "Paid weeks a year, beside `hourly`",
     .sample = "52",
     .assumption = "paid weeks a year"},
    {.key = "overtime",
     .accepts = A::table,
     .doc = "Hours beyond the week, beside `hourly`",
     .table = &overtime,
     .sample = R"({ hours_per_week = 10, rate = "150%" })"},
    {.key = "daily", .accepts = A::money, .doc = "Base pay a day", .sample = "650"},
    {.key = "days_per_year",
     .accepts = A::number,
     .fallback = "220",
     .doc = "Paid days a year, beside `daily`",
     .sample = "220",
     .assumption = "paid days a year"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day the salary is of; default: `start`, and for the job held now the first day counted",
     .sample = "2026-03-02"},
    {.key = "raise",
     .accepts = A::growth_rate,
     .fallback = "0%",
     .doc = "Yearly raise, from each anniversary of `as_of`; without it the `raise` of your priorities",
     .sample = R"("3%")",
     .assumption = "no yearly raise"},
    {.key = "change", .accepts = A::tables, .doc = "Dated changes of salary", .table = &change},
};
constexpr Field deferred_fields[] = {
    {.key = "portion",
     .accepts = A::share,
     .doc = "Portion of the bonus that is paid later",
     .required = true,
     .sample = R"("40%")"},
    {.key = "vesting",
     .accepts = A::profile | A::table,
     .doc = "When it is paid, counted from the bonus's own payment",
     .choices = vesting_kind,
     .table = &vesting,
     .required = true,
     .sample = R"({ over = "3 years", every = "12 months" })"},
};
constexpr Schema deferred{.name = "deferred",
                          .doc = "A part of the bonus that is paid later, on a schedule of its own",
                          .fields = deferred_fields};

constexpr Field bonus_fields[] = {
    {.key = "name",
     .accepts = A::text,
     .fallback = "Bonus",
     .doc = "What it is called; needed where there are several",
     .sample = R"("13th salary")"},
    {.key = "target",
     .accepts = A::rate,
     .doc = "Target as a share of base earned; or say `amount` instead",
     .sample = R"("15%")"},
    {.key = "amount", .accepts = A::money, .doc = "Target in money a year", .sample = "30_000"},
    {.key = "payout",
     .accepts = A::rate,
     .fallback = "100%",
     .doc = "Expected payout as a share of the target",
     .sample = R"("100%")",
     .assumption = "the bonus pays its whole target"},
    {.key = "guaranteed_years",
     .accepts = A::count,
     .fallback = "0",
     .doc = "Bonus years in which the whole target is paid to who is employed, the first one included",
     .sample = "1",
     .assumption = "no year of the bonus is guaranteed",
     .most = 1'100},
    {.key = "paid",
     .accepts = A::choice | A::count | A::day_of_year,
     .fallback = "anniversary",
     .doc = "When it is paid: on the anniversary, at the end of the month 1 to 12, or on a day such as \"03-15\", the "
            "first after the year that earned it; with `year` its last day unless you say another",
     .choices = payment_days,
     .sample = R"("03-15")",
     .assumption = "the bonus is paid on the anniversary",
     .least = 1,
     .most = 12},
    {.key = "year",
     .accepts = A::choice | A::day_of_year,
     .fallback = "employment",
     .doc = "The year that earns it: years of employment, the calendar year, or the year that begins on a day such as "
            "\"07-01\"",
     .choices = bonus_years,
     .sample = R"("calendar")"},
    {.key = "first_year",
     .accepts = A::choice,
     .fallback = "prorated",
     .doc = "What the bonus year that your first day cuts pays, beside `year`",
     .choices = first_years,
     .sample = R"("prorated")",
     .assumption = "the bonus year that the first day cuts is prorated"},
    {.key = "every",
     .accepts = A::period,
     .fallback = "1 year",
     .doc = "Paid in equal parts, each on the last day of its own 1, 3 or 6 months",
     .sample = R"("3 months")"},
    {.key = "paid_after",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "How long after its last day each part is paid, instead of `paid`",
     .sample = R"("2 months")"},
    {.key = "on_leaving",
     .accepts = A::choice,
     .fallback = "lost",
     .doc = "Whether leaving loses what is not paid yet, or pays the part of the year that was served",
     .choices = bonus_leavings,
     .sample = R"("lost")"},
    {.key = "deferred",
     .accepts = A::table,
     .doc = "A part that is paid later",
     .table = &deferred,
     .sample = R"({ portion = "40%", vesting = { over = "3 years", every = "12 months" } })"},
};
constexpr Field clawback_fields[] = {
    {.key = "within",
     .accepts = A::period,
     .fallback = "12 months",
     .doc = "Leaving before this much time has passed costs some of it; of steps, their last",
     .sample = R"("12 months")",
     .assumption = "the clawback ends after a year"},
    {.key = "from",
     .accepts = A::choice,
     .fallback = "payment",
     .doc = "Whether that time runs from the payment or from the first day",
     .choices = clawback_starts,
     .sample = R"("payment")",
     .assumption = "the clawback runs from the payment"},
    {.key = "rule",
     .accepts = A::choice,
     .fallback = "prorated",
     .doc = "Whether the part not served is owed, or all of it, or so much until each of several `steps`",
     .choices = clawback_rules,
     .sample = R"("prorated")",
     .assumption = "only the part not served is owed back"},
    {.key = "full_for",
     .accepts = A::period,
     .doc = "All of it is owed until then, and only the rest of the time is prorated",
     .sample = R"("12 months")"},
    {.key = "steps",
     .accepts = A::period | A::share | A::pairs,
     .doc = "Pairs of a time served and what is owed until then, beside `rule = \"steps\"`",
     .sample = R"([["12 months", "100%"], ["24 months", "50%"]])"},
    {.key = "share",
     .accepts = A::share,
     .fallback = "100%",
     .doc = "Share of what is owed that is to be paid, such as what tax left of it",
     .sample = R"("70%")",
     .assumption = "share of what is owed back that is to be paid"},
    {.key = "waived",
     .accepts = A::choice | A::list,
     .doc = "Reasons for leaving for which nothing is owed",
     .choices = waivers,
     .sample = R"(["without_cause"])"},
};
constexpr Schema clawback{.name = "clawback",
                          .doc = "What is to be paid back on leaving early",
                          .fields = clawback_fields,
                          .short_for = within_key};

constexpr Field sign_on_fields[] = {
    {.key = "name", .accepts = A::text, .fallback = "Sign-on", .doc = "What it is called", .sample = R"("Sign-on")"},
    {.key = "amount", .accepts = A::money, .doc = "How much in all", .required = true, .sample = "40_000"},
    {.key = "after",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "How long after the first day it is paid; or say `on` instead",
     .sample = R"("0 months")",
     .assumption = "paid on the first day"},
    {.key = "on", .accepts = A::date, .doc = "The day it is paid, instead of `after`", .sample = "2027-03-02"},
    {.key = "over",
     .accepts = A::period,
     .doc = "Paid in equal monthly parts over this time, the first a month after `after`",
     .sample = R"("12 months")"},
    {.key = "clawback",
     .accepts = A::table,
     .doc = "What is to be paid back on leaving early",
     .table = &clawback,
     .sample = R"({ within = "12 months", from = "payment", rule = "prorated" })"},
};
constexpr Field match_fields[] = {
    {.key = "rate", .accepts = A::rate, .doc = "What the employer adds to what you pay", .sample = R"("50%")"},
    {.key = "up_to", .accepts = A::rate, .doc = "Up to this share of base", .sample = R"("6%")"},
    {.key = "tiers",
     .accepts = A::rate | A::pairs,
     .doc = "Pairs of a rate and the share of base it holds for, one tier on top of the other, instead of `rate`",
     .sample = R"([["100%", "3%"], ["50%", "2%"]])"},
    {.key = "limit", .accepts = A::money, .doc = "The most the employer pays in a year", .sample = "11_750"},
    {.key = "after",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "From this much service on; nothing is added before",
     .sample = R"("3 months")"},
    {.key = "vesting",
     .accepts = A::profile | A::table,
     .doc = "What of it leaving keeps, by service from the first day; without it all",
     .choices = vesting_kind,
     .table = &vesting,
     .sample = R"({ yearly = ["0%", "25%", "25%", "25%", "25%"] })"},
};
constexpr Schema match{.name = "retirement_match",
                       .doc = "The employer's part of a retirement plan that follows yours",
                       .fields = match_fields};

constexpr Field espp_fields[] = {
    {.key = "discount", .accepts = A::share, .doc = "Discount on the price", .required = true, .sample = R"("15%")"},
    {.key = "contribution",
     .accepts = A::share,
     .doc = "What you put in, as a share of base",
     .required = true,
     .sample = R"("10%")"},
    {.key = "lookback",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether the lower of two prices counts; never valued, and that is said",
     .sample = "true"},
    {.key = "limit",
     .accepts = A::money,
     .doc = "The most stock a year, at its price before the discount",
     .sample = "25_000"},
};
constexpr Schema espp{.name = "espp", .doc = "An employee stock purchase plan", .fields = espp_fields};

constexpr Field other_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "What it is", .required = true, .sample = R"("Meals")"},
    {.key = "amount", .accepts = A::money, .doc = "Its worth a year", .required = true, .sample = "4_000"},
    {.key = "after",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "From this much service on",
     .sample = R"("0 months")"},
    {.key = "vesting",
     .accepts = A::profile | A::table,
     .doc = "What of it leaving keeps, by service from the first day; without it all",
     .choices = vesting_kind,
     .table = &vesting,
     .sample = R"({ over = "3 years" })"},
};
constexpr Schema other{.name = "[[benefits.other]]", .doc = "Another yearly benefit", .fields = other_fields};

constexpr Field benefits_fields[] = {
    {.key = "health", .accepts = A::money, .doc = "Worth of health insurance a year", .sample = "12_000"},
    {.key = "retirement",
     .accepts = A::rate,
     .doc = "Share of base that the employer pays into a pension whatever you do",
     .sample = R"("10%")"},
    {.key = "retirement_match",
     .accepts = A::table,
     .doc = "What the employer adds to your own saving",
     .table = &match,
     .sample = R"({ rate = "50%", up_to = "6%", limit = 11_750 })"},
    {.key = "pto_days",
     .accepts = A::number,
     .doc = "Days of paid time off; shown, worth no money: salary pays it already",
     .sample = "20"},
    {.key = "espp",
     .accepts = A::table,
     .doc = "Shares of the company at a discount",
     .table = &espp,
     .sample = R"({ discount = "15%", contribution = "10%", lookback = true, limit = 25_000 })"},
    {.key = "other", .accepts = A::tables, .doc = "Any other benefit", .table = &other},
};
constexpr Field cost_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "What it is", .required = true, .sample = R"("Relocation not covered")"},
    {.key = "amount", .accepts = A::money, .doc = "How much", .required = true, .sample = "8_000"},
    {.key = "once",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether it comes once on the first day, or every year",
     .sample = "true",
     .assumption = "the cost comes every year"},
};

}  // namespace

constexpr Schema base{.name = "[base]", .doc = "Base pay", .fields = base_fields, .short_for = salary_key};
constexpr Schema bonus{.name = "[bonus]",
                       .doc = "A yearly bonus; several are written [[bonus]], each with a name",
                       .fields = bonus_fields,
                       .short_for = target_keys};
constexpr Schema sign_on{.name = "[[sign_on]]",
                         .doc = "Money paid once: sign-on, relocation, retention",
                         .fields = sign_on_fields,
                         .short_for = amount_key};
constexpr Schema benefits{.name = "[benefits]", .doc = "Yearly worth to you, in money", .fields = benefits_fields};
constexpr Schema cost{.name = "[[cost]]", .doc = "What taking this job costs you", .fields = cost_fields};

}  // namespace offerkit::model::tables
