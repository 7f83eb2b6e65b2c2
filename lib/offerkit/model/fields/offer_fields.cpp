// The keys of an offer file, but for its pay (pay_fields.cpp) and its grants (vesting_fields.cpp).

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view letter_meanings[] = {"first_year", "annualized",    "average",           "target",
                                                "guaranteed", "present_value", "survival_weighted", "everything"};
constexpr std::string_view unknown_words[] = {"unknown"};
constexpr std::string_view amount_key[] = {"amount"};
constexpr std::string_view price_key[] = {"price"};
constexpr std::string_view value_key[] = {"value"};

constexpr Field letter_total_fields[] = {
    {.key = "amount", .accepts = A::money, .doc = "What the letter adds up to", .required = true, .sample = "330_000"},
    {.key = "means",
     .accepts = A::choice,
     .fallback = "first_year",
     .doc = "By which definition of total compensation; `everything` is base, target bonus, all sign-ons and whole "
            "grants",
     .choices = letter_meanings,
     .sample = R"("first_year")",
     .assumption = "the letter's total is taken to be that of the first year"},
};
constexpr Schema letter_total{.name = "letter_total",
                              .doc = "What the letter says it all adds up to",
                              .fields = letter_total_fields,
                              .short_for = amount_key};

constexpr Field level_fields[] = {
    {.key = "ladder",
     .accepts = A::profile,
     .doc = "The company's ladder",
     .choices = ladder_kind,
     .required = true,
     .sample = R"("google")"},
    {.key = "name",
     .accepts = A::text,
     .doc = "The level as the company calls it",
     .required = true,
     .sample = R"("L4")"},
};
constexpr std::string_view name_key[] = {"name"};
constexpr Schema level{.name = "[level]",
                       .doc = "Where the offer stands on the company's ladder",
                       .fields = level_fields,
                       .short_for = name_key};

constexpr Field path_fields[] = {
    {.key = "on", .accepts = A::date, .doc = "From this day on", .required = true, .sample = "2027-03-02"},
    {.key = "price", .accepts = A::price, .doc = "The price of one share", .required = true, .sample = "190.00"},
};
constexpr Schema path{.name = "[[stock.path]]",
                      .doc = "The price from a date on; with any step `growth` does not apply",
                      .fields = path_fields};

constexpr std::string_view market_growth[] = {"market"};
constexpr Field stock_fields[] = {
    {.key = "kind",
     .accepts = A::choice,
     .fallback = "public",
     .doc = "Whether the shares trade on a market",
     .choices = choices_of<StockKind>,
     .sample = R"("public")",
     .assumption = "the shares are taken as traded on a market"},
    {.key = "symbol", .accepts = A::text, .doc = "Its ticker symbol", .sample = R"("NWND")"},
    {.key = "currency",
     .accepts = A::currency,
     .doc = "Currency of prices, strikes and grant values; default: the offer's",
     .sample = R"("USD")"},
    {.key = "price",
     .accepts = A::price,
     .doc = "One share: the market price, or for a private company the fair value of common stock (409A); left out "
            "while nobody has said it",
     .sample = "170.00"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day the price is of; default: `start`",
     .sample = "2026-01-15",
     .assumption = "the price is taken as that of the first day"},
    {.key = "growth",
     .accepts = A::growth_rate | A::choice,
     .doc = "Growth of the price a year, for projections; \"market\": what a market expects, the discount rate less "
            "dividends; default: none, each share counts at today's price",
     .choices = market_growth,
     .sample = R"("3%")"},
    {.key = "volatility",
     .accepts = A::rate,
     .doc = "How much the price moves in a year, at most 300%; \"0%\": the price is certain; default for public "
            "stock: that of `stocks/default`",
     .sample = R"("35%")"},
    {.key = "market_correlation",
     .accepts = A::correlation,
     .doc = "Public: how closely the price follows the market; default: that of `stocks/default`",
     .sample = R"("55%")"},
    {.key = "dividend_yield",
     .accepts = A::rate,
     .doc = "Dividends a year as a share of the price; a share that vests later misses them",
     .sample = R"("0%")"},
    {.key = "preferred_price",
     .accepts = A::price,
     .doc = "Private: price of the last round, shown and never used to value common stock or options",
     .sample = "41.20"},
    {.key = "fully_diluted",
     .accepts = A::count,
     .doc = "Private: number of shares that `ownership` is a share of",
     .sample = "52_000_000",
     .least = 1,
     .most = most_shares},
    {.key = "dilution",
     .accepts = A::share,
     .fallback = "0%",
     .doc = "Private: what each round still to come takes of your part",
     .sample = R"("15%")",
     .assumption = "no dilution by later rounds"},
    {.key = "rounds",
     .accepts = A::count,
     .fallback = "0",
     .doc = "Private: how many rounds are still to come",
     .sample = "2",
     .assumption = "no further round of financing",
     .most = 100},
    {.key = "discount",
     .accepts = A::share,
     .fallback = "0%",
     .doc = "Private: further discount because the shares cannot be sold; a 409A price already holds one",
     .sample = R"("0%")",
     .assumption = "no further discount for shares that cannot be sold"},
    {.key = "exits",
     .accepts = A::profile,
     .doc = "Private: scenarios by the name of a profile, while you have none of your own in [[exit]]",
     .choices = exits_kind,
     .sample = R"("venture-2004-2013")"},
    {.key = "path", .accepts = A::tables, .doc = "The price from a date on, step by step", .table = &path},
    {.key = "series", .accepts = A::tables, .doc = "Private: what investors get first", .table = &series},
    {.key = "options", .accepts = A::tables, .doc = "Private: options of other people", .table = &other_options},
};
constexpr Schema stock{.name = "[stock]",
                       .doc = "What one share is, and what it is worth",
                       .fields = stock_fields,
                       .short_for = price_key};

constexpr Field refresher_fields[] = {
    {.key = "value",
     .accepts = A::stock_money,
     .doc = "Worth of each grant, in the stock's currency",
     .required = true,
     .sample = "60_000"},
    {.key = "first_after",
     .accepts = A::period,
     .fallback = "12 months",
     .doc = "How long after the first day the first one comes",
     .sample = R"("12 months")",
     .assumption = "the first refresher comes after a year"},
    {.key = "every",
     .accepts = A::period,
     .fallback = "12 months",
     .doc = "From one to the next",
     .sample = R"("12 months")",
     .assumption = "a refresher comes every year"},
    {.key = "on", .accepts = A::day_of_year, .doc = "Day of the year on which they come", .sample = R"("08-31")"},
    {.key = "vesting",
     .accepts = A::profile | A::table,
     .doc = "The schedule of each",
     .choices = vesting_kind,
     .table = &vesting,
     .required = true,
     .sample = R"({ over = "4 years", every = "3 months" })"},
    {.key = "day_of_month",
     .accepts = A::choice | A::count,
     .fallback = "vesting_start_day",
     .doc = "Day of the month on which tranches fall, or its number",
     .choices = choices_of<DayRule::Kind>,
     .sample = R"("vesting_start_day")",
     .least = 1,
     .most = 31},
    {.key = "probability",
     .accepts = A::share,
     .fallback = "100%",
     .doc = "How likely each is; multiplies its value",
     .sample = R"("100%")",
     .assumption = "refreshers are taken as certain where they are counted"},
};
constexpr Schema refresher{.name = "[refresher]",
                           .doc = "Grants given every year to somebody who stays; counted only when asked for",
                           .fields = refresher_fields,
                           .short_for = value_key};

constexpr Field event_after_fields[] = {
    {.key = "event", .accepts = A::text, .doc = "The other [[event]]", .required = true, .sample = R"("ipo")"},
    {.key = "plus",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "How long after it",
     .sample = R"("6 months")"},
};
constexpr Schema event_after{
    .name = "after", .doc = "What an event comes some time after", .fields = event_after_fields};

constexpr Field event_fields[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "Its name, by which gates and triggers call it",
     .required = true,
     .sample = R"("ipo")"},
    {.key = "date",
     .accepts = A::date,
     .doc = "The day it happened, or is assumed to; without one it is pending",
     .sample = "2027-06-01"},
    {.key = "chance",
     .accepts = A::share,
     .doc = "Your own guess of its chance; shown, and multiplies nothing",
     .sample = R"("40%")"},
    {.key = "deadline", .accepts = A::date, .doc = "What it happens after counts for nothing", .sample = "2033-01-01"},
    {.key = "after",
     .accepts = A::table,
     .doc = "Another event and the time from it to this one, instead of `date`",
     .table = &event_after,
     .sample = R"({ event = "ipo", plus = "6 months" })"},
};
constexpr Schema event{
    .name = "[[event]]", .doc = "Something that may happen and that vesting depends on", .fields = event_fields};

constexpr Field leave_fields[] = {
    {.key = "from", .accepts = A::date, .doc = "The first day away", .required = true, .sample = "2027-03-01"},
    {.key = "to", .accepts = A::date, .doc = "The first day back", .required = true, .sample = "2027-06-01"},
    {.key = "treatment",
     .accepts = A::choice,
     .fallback = "none",
     .doc = "What it does to vesting: nothing, later dates move, or the tranches inside it come at the end",
     .choices = choices_of<LeaveTreatment>,
     .sample = R"("extend")",
     .assumption = "the leave of absence does not stop vesting"},
};
constexpr Schema leave{.name = "[[leave_of_absence]]", .doc = "Time away without leaving", .fields = leave_fields};

constexpr Field leaving_fields[] = {
    {.key = "notice", .accepts = A::period, .doc = "Notice to be given", .sample = R"("1 month")"},
    {.key = "non_compete",
     .accepts = A::period,
     .doc = "How long competitors are barred afterwards",
     .sample = R"("12 months")"},
    {.key = "non_compete_pay",
     .accepts = A::rate,
     .fallback = "0%",
     .doc = "Share of base paid in that time",
     .sample = R"("0%")",
     .assumption = "nothing is paid while competitors are barred"},
    {.key = "severance",
     .accepts = A::period,
     .doc = "Base that is paid on leaving: a month is a twelfth of a year's, a week 1/52, a day 1/365",
     .sample = R"("3 months")"},
    {.key = "severance_for",
     .accepts = A::choice | A::list,
     .fallback = "without_cause",
     .doc = "Reasons for leaving for which severance is paid",
     .choices = choices_of<LeavingReason, 1>,
     .sample = R"(["without_cause"])",
     .assumption = "severance is paid to who is let go without cause, and for no other reason"},
    {.key = "unused_holiday_days",
     .accepts = A::number,
     .doc = "Days of holiday not taken, paid out on leaving at 1/260 of a year's base each",
     .sample = "8"},
};
constexpr Schema leaving{.name = "[leaving]", .doc = "What leaving this job takes", .fields = leaving_fields};

constexpr Field exchange_rate{.key = "EUR/USD",
                              .accepts = A::number,
                              .doc = "How much of the second currency one unit of the first is",
                              .sample = "1.08"};
constexpr Field fx_fields[] = {
    {.key = "as_of", .accepts = A::date, .doc = "The day the rates are of", .sample = "2026-01-15"},
};
constexpr Schema fx{.name = "[fx]",
                    .doc = "Exchange rates, such as \"EUR/USD\" = 1.08",
                    .fields = fx_fields,
                    .any_key = &exchange_rate};

constexpr Field rating_fields[] = {
    {.key = "low", .accepts = A::number, .doc = "One time in ten it is worse than this", .sample = "5"},
    {.key = "likely", .accepts = A::number, .doc = "As likely better as worse", .sample = "7"},
    {.key = "high", .accepts = A::number, .doc = "One time in ten it is better than this", .sample = "9"},
    {.key = "chance", .accepts = A::share, .doc = "Chance that a condition is met", .sample = R"("70%")"},
    {.key = "met",
     .accepts = A::number,
     .doc = "Rating if it is met; without it the best end of the scale",
     .sample = "9"},
    {.key = "unmet",
     .accepts = A::number,
     .doc = "Rating if it is not; without it the worst end of the scale",
     .sample = "4"},
    {.key = "askable",
     .accepts = A::boolean,
     .fallback = "true",
     .doc = "Whether somebody at the company could tell you",
     .sample = "false"},
};
constexpr Schema rating{.name = "rating", .doc = "A rating that is not sure", .fields = rating_fields};
constexpr Field factor{
    .key = "growth",
    .accepts = A::number | A::choice | A::table,
    .doc = "How this offer does on one of your own factors: a rating, a range, a chance, or \"unknown\"",
    .choices = unknown_words,
    .table = &rating,
    .sample = "8"};
constexpr Schema factors{.name = "[factors]",
                         .doc = "How this offer does on your own factors, by their ids in your priorities file",
                         .fields = {},
                         .any_key = &factor};

constexpr Field pay_range_fields[] = {
    {.key = "min", .accepts = A::money, .doc = "The lowest", .sample = "174_000"},
    {.key = "mid", .accepts = A::money, .doc = "The middle", .sample = "213_000"},
    {.key = "max", .accepts = A::money, .doc = "The highest", .sample = "252_000"},
};
constexpr Schema pay_range{
    .name = "range", .doc = "The lowest, middle and highest that is paid", .fields = pay_range_fields};

constexpr Field equity_range_fields[] = {
    {.key = "min", .accepts = A::stock_money, .doc = "The lowest", .sample = "200_000"},
    {.key = "mid", .accepts = A::stock_money, .doc = "The middle", .sample = "300_000"},
    {.key = "max", .accepts = A::stock_money, .doc = "The highest", .sample = "400_000"},
};
constexpr Schema equity_range{.name = "range",
                              .doc = "The lowest, middle and highest that is granted, in the stock's currency",
                              .fields = equity_range_fields};

constexpr Field band_fields[] = {
    {.key = "base",
     .accepts = A::table,
     .doc = "Range of base pay",
     .table = &pay_range,
     .sample = "{ min = 174_000, mid = 213_000, max = 252_000 }"},
    {.key = "equity",
     .accepts = A::table,
     .doc = "Range of the whole first grant",
     .table = &equity_range,
     .sample = "{ max = 400_000 }"},
    {.key = "sign_on",
     .accepts = A::table,
     .doc = "Range of the sign-on",
     .table = &pay_range,
     .sample = "{ max = 100_000 }"},
    {.key = "source", .accepts = A::text, .doc = "Where that is from", .sample = R"("posting")"},
    {.key = "as_of", .accepts = A::date, .doc = "The day it is of", .sample = "2026-01-10"},
};
constexpr Schema band{
    .name = "[band]", .doc = "What the employer can pay at this level, if you know it", .fields = band_fields};

constexpr Field percentile_fields[] = {
    {.key = "p10", .accepts = A::money, .doc = "One in ten is paid less", .sample = "210_000"},
    {.key = "p25", .accepts = A::money, .doc = "One in four is paid less", .sample = "240_000"},
    {.key = "p50", .accepts = A::money, .doc = "The median", .sample = "280_000"},
    {.key = "p75", .accepts = A::money, .doc = "One in four is paid more", .sample = "330_000"},
    {.key = "p90", .accepts = A::money, .doc = "One in ten is paid more", .sample = "390_000"},
};
constexpr Schema percentiles{.name = "percentiles", .doc = "How pay is spread", .fields = percentile_fields};

constexpr Field market_fields[] = {
    {.key = "total",
     .accepts = A::table,
     .doc = "Percentiles of total pay a year",
     .table = &percentiles,
     .required = true,
     .sample = "{ p25 = 240_000, p50 = 280_000, p75 = 330_000, p90 = 390_000 }"},
    {.key = "source", .accepts = A::text, .doc = "Where that is from", .sample = R"("levels.fyi, 2026-01")"},
    {.key = "as_of", .accepts = A::date, .doc = "The day it is of", .sample = "2026-01-10"},
};
constexpr Schema market{
    .name = "[market]", .doc = "What others are paid for this, if you know it", .fields = market_fields};

constexpr Field offer_fields[] = {
    {.key = "company",
     .accepts = A::text,
     .doc = "Who makes the offer",
     .required = true,
     .sample = R"("Northwind AI")"},
    {.key = "role", .accepts = A::text, .doc = "What you would be", .sample = R"("Machine Learning Engineer")"},
    {.key = "location", .accepts = A::text, .doc = "Where, in your own words", .sample = R"("Mountain View, CA, US")"},
    {.key = "place",
     .accepts = A::text,
     .doc =
         "Where you would live and work, by the name of a profile of taxes and prices; without it no tax is computed",
     .sample = R"("us-ca")"},
    {.key = "currency",
     .accepts = A::currency,
     .doc = "Currency of all amounts, by its three letters (ISO 4217)",
     .required = true,
     .sample = R"("USD")"},
    {.key = "kind",
     .accepts = A::choice,
     .fallback = "offer",
     .doc = "An offer, the job you hold now, or going on looking",
     .choices = choices_of<OfferKind>,
     .sample = R"("offer")"},
    {.key = "employment",
     .accepts = A::choice,
     .fallback = "employee",
     .doc = "As an employee, or on a contract that ends at will, so that nothing of its pay is fixed",
     .choices = choices_of<Employment>,
     .sample = R"("employee")"},
    {.key = "employer_ni",
     .accepts = A::choice,
     .fallback = "employer",
     .doc = "Who bears the employer's contributions on shares, which an agreement can move to you (United Kingdom)",
     .choices = choices_of<ContributionBearer>,
     .sample = R"("employer")"},
    {.key = "employer",
     .accepts = A::choice,
     .doc = "What kind of employer it is: it says what a negotiation can usually move",
     .choices = choices_of<Employer>,
     .sample = R"("large")"},
    {.key = "start", .accepts = A::date, .doc = "First day of employment", .required = true, .sample = "2026-03-02"},
    {.key = "end",
     .accepts = A::date,
     .doc = "Last day employed; what vests on or before it counts, and pay is earned through it",
     .sample = "2029-03-01"},
    {.key = "received", .accepts = A::date, .doc = "The day you got it", .sample = "2026-01-15"},
    {.key = "decide_by", .accepts = A::date, .doc = "The day by which you have to answer", .sample = "2026-01-29"},
    {.key = "evidence",
     .accepts = A::choice,
     .fallback = "written",
     .doc = "On paper, said, or still interviewing",
     .choices = choices_of<Evidence>,
     .sample = R"("written")"},
    {.key = "chance",
     .accepts = A::share,
     .doc = "Chance that it comes true, while interviewing or searching",
     .sample = R"("40%")"},
    {.key = "expected",
     .accepts = A::date,
     .doc = "The day on which you expect to know, while interviewing",
     .sample = "2026-02-10"},
    {.key = "stage",
     .accepts = A::choice,
     .doc = "How far it has come, while interviewing: applied, answered, or the last interviews; without a chance of "
            "your own `pipeline` learns one from it",
     .choices = choices_of<Stage>,
     .sample = R"("onsite")"},
    {.key = "open_days",
     .accepts = A::count,
     .doc = "For how many days its offer would stay open, while interviewing; without it `pipeline` takes 7",
     .sample = "7",
     .most = 3'650},
    {.key = "letter_total",
     .accepts = A::table,
     .doc = "What the letter adds up to; `check` compares",
     .table = &letter_total,
     .sample = R"({ amount = 330_000, means = "first_year" })"},
    {.key = "level", .accepts = A::table, .doc = "Where it stands on the company's ladder", .table = &level},
    {.key = "base", .accepts = A::table, .doc = "Base pay", .table = &base},
    {.key = "bonus", .accepts = A::table | A::tables, .doc = "Yearly bonus, one or several", .table = &bonus},
    {.key = "sign_on", .accepts = A::tables, .doc = "Money paid once", .table = &sign_on},
    {.key = "stock", .accepts = A::table, .doc = "What one share is worth", .table = &stock},
    {.key = "grant", .accepts = A::tables, .doc = "What vests", .table = &grant},
    {.key = "refresher", .accepts = A::table, .doc = "Yearly grants to somebody who stays", .table = &refresher},
    {.key = "event", .accepts = A::tables, .doc = "What may happen", .table = &event},
    {.key = "exit", .accepts = A::tables, .doc = "What may become of a private company", .table = &exit},
    {.key = "leave_of_absence", .accepts = A::tables, .doc = "Time away without leaving", .table = &leave},
    {.key = "leaving", .accepts = A::table, .doc = "What leaving takes", .table = &leaving},
    {.key = "benefits", .accepts = A::table, .doc = "Yearly worth beyond pay", .table = &benefits},
    {.key = "cost", .accepts = A::tables, .doc = "What taking the job costs you", .table = &cost},
    {.key = "fx", .accepts = A::table, .doc = "Exchange rates", .table = &fx},
    {.key = "factors", .accepts = A::table, .doc = "Ratings on your own factors", .table = &factors},
    {.key = "band", .accepts = A::table, .doc = "What the employer can pay", .table = &band},
    {.key = "market", .accepts = A::table, .doc = "What others are paid", .table = &market},
};

}  // namespace

constexpr Schema offer{
    .name = "offer", .doc = "One offer, or the job held now, as its papers say it", .fields = offer_fields};

}  // namespace offerkit::model::tables
