// The keys of a priorities file and of each kind of profile.

#include <algorithm>
#include <array>
#include <iterator>

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view weight_words[] = {"equal"};
constexpr std::string_view rungs[] = {"entry", "engineer", "senior", "staff", "principal", "distinguished"};

constexpr Field stay_fields[] = {
    {.key = "exit_per_year",
     .accepts = A::share,
     .doc = "Chance of leaving in a year, for survival-weighted figures",
     .required = true,
     .sample = R"("13.2%")"},
};
constexpr Schema stay{.name = "stay", .doc = "How long you may stay", .fields = stay_fields};

constexpr Field money_fields[] = {
    {.key = "worst",
     .accepts = A::money,
     .doc = "Yearly pay that is worth nothing on the scale",
     .required = true,
     .sample = "150_000"},
    {.key = "best",
     .accepts = A::money,
     .doc = "Yearly pay at the top of the scale",
     .required = true,
     .sample = "450_000"},
    {.key = "swing",
     .accepts = A::number,
     .doc = "Points for going from the worst to the best; only ratios of swings count",
     .sample = "100"},
    {.key = "rank",
     .accepts = A::count,
     .doc = "Place in the order of importance, instead of a swing",
     .sample = "1",
     .least = 1,
     .most = 1'000},
    {.key = "goal",
     .accepts = A::choice,
     .fallback = "none",
     .doc = "The goal it serves",
     .choices = choices_of<Goal>,
     .sample = R"("money_now")"},
};
constexpr Schema money{.name = "[money]",
                       .doc = "Yearly pay as a factor, on a fixed scale; without it money is not a factor",
                       .fields = money_fields};

constexpr Field scale_fields[] = {
    {.key = "worst", .accepts = A::number, .doc = "The worst end", .required = true, .sample = "0"},
    {.key = "best",
     .accepts = A::number,
     .doc = "The best end; below the worst for a factor that costs",
     .required = true,
     .sample = "10"},
};
constexpr Schema scale{.name = "scale", .doc = "The two ends of a factor's scale", .fields = scale_fields};

constexpr Field must_fields[] = {
    {.key = "at_least",
     .accepts = A::number,
     .doc = "The rating an offer has to reach",
     .required = true,
     .sample = "4"},
    {.key = "chance", .accepts = A::share, .doc = "With at least this chance", .sample = R"("90%")"},
};
constexpr Schema must{
    .name = "must", .doc = "A screen: who fails it is named, never removed silently", .fields = must_fields};

constexpr Field factor_fields[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "Its short name, by which offers rate it",
     .required = true,
     .sample = R"("growth")"},
    {.key = "name", .accepts = A::text, .doc = "Its name for reading", .sample = R"("Personal growth")"},
    {.key = "swing",
     .accepts = A::number,
     .doc = "Points for going from the worst to the best; only ratios of swings count",
     .sample = "80"},
    {.key = "rank",
     .accepts = A::count,
     .doc = "Place in the order of importance, instead of a swing",
     .sample = "1",
     .least = 1,
     .most = 1'000},
    {.key = "scale",
     .accepts = A::table,
     .doc = "The ends of its scale; without it 0 to 10",
     .table = &scale,
     .sample = "{ worst = 0, best = 10 }"},
    {.key = "worst_means",
     .accepts = A::text,
     .doc = "What the worst end means to you",
     .sample = R"("I learn nothing new")"},
    {.key = "best_means",
     .accepts = A::text,
     .doc = "What the best end means to you",
     .sample = R"("steepest learning curve I can handle")"},
    {.key = "goal",
     .accepts = A::choice,
     .fallback = "none",
     .doc = "The goal it serves",
     .choices = choices_of<Goal>,
     .sample = R"("personal_growth")"},
    {.key = "must",
     .accepts = A::table,
     .doc = "What an offer has to reach",
     .table = &must,
     .sample = R"({ at_least = 4, chance = "90%" })"},
    {.key = "children",
     .accepts = A::text | A::list,
     .doc = "Factors that share this one's weight; it then has neither rating nor scale",
     .sample = R"(["mentors", "scope"])"},
    {.key = "monetary",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether it is money in disguise; refused beside [money]",
     .sample = "false"},
    {.key = "question",
     .accepts = A::text,
     .doc = "What to ask a manager or a colleague about it",
     .sample = R"("Who would I learn from every week?")"},
    {.key = "askable",
     .accepts = A::boolean,
     .fallback = "true",
     .doc = "Whether somebody at the company could tell you",
     .sample = "false"},
};
constexpr Schema factor{.name = "[[factor]]", .doc = "One thing that matters to you", .fields = factor_fields};

constexpr std::string_view deferral_words[] = {"max"};
constexpr Field rent_by_place{.key = "us-ca", .accepts = A::money, .doc = "A year's rent there", .sample = "42_000"};
constexpr Schema rents{.name = "household.rent",
                       .doc = "A year's rent in each place, by its id; it stands in for housing at the place's prices",
                       .fields = {},
                       .any_key = &rent_by_place};
constexpr Field spending_by_place{
    .key = "us-ca", .accepts = A::money, .doc = "What you would spend there in a year", .sample = "90_000"};
constexpr Schema spendings{.name = "household.spending",
                           .doc = "A year's spending in each place, by its id",
                           .fields = {},
                           .any_key = &spending_by_place};
constexpr Field household_fields[] = {
    {.key = "status",
     .accepts = A::choice,
     .fallback = "single",
     .doc = "How you file: alone, as a married couple together, as head of a household, or married and apart",
     .choices = choices_of<FilingStatus>,
     .sample = R"("single")"},
    {.key = "spouse_pay", .accepts = A::money, .doc = "What your spouse earns in a year", .sample = "80_000"},
    {.key = "children",
     .accepts = A::count,
     .fallback = "0",
     .doc = "Children in the household",
     .sample = "0",
     .most = 30},
    {.key = "deferral",
     .accepts = A::money | A::choice,
     .doc = "What you pay into the retirement plan before tax in a year, or \"max\" for the limit of the law; default: "
            "nothing",
     .choices = deferral_words,
     .sample = "24_500"},
    {.key = "pretax_benefits",
     .accepts = A::money,
     .doc = "What is taken out of pay before taxes for benefits in a year, such as premiums and a health account",
     .sample = "3_000"},
    {.key = "other_income",
     .accepts = A::money,
     .doc = "Interest, rents and other income in a year that no payroll tax is on",
     .sample = "5_000"},
    {.key = "deduction",
     .accepts = A::choice,
     .fallback = "best",
     .doc = "The better of the standard deduction and of state and local tax, or always the standard one",
     .choices = choices_of<DeductionChoice>,
     .sample = R"("best")"},
    {.key = "index",
     .accepts = A::rate,
     .doc = "How much numbers that the law raises with prices rise in a year that has no table yet; without it 2.5%",
     .sample = R"("2.5%")"},
    {.key = "spending",
     .accepts = A::money | A::table,
     .doc = "What you spend in a year after tax, at the prices of `spending_at`; or in each place",
     .table = &spendings,
     .sample = "90_000"},
    {.key = "spending_at",
     .accepts = A::text,
     .doc = "The place whose prices `spending` is at; without it \"us\", the average of the United States",
     .sample = R"("us")"},
    {.key = "rent",
     .accepts = A::table,
     .doc = "A year's rent in each place; it replaces the housing part of its prices",
     .table = &rents,
     .sample = "{ \"us-ca\" = 42_000 }"},
};
constexpr Schema household{
    .name = "[household]", .doc = "Who pays the taxes and does the living", .fields = household_fields};

constexpr Field priorities_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "Whose priorities, and of when", .sample = R"("Me, 2026")"},
    {.key = "horizon",
     .accepts = A::period,
     .doc = "How far ahead pay is counted; without it 4 years",
     .sample = R"("4 years")"},
    {.key = "discount_rate",
     .accepts = A::rate,
     .doc = "What money a year later is worth less; without it 5%",
     .sample = R"("5%")"},
    {.key = "stay",
     .accepts = A::table,
     .doc = "How likely you are to leave",
     .table = &stay,
     .sample = R"({ exit_per_year = "13.2%" })"},
    {.key = "risk_tolerance",
     .accepts = A::money,
     .doc = "Risk tolerance in yearly pay (the R of exponential utility); without it risk does not matter",
     .sample = "150_000"},
    {.key = "currency", .accepts = A::currency, .doc = "Currency of the results", .sample = R"("USD")"},
    {.key = "raise",
     .accepts = A::growth_rate,
     .doc = "Yearly raise of every offer that states none; without it none",
     .sample = R"("3%")"},
    {.key = "wealth",
     .accepts = A::money,
     .doc = "What you own apart from the job, for what an uncertain pay is worth to you; with `risk_aversion`",
     .sample = "200_000"},
    {.key = "risk_aversion",
     .accepts = A::number,
     .doc = "Relative risk aversion, above 0: 1 is logarithmic utility, 2 to 4 are usual; with `wealth`",
     .sample = "2"},
    {.key = "weights",
     .accepts = A::choice,
     .doc = "Equal weights for all factors, instead of swings or ranks",
     .choices = weight_words,
     .sample = R"("equal")"},
    {.key = "household", .accepts = A::table, .doc = "For taxes and living", .table = &household},
    {.key = "money", .accepts = A::table, .doc = "Yearly pay as a factor", .table = &money},
    {.key = "factor", .accepts = A::tables, .doc = "What matters to you", .table = &factor},
};

constexpr Field level_fields[] = {
    {.key = "name",
     .accepts = A::text,
     .doc = "The level as the company calls it",
     .required = true,
     .sample = R"("L4")"},
    {.key = "title", .accepts = A::text, .doc = "What people there are called", .sample = R"("Senior Engineer")"},
    {.key = "rung",
     .accepts = A::choice,
     .doc = "The standard rung it stands on",
     .choices = rungs,
     .sample = R"("senior")"},
    {.key = "from",
     .accepts = A::count,
     .doc = "Where it begins on the common scale",
     .sample = "146",
     .most = 1'000'000},
    {.key = "to", .accepts = A::count, .doc = "Where it ends on the common scale", .sample = "290", .most = 1'000'000},
};
constexpr Schema ladder_level{.name = "[[level]]", .doc = "One level, lowest first", .fields = level_fields};
constexpr Field ladder_own[] = {
    {.key = "scale_max",
     .accepts = A::count,
     .doc = "The top of the common scale",
     .sample = "748",
     .least = 1,
     .most = 1'000'000},
    {.key = "approximate",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether levels are placed by their rungs alone",
     .sample = "true"},
    {.key = "level", .accepts = A::tables, .doc = "The levels, lowest first", .table = &ladder_level, .required = true},
};
constexpr auto ladder_fields = with_header(ladder_own);

constexpr Field rung_median_fields[] = {
    {.key = "rung",
     .accepts = A::choice,
     .doc = "The standard rung",
     .choices = rungs,
     .required = true,
     .sample = R"("senior")"},
    {.key = "title", .accepts = A::text, .doc = "What people on it are called", .sample = R"("Senior Engineer")"},
    {.key = "total", .accepts = A::money, .doc = "Median of total pay a year", .required = true, .sample = "280_000"},
    {.key = "base",
     .accepts = A::money,
     .doc = "Median of base pay, not a part of the median total",
     .sample = "180_000"},
    {.key = "stock",
     .accepts = A::money,
     .doc = "Median of stock a year, not a part of the median total",
     .sample = "70_000"},
    {.key = "bonus",
     .accepts = A::money,
     .doc = "Median of the bonus, not a part of the median total",
     .sample = "30_000"},
};
constexpr Schema rung_median{.name = "[[rung]]", .doc = "Medians of one rung", .fields = rung_median_fields};
constexpr Field level_median_fields[] = {
    {.key = "ladder",
     .accepts = A::profile,
     .doc = "The ladder",
     .choices = ladder_kind,
     .required = true,
     .sample = R"("nvidia")"},
    {.key = "level", .accepts = A::text, .doc = "The level on it", .required = true, .sample = R"("IC4")"},
    {.key = "title", .accepts = A::text, .doc = "What people on it are called", .sample = R"("Senior Engineer")"},
    {.key = "total", .accepts = A::money, .doc = "Median of total pay a year", .required = true, .sample = "388_000"},
    {.key = "base",
     .accepts = A::money,
     .doc = "Median of base pay, not a part of the median total",
     .sample = "210_000"},
    {.key = "stock",
     .accepts = A::money,
     .doc = "Median of stock a year, not a part of the median total",
     .sample = "150_000"},
    {.key = "bonus",
     .accepts = A::money,
     .doc = "Median of the bonus, not a part of the median total",
     .sample = "10_000"},
};
constexpr Schema level_median{
    .name = "[[level]]", .doc = "Medians of one level of a ladder", .fields = level_median_fields};
constexpr Field market_own[] = {
    {.key = "currency",
     .accepts = A::currency,
     .doc = "Currency of all amounts",
     .required = true,
     .sample = R"("USD")"},
    {.key = "rung", .accepts = A::tables, .doc = "Medians by rung", .table = &rung_median},
    {.key = "level", .accepts = A::tables, .doc = "Medians by level of a ladder", .table = &level_median},
};
constexpr auto market_fields = with_header(market_own);

constexpr Field range_fields[] = {
    {.key = "min", .accepts = A::money, .doc = "The lowest", .sample = "174_000"},
    {.key = "mid", .accepts = A::money, .doc = "The middle", .sample = "213_000"},
    {.key = "max", .accepts = A::money, .doc = "The highest", .sample = "252_000"},
};
constexpr Schema range{.name = "range", .doc = "The lowest, middle and highest that is paid", .fields = range_fields};
constexpr Field band_fields[] = {
    {.key = "title", .accepts = A::text, .doc = "What the posting is for", .sample = R"("Senior Engineer")"},
    {.key = "level", .accepts = A::text, .doc = "The level it names", .sample = R"("L5")"},
    {.key = "ladder",
     .accepts = A::profile,
     .doc = "The ladder that level is of",
     .choices = ladder_kind,
     .sample = R"("google")"},
    {.key = "base",
     .accepts = A::table,
     .doc = "Range of base pay a year",
     .table = &range,
     .sample = "{ min = 174_000, max = 252_000 }"},
    {.key = "total",
     .accepts = A::table,
     .doc = "Range of total pay a year",
     .table = &range,
     .sample = "{ min = 250_000, max = 400_000 }"},
    {.key = "bonus", .accepts = A::rate, .doc = "Target bonus as a share of base", .sample = R"("15%")"},
};
constexpr Schema posted_band{.name = "[[band]]", .doc = "A published pay range", .fields = band_fields};
constexpr Field bands_own[] = {
    {.key = "company", .accepts = A::text, .doc = "Who published it", .required = true, .sample = R"("Google")"},
    {.key = "currency",
     .accepts = A::currency,
     .doc = "Currency of all amounts",
     .required = true,
     .sample = R"("USD")"},
    {.key = "band", .accepts = A::tables, .doc = "The ranges", .table = &posted_band, .required = true},
};
constexpr auto bands_fields = with_header(bands_own);

constexpr Field company_own[] = {
    {.key = "company", .accepts = A::text, .doc = "The company", .required = true, .sample = R"("Meta")"},
    {.key = "ladder", .accepts = A::profile, .doc = "Its ladder", .choices = ladder_kind, .sample = R"("meta")"},
    {.key = "vesting",
     .accepts = A::profile,
     .doc = "Its usual schedule",
     .choices = vesting_kind,
     .sample = R"("meta")"},
    {.key = "align",
     .accepts = A::vest_day | A::list,
     .doc = "Days of the year on which its shares vest",
     .sample = R"(["02-15", "05-15", "08-15", "11-15"])"},
    {.key = "day_of_month",
     .accepts = A::choice | A::count,
     .doc = "Day of the month on which its shares vest",
     .choices = choices_of<DayRule::Kind>,
     .sample = R"("vesting_start_day")",
     .least = 1,
     .most = 31},
    {.key = "instrument",
     .accepts = A::choice,
     .doc = "What it grants",
     .choices = choices_of<Instrument>,
     .sample = R"("rsu")"},
    {.key = "stock_kind",
     .accepts = A::choice,
     .fallback = "public",
     .doc = "Whether its shares trade on a market",
     .choices = choices_of<StockKind>,
     .sample = R"("public")"},
    {.key = "employer",
     .accepts = A::choice,
     .doc = "What kind of employer it is",
     .choices = choices_of<Employer>,
     .sample = R"("large")"},
    {.key = "bonus", .accepts = A::rate, .doc = "Its usual target bonus", .sample = R"("15%")"},
    {.key = "conversion_note",
     .accepts = A::text,
     .doc = "How it turns money into shares",
     .sample = R"("average close of the month before you start")"},
};
constexpr auto company_fields = with_header(company_own);

constexpr Field claim_fields[] = {
    {.key = "text",
     .accepts = A::text,
     .doc = "What is said, in a sentence that can stand alone",
     .required = true,
     .sample = R"("A higher level usually takes another interview.")"},
    {.key = "source",
     .accepts = A::text,
     .doc = "Who says so",
     .required = true,
     .sample = R"("S: guide of a company that trains for interviews")"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day the source speaks for",
     .required = true,
     .sample = "2026-01-01"},
    {.key = "contested",
     .accepts = A::text,
     .doc = "What other sources say instead, where they differ",
     .sample = R"("elsewhere it takes none")"},
};
constexpr Schema claim{.name = "[[claim]]", .doc = "One thing that is said, and by whom", .fields = claim_fields};

constexpr Field stocks_own[] = {
    {.key = "volatility",
     .accepts = A::rate,
     .doc = "How much a price moves in a year",
     .required = true,
     .sample = R"("40%")"},
    {.key = "market_correlation",
     .accepts = A::correlation,
     .doc = "How closely a price follows the market",
     .required = true,
     .sample = R"("55%")"},
};
constexpr auto stocks_fields = with_header(stocks_own);

constexpr Field ask_fields[] = {
    {.key = "low",
     .accepts = A::rate,
     .doc = "Lower end of the range to name first, as a share of the target",
     .required = true,
     .sample = R"("110%")"},
    {.key = "high",
     .accepts = A::rate,
     .doc = "Upper end of that range, as a share of the target",
     .required = true,
     .sample = R"("120%")"},
};
constexpr Schema ask{.name = "[ask]", .doc = "What to say before any number is on the table", .fields = ask_fields};
constexpr Field settlement_fields[] = {
    {.key = "share",
     .accepts = A::share,
     .doc = "How far towards an ask the other side moves",
     .required = true,
     .sample = R"("50%")"},
    {.key = "source", .accepts = A::text, .doc = "Who says so", .sample = R"("assumed")"},
};
constexpr Schema settlement{
    .name = "[settlement]", .doc = "Where a negotiation ends between offer and ask", .fields = settlement_fields};
constexpr Field risk_fields[] = {
    {.key = "rescind",
     .accepts = A::share,
     .doc = "Share of offers that are withdrawn after negotiating: the highest that was measured",
     .required = true,
     .sample = R"("6%")"},
    {.key = "rescind_low", .accepts = A::share, .doc = "The lowest that was measured", .sample = R"("1%")"},
    {.key = "rescind_source", .accepts = A::text, .doc = "Who says so", .sample = R"("a survey, 2024")"},
    {.key = "success",
     .accepts = A::share,
     .doc = "Chance that asking brings half of what the target is above the offer",
     .required = true,
     .sample = R"("50%")"},
    {.key = "success_source", .accepts = A::text, .doc = "Who says so", .sample = R"("a survey, 2021")"},
};
constexpr Schema risk{.name = "[risk]", .doc = "Whether asking is worth it", .fields = risk_fields};
constexpr Field flexibility_fields[] = {
    {.key = "equity",
     .accepts = A::choice,
     .fallback = "high",
     .doc = "How easily the grant moves",
     .choices = choices_of<Flexibility>,
     .sample = R"("high")"},
    {.key = "sign_on",
     .accepts = A::choice,
     .fallback = "high",
     .doc = "How easily the sign-on moves",
     .choices = choices_of<Flexibility>,
     .sample = R"("high")"},
    {.key = "base",
     .accepts = A::choice,
     .fallback = "low",
     .doc = "How easily base pay moves",
     .choices = choices_of<Flexibility>,
     .sample = R"("low")"},
    {.key = "bonus",
     .accepts = A::choice,
     .fallback = "none",
     .doc = "How easily the bonus moves",
     .choices = choices_of<Flexibility>,
     .sample = R"("none")"},
    {.key = "level",
     .accepts = A::choice,
     .fallback = "rare",
     .doc = "How easily the level moves",
     .choices = choices_of<Flexibility>,
     .sample = R"("rare")"},
};
constexpr Schema flexibility{
    .name = "[flexibility]", .doc = "How easily each part of an offer moves", .fields = flexibility_fields};
constexpr Field non_cash_fields[] = {
    {.key = "ask",
     .accepts = A::text | A::list,
     .doc = "What to ask for when a number comes down",
     .sample = R"(["more paid time off"])"},
};
constexpr Schema non_cash{.name = "[non_cash]", .doc = "What is not money", .fields = non_cash_fields};
constexpr Field company_odds_fields[] = {
    {.key = "company", .accepts = A::text, .doc = "The company", .required = true, .sample = R"("Google")"},
    {.key = "onsite_to_offer",
     .accepts = A::share,
     .doc = "Share of its onsite interviews that end in an offer",
     .required = true,
     .sample = R"("18.83%")"},
};
constexpr Schema company_odds{
    .name = "[[odds.company]]", .doc = "The odds of one company", .fields = company_odds_fields};
constexpr Field odds_fields[] = {
    {.key = "low", .accepts = A::share, .doc = "The lowest of all companies", .required = true, .sample = R"("15%")"},
    {.key = "high", .accepts = A::share, .doc = "The highest of all companies", .required = true, .sample = R"("70%")"},
    {.key = "company", .accepts = A::tables, .doc = "Companies by name", .table = &company_odds},
    {.key = "source", .accepts = A::text, .doc = "Who counted", .sample = R"("interview reviews")"},
    {.key = "as_of", .accepts = A::date, .doc = "The day the source speaks for", .sample = "2019-08-01"},
};
constexpr Schema odds{.name = "[odds]", .doc = "How many onsite interviews end in an offer", .fields = odds_fields};
constexpr Field room_fields[] = {
    {.key = "base",
     .accepts = A::rate,
     .doc = "The highest base pay, as a share of what is offered",
     .sample = R"("110%")"},
    {.key = "equity",
     .accepts = A::rate,
     .doc = "The largest grant, as a share of what is offered",
     .sample = R"("130%")"},
    {.key = "sign_on", .accepts = A::rate, .doc = "The largest sign-on, as a share of base pay", .sample = R"("50%")"},
    {.key = "guaranteed_bonus",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether a first bonus is usually guaranteed at its target when somebody asks",
     .sample = "true"},
    {.key = "source",
     .accepts = A::text,
     .doc = "Who says so",
     .required = true,
     .sample = R"("A: our reading of published guides")"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day the source speaks for",
     .required = true,
     .sample = "2026-11-26"},
};
constexpr Schema room{
    .name = "[room]",
    .doc = "How far an employer of this kind usually goes: a rule of thumb that your own [band] replaces",
    .fields = room_fields};
constexpr Field negotiation_own[] = {
    {.key = "ask", .accepts = A::table, .doc = "What to say before any number is on the table", .table = &ask},
    {.key = "settlement",
     .accepts = A::table,
     .doc = "Where a negotiation ends between offer and ask",
     .table = &settlement},
    {.key = "risk", .accepts = A::table, .doc = "Whether asking is worth it", .table = &risk},
    {.key = "flexibility", .accepts = A::table, .doc = "How easily each part moves", .table = &flexibility},
    {.key = "non_cash", .accepts = A::table, .doc = "What is not money", .table = &non_cash},
    {.key = "odds", .accepts = A::table, .doc = "How many onsite interviews end in an offer", .table = &odds},
    {.key = "room", .accepts = A::table, .doc = "How far an employer of this kind usually goes", .table = &room},
    {.key = "claim", .accepts = A::tables, .doc = "What is said about employers of this kind", .table = &claim},
};
constexpr auto negotiation_fields = with_header(negotiation_own);

constexpr Field claims_own[] = {
    {.key = "claim", .accepts = A::tables, .doc = "What is said", .table = &claim, .required = true},
};
constexpr auto claims_fields = with_header(claims_own);

/// A priorities profile is a priorities file with a source; its `name` is the header's.
constexpr auto priorities_profile_fields = [] {
    constexpr std::size_t own = std::size(priorities_fields) - 1;
    std::array<Field, header_fields.size() + own> all{};
    std::copy(header_fields.begin(), header_fields.end(), all.begin());
    std::copy(priorities_fields + 1, priorities_fields + 1 + own, all.begin() + header_fields.size());
    return all;
}();

}  // namespace

constexpr Schema priorities{
    .name = "priorities", .doc = "What matters to you, and how much", .fields = priorities_fields};
constexpr Schema ladder_profile{
    .name = "ladder", .doc = "A company's levels, as intervals on a common scale or by rung", .fields = ladder_fields};
constexpr Schema band_profile{
    .name = "pay bands", .doc = "Pay ranges that a company has published", .fields = bands_fields};
constexpr Schema market_profile{.name = "market", .doc = "Medians of what people are paid", .fields = market_fields};
constexpr Schema company_profile{
    .name = "company", .doc = "A company's usual terms: the skeleton of an offer file", .fields = company_fields};
constexpr Schema stocks_profile{
    .name = "stocks", .doc = "How share prices move where an offer does not say", .fields = stocks_fields};
constexpr Schema claims_profile{
    .name = "claims", .doc = "What is said about a topic that nobody can prove", .fields = claims_fields};
constexpr Schema priorities_profile{
    .name = "priorities profile", .doc = "Priorities to begin from", .fields = priorities_profile_fields};

constexpr Schema negotiation_profile{
    .name = "negotiation", .doc = "What practitioners claim about negotiating an offer", .fields = negotiation_fields};

}  // namespace offerkit::model::tables
