// The keys of a career plan, rungs, paths, exits and turns; and those of a profile of priors.

#include <offerkit/model/fields/career_fields.hpp>

#include <offerkit/model/career_prior.hpp>
#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model {

namespace {

using A = Accepts;

constexpr Field growth_range_fields[] = {
    {.key = "low", .accepts = A::growth_rate, .doc = "With a chance of 30%", .required = true, .sample = R"("-5%")"},
    {.key = "likely", .accepts = A::growth_rate, .doc = "With a chance of 40%", .required = true, .sample = R"("3%")"},
    {.key = "high", .accepts = A::growth_rate, .doc = "With a chance of 30%", .required = true, .sample = R"("12%")"},
};
constexpr Schema growth_range{
    .name = "a range", .doc = "Three values, one of which each world draws", .fields = growth_range_fields};

constexpr Field rate_range_fields[] = {
    {.key = "low", .accepts = A::rate, .doc = "With a chance of 30%", .required = true, .sample = R"("88%")"},
    {.key = "likely", .accepts = A::rate, .doc = "With a chance of 40%", .required = true, .sample = R"("93%")"},
    {.key = "high", .accepts = A::rate, .doc = "With a chance of 30%", .required = true, .sample = R"("98%")"},
};
constexpr Schema rate_range{
    .name = "a range", .doc = "Three values, one of which each world draws", .fields = rate_range_fields};

constexpr Field money_range_fields[] = {
    {.key = "low", .accepts = A::money, .doc = "With a chance of 30%", .required = true, .sample = "350_000"},
    {.key = "likely", .accepts = A::money, .doc = "With a chance of 40%", .required = true, .sample = "400_000"},
    {.key = "high", .accepts = A::money, .doc = "With a chance of 30%", .required = true, .sample = "450_000"},
};
constexpr Schema money_range{
    .name = "a range", .doc = "Three amounts, one of which each world draws", .fields = money_range_fields};

constexpr Field rung_fields[] = {
    {.key = "id", .doc = "What paths and promotions call it", .required = true, .sample = R"("senior")"},
    {.key = "total",
     .accepts = A::money | A::table,
     .doc = "What the rung would pay you today, a year",
     .table = &money_range,
     .required = true,
     .sample = "{ low = 350_000, likely = 400_000, high = 450_000 }"},
};
constexpr Schema rung{
    .name = "[[rung]]", .doc = "A step of a career, the lowest first, and what it pays", .fields = rung_fields};

constexpr Field promotion_fields[] = {
    {.key = "ever",
     .accepts = A::share,
     .doc = "The chance of ever being promoted to this rung",
     .required = true,
     .sample = R"("50%")"},
    {.key = "median",
     .accepts = A::period,
     .doc = "By then half of those who are ever promoted have been",
     .required = true,
     .sample = R"("4 years")"},
    {.key = "slow",
     .accepts = A::period,
     .doc = "By then 90% of them have been; as `median`: all on that day",
     .required = true,
     .sample = R"("8 years")"},
    {.key = "pay_over",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "The raise comes in equal monthly steps over this time",
     .sample = R"("2 years")"},
    {.key = "out_after",
     .accepts = A::period,
     .doc = "Who is not promoted by then loses the job",
     .sample = R"("33 months")"},
};
constexpr Schema promotion_to{
    .name = "promotion", .doc = "How likely a promotion is, and how long it takes", .fields = promotion_fields};
constexpr Field promotion_rung{.key = "RUNG",
                               .accepts = A::table,
                               .doc = "The promotion to the rung of this id; without one the rung is never reached",
                               .table = &promotion_to,
                               .sample = R"({ ever = "50%", median = "4 years", slow = "8 years" })"};
constexpr Schema promotion{.name = "[path.promotion]",
                           .doc = "Promotions, by the rung they lead to",
                           .fields = {},
                           .any_key = &promotion_rung};

constexpr Field job_loss_fields[] = {
    {.key = "per_year",
     .accepts = A::share,
     .fallback = "0%",
     .doc = "Chance of losing the job in a year",
     .sample = R"("4%")"},
    {.key = "in_downturn",
     .accepts = A::share,
     .doc = "The same in a downturn; default: `per_year`",
     .sample = R"("12%")"},
    {.key = "months_out",
     .accepts = A::count,
     .fallback = "0",
     .doc = "Months without pay afterwards, beyond those that severance covers",
     .sample = "5",
     .most = 480},
    {.key = "comeback",
     .accepts = A::rate | A::table,
     .fallback = "100%",
     .doc = "Pay afterwards as a part of what it was",
     .table = &rate_range,
     .sample = R"({ low = "88%", likely = "93%", high = "98%" })"},
};
constexpr Schema job_loss{
    .name = "[path.job_loss]", .doc = "How likely losing the job is, and what it costs", .fields = job_loss_fields};

constexpr Field switch_fields[] = {
    {.key = "every",
     .accepts = A::period,
     .doc = "How long you stay with one employer",
     .required = true,
     .sample = R"("3 years")"},
    {.key = "gain",
     .accepts = A::growth_rate | A::table,
     .fallback = "0%",
     .doc = "What each move adds to pay",
     .table = &growth_range,
     .sample = R"({ low = "-3%", likely = "5%", high = "15%" })"},
};
constexpr Schema moves{.name = "[path.switch]", .doc = "Changing employers by choice", .fields = switch_fields};

constexpr Field next_fields[] = {
    {.key = "rung",
     .accepts = A::text,
     .doc = "The rung after the first job of who was on the path's; others move as far",
     .sample = R"("senior")"},
    {.key = "one_up",
     .accepts = A::share,
     .fallback = "0%",
     .doc = "Chance of coming out one rung higher",
     .sample = R"("30%")"},
    {.key = "one_up_after_success",
     .accepts = A::share,
     .doc = "The same after an exit has paid; default: `one_up`",
     .sample = R"("55%")"},
};
constexpr Schema next{
    .name = "[path.next]", .doc = "What leaving the first job does to the rung", .fields = next_fields};

constexpr Field exit_fields[] = {
    {.key = "name", .doc = "What happens to the company", .required = true, .sample = R"("sold")"},
    {.key = "chance",
     .accepts = A::share,
     .doc = "How likely it is; the exits of a path add to 100%",
     .required = true,
     .sample = R"("20%")"},
    {.key = "after",
     .accepts = A::period,
     .doc = "After how long in the job",
     .required = true,
     .sample = R"("5 years")"},
    {.key = "worth",
     .accepts = A::money,
     .fallback = "0",
     .doc = "What it brings to who is still there",
     .sample = "2_500_000"},
    {.key = "ends",
     .accepts = A::boolean,
     .doc = "Whether the job is lost with it; default: if it is worth nothing",
     .sample = "false"},
};
constexpr Schema exit{
    .name = "[[path.exit]]", .doc = "A way in which the first employer may end or be sold", .fields = exit_fields};

constexpr Field path_fields[] = {
    {.key = "id", .doc = "What it is called", .required = true, .sample = R"("startup")"},
    {.key = "rung", .doc = "The rung it starts on", .required = true, .sample = R"("senior")"},
    {.key = "offer", .doc = "The offer file of its first job", .sample = R"("startup.toml")"},
    {.key = "pay",
     .accepts = A::money | A::list,
     .doc = "What the first job pays, year by year; afterwards, and without it, what the rung pays",
     .sample = "[215_000, 221_000, 228_000]"},
    {.key = "window",
     .accepts = A::period,
     .doc = "For how long the offer's own pay is counted; default: 4 years",
     .sample = R"("4 years")"},
    {.key = "company",
     .doc = "The first employer: paths of one company share its fate; default: the offer's, else the path's id",
     .sample = R"("Lumen")"},
    {.key = "leave_after",
     .accepts = A::period,
     .doc = "After how long you leave the first job",
     .sample = R"("2 years")"},
    {.key = "then", .doc = "The path whose rules hold after the first job", .sample = R"("large")"},
    {.key = "then_offer",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether the first job of path `then` is taken up then",
     .sample = "true"},
    {.key = "later_pay",
     .accepts = A::growth_rate | A::table,
     .doc = "What the first job adds to all pay after it",
     .table = &growth_range,
     .sample = R"({ low = "-8%", likely = "0%", high = "10%" })"},
    {.key = "keeps",
     .accepts = A::boolean,
     .doc = "Whether what has vested stays with who leaves before an exit; default: the offer's `after_leaving`, "
            "else not",
     .sample = "true"},
    {.key = "vests_over",
     .accepts = A::period,
     .fallback = "4 years",
     .doc = "Over what time the part that stays vests",
     .sample = R"("4 years")"},
    {.key = "promotion", .accepts = A::table, .doc = "Promotions, by rung", .table = &promotion},
    {.key = "job_loss",
     .accepts = A::table,
     .doc = "Losing the job",
     .table = &job_loss,
     .sample = R"({ per_year = "4%", months_out = 5, comeback = "93%" })"},
    {.key = "switch",
     .accepts = A::table,
     .doc = "Changing employers by choice",
     .table = &moves,
     .sample = R"({ every = "3 years", gain = "5%" })"},
    {.key = "next",
     .accepts = A::table,
     .doc = "The rung after the first job",
     .table = &next,
     .sample = R"({ one_up = "30%" })"},
    {.key = "exit", .accepts = A::tables, .doc = "What may become of the first employer", .table = &exit},
};
constexpr Schema path{.name = "[[path]]", .doc = "A way through the years, at most eight", .fields = path_fields};

constexpr Field turn_fields[] = {
    {.key = "at",
     .accepts = A::period,
     .doc = "After how long you look again",
     .required = true,
     .sample = R"("12 months")"},
    {.key = "from", .doc = "The path that you may leave", .required = true, .sample = R"("startup")"},
    {.key = "to", .doc = "The path whose first job you would take", .required = true, .sample = R"("large")"},
    {.key = "open",
     .accepts = A::share,
     .fallback = "100%",
     .doc = "Chance that the job can still be had",
     .sample = R"("60%")",
     .assumption = "the other door is taken to stay open"},
    {.key = "cost", .accepts = A::money, .fallback = "0", .doc = "What turning costs", .sample = "20_000"},
    {.key = "reading",
     .accepts = A::share,
     .fallback = "50%",
     .doc = "How often what you hear about the company's success is right; 50% says nothing",
     .sample = R"("75%")"},
};
constexpr Schema turn{.name = "[[turn]]", .doc = "A month in which you may change your mind", .fields = turn_fields};

constexpr Field market_fields[] = {
    {.key = "downturn",
     .accepts = A::share,
     .fallback = "0%",
     .doc = "Chance that a year is one of a downturn, each year by itself",
     .sample = R"("15%")"},
};
constexpr Schema market{.name = "[market]", .doc = "What all paths meet alike", .fields = market_fields};

constexpr Field plan_fields[] = {
    {.key = "name", .doc = "What the plan is called", .sample = R"("Large or start-up")"},
    {.key = "currency", .accepts = A::currency, .doc = "Of every amount", .required = true, .sample = R"("USD")"},
    {.key = "horizon",
     .accepts = A::period,
     .fallback = "10 years",
     .doc = "How many years are looked at, at most 40",
     .sample = R"("10 years")",
     .assumption = "ten years are looked at"},
    {.key = "look",
     .accepts = A::period | A::list,
     .doc = "Whole years after which the paths are compared, beside the horizon",
     .sample = R"(["4 years", "7 years"])"},
    {.key = "discount_rate",
     .accepts = A::rate,
     .fallback = "5%",
     .doc = "By how much a later year's money counts less, a year",
     .sample = R"("5%")",
     .assumption = "money of later years counts 5% a year less"},
    {.key = "pay_growth",
     .accepts = A::growth_rate,
     .fallback = "0%",
     .doc = "How rungs' pay grows, a year",
     .sample = R"("3%")",
     .assumption = "the pay of rungs does not grow"},
    {.key = "spending", .accepts = A::money, .doc = "What you need for living, a year", .sample = "110_000"},
    {.key = "savings", .accepts = A::money, .doc = "What you can fall back on", .sample = "60_000"},
    {.key = "keep",
     .accepts = A::share,
     .fallback = "100%",
     .doc = "The part of pay that is left after tax, for savings alone",
     .sample = R"("65%")"},
    {.key = "wealth",
     .accepts = A::money,
     .doc = "What you own apart from the job, for certainty equivalents",
     .sample = "100_000"},
    {.key = "risk_aversion",
     .accepts = A::number,
     .doc = "How much risk matters to you: 1 a little, 3 a lot",
     .sample = "2"},
    {.key = "market", .accepts = A::table, .doc = "Good and bad years", .table = &market},
    {.key = "rung", .accepts = A::tables, .doc = "The ladder, lowest first", .table = &rung},
    {.key = "path", .accepts = A::tables, .doc = "The paths", .table = &path},
    {.key = "turn", .accepts = A::tables, .doc = "When you may change your mind", .table = &turn},
};
constexpr Schema plan{
    .name = "career plan",
    .doc = "Paths of years, and what you believe about each. Any rate may name a prior: `\"prior:pay_growth\"`",
    .fields = plan_fields};

}  // namespace

const Schema& career_schema() noexcept { return plan; }

bool may_name_priors(const Schema& file) noexcept { return &file == &plan || &file == &pipeline_schema(); }

namespace tables {

namespace {

constexpr Field prior_fields[] = {
    {.key = "input",
     .doc = "What a plan names it by, as in `\"prior:pay_growth\"`",
     .required = true,
     .sample = R"("pay_growth")"},
    {.key = "value", .accepts = A::growth_rate, .doc = "The rate", .sample = R"("3.2%")"},
    {.key = "low", .accepts = A::growth_rate, .doc = "The lowest of a range", .sample = R"("-8%")"},
    {.key = "likely",
     .accepts = A::growth_rate,
     .doc = "The likeliest of a range; default: its middle",
     .sample = R"("0%")"},
    {.key = "high", .accepts = A::growth_rate, .doc = "The highest of a range", .sample = R"("10%")"},
    {.key = "grade",
     .accepts = A::choice,
     .doc = "A: official statistics or refereed; B: a survey of a vendor, press or a book; C: community pages",
     .choices = choices_of<SourceGrade>,
     .required = true,
     .sample = R"("B")"},
    {.key = "source", .doc = "Who measured it", .required = true, .sample = R"("S: Mercer QuickPulse, October 2025")"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day the source speaks for",
     .required = true,
     .sample = "2025-10-01"},
    {.key = "note", .doc = "Of whom it holds, and what is assumed", .sample = R"("US employers")"},
};
constexpr Schema prior{
    .name = "[[prior]]", .doc = "What somebody measured of a rate that plans ask for", .fields = prior_fields};
constexpr Field career_own[] = {
    {.key = "prior", .accepts = A::tables, .doc = "What was measured", .table = &prior, .required = true},
};
constexpr auto career_profile_fields = with_header(career_own);

}  // namespace

constexpr Schema career_profile{
    .name = "priors", .doc = "What is known of rates that career plans ask for", .fields = career_profile_fields};

}  // namespace tables

}  // namespace offerkit::model
