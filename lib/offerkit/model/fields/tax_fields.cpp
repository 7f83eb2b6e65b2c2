// The keys of tax forms and of places.

#include <offerkit/model/fields/tables.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/tax_words.hpp>
#include <offerkit/quantity/exact.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr std::string_view tax_kind[] = {"taxes"};
constexpr std::string_view units[] = {"household", "person"};
constexpr std::string_view per_words[] = {"earner"};
constexpr std::string_view edges[] = {"over", "from"};

constexpr Field numbers_by_status[] = {
    {.key = "single", .accepts = A::number, .doc = "Of a single person", .sample = "16_100"},
    {.key = "joint", .accepts = A::number, .doc = "Of a couple that files together", .sample = "32_200"},
    {.key = "head", .accepts = A::number, .doc = "Of a head of household", .sample = "24_150"},
    {.key = "separate", .accepts = A::number, .doc = "Of a spouse who files alone", .sample = "16_100"},
};
constexpr Schema number_by_status{
    .name = "number by status", .doc = "One number for each filing status", .fields = numbers_by_status};
constexpr std::string_view rows_sample = R"([[0, "10%"], [12_400, "12%"]])";
constexpr Field rows_by_status_fields[] = {
    {.key = "single", .accepts = A::rows, .doc = "Of a single person", .sample = rows_sample},
    {.key = "joint", .accepts = A::rows, .doc = "Of a couple that files together", .sample = rows_sample},
    {.key = "head", .accepts = A::rows, .doc = "Of a head of household", .sample = rows_sample},
    {.key = "separate", .accepts = A::rows, .doc = "Of a spouse who files alone", .sample = rows_sample},
};
constexpr Schema rows_by_status{
    .name = "table by status", .doc = "One table for each filing status", .fields = rows_by_status_fields};

/// A number for everybody, or one for each status.
constexpr Field by_status(std::string_view key, std::string_view doc, std::string_view sample, bool required = false) {
    return {.key = key,
            .accepts = A::number | A::table,
            .doc = doc,
            .table = &number_by_status,
            .required = required,
            .sample = sample};
}

constexpr Field taper_fields[] = {
    {.key = "of", .accepts = A::text, .doc = "The income it falls with", .required = true, .sample = R"("agi")"},
    by_status("from", "Where it begins to fall", "500_000", true),
    {.key = "rate", .accepts = A::rate, .doc = "How much of what is above goes off", .sample = R"("30%")"},
    by_status("by", "What goes off for each part, instead of a rate", "6"),
    by_status("each", "How large a part is", "2_500"),
    {.key = "how",
     .accepts = A::choice,
     .fallback = "up",
     .doc = "How a part of a part counts",
     .choices = choices_of<quantity::RoundingWay>,
     .sample = R"("up")"},
    by_status("floor", "What it never falls below; without it 0", "10_000"),
};
constexpr Schema taper{.name = "taper", .doc = "How an amount falls with income", .fields = taper_fields};

constexpr Field rounding_fields[] = {
    {.key = "to",
     .accepts = A::number | A::text | A::table,
     .doc = "To multiples of this",
     .table = &number_by_status,
     .required = true,
     .sample = "50"},
    {.key = "how",
     .accepts = A::choice,
     .doc = "To the lower one, the higher one, or the nearer one",
     .choices = choices_of<quantity::RoundingWay>,
     .required = true,
     .sample = R"("down")"},
};
constexpr Schema rounding{.name = "rounding", .doc = "How a figure is rounded", .fields = rounding_fields};

constexpr Field only_fields[] = {
    {.key = "of", .accepts = A::text, .doc = "What decides", .required = true, .sample = R"("taxable")"},
    by_status("over", "It is above this", "161_550"),
    by_status("from", "It is this or above", "161_550"),
    by_status("under", "It is below this", "250_000"),
    by_status("up_to", "It is this or below", "250_000"),
};
constexpr Schema only{
    .name = "only", .doc = "When a line counts: all that is written holds, else it is 0", .fields = only_fields};

constexpr Field piece_fields[] = {
    {.key = "from", .accepts = A::number, .doc = "Where the piece begins", .required = true, .sample = "12_348"},
    {.key = "origin", .accepts = A::number, .doc = "What is taken off first; without it 0", .sample = "12_348"},
    {.key = "unit", .accepts = A::number, .doc = "What the rest is divided by; without it 1", .sample = "10_000"},
    {.key = "c",
     .accepts = A::number | A::text | A::list,
     .doc = "One to three coefficients: of 1, of y, of y squared",
     .required = true,
     .sample = R"([0, 1_400, "914.51"])"},
};
constexpr Schema piece{.name = "piece", .doc = "A quadratic piece of a curve", .fields = piece_fields};

constexpr Field line_fields[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "Its name, by which lines below read it",
     .required = true,
     .sample = R"("taxable")"},
    {.key = "kind",
     .accepts = A::choice,
     .doc = "How its value is made",
     .choices = choices_of<LineKind>,
     .sample = R"("bands")"},
    {.key = "of",
     .accepts = A::text | A::list,
     .doc = "What it reads: one name, or several for `least` and `greatest`",
     .sample = R"("taxable")"},
    {.key = "plus", .accepts = A::text | A::list, .doc = "What a `sum` adds", .sample = R"(["pay"])"},
    {.key = "minus",
     .accepts = A::text | A::list,
     .doc = "What a `sum` takes off",
     .sample = R"(["pretax_retirement"])"},
    by_status("value", "What an `amount` is", "16_100"),
    {.key = "taper",
     .accepts = A::table,
     .doc = "How an `amount` falls with income",
     .table = &taper,
     .sample = R"({ of = "income", from = 100_000, rate = "1/2" })"},
    {.key = "bands",
     .accepts = A::rows | A::table,
     .doc = "Marginal rates over slices; the first slice begins at 0",
     .table = &rows_by_status,
     .sample = rows_sample},
    {.key = "bands_of",
     .accepts = A::text,
     .doc = "The line above whose bands count, instead of its own",
     .sample = R"("tax_ordinary")"},
    {.key = "steps",
     .accepts = A::rows | A::table,
     .doc = "What counts above each threshold: an amount or a rate; the first begins at 0",
     .table = &rows_by_status,
     .sample = R"([[0, 8_500], [125_000, 6_800]])"},
    {.key = "edge",
     .accepts = A::choice,
     .fallback = "over",
     .doc = "Whether a step counts above its threshold or from it on",
     .choices = edges,
     .sample = R"("from")"},
    {.key = "pieces",
     .accepts = A::tables,
     .doc = "The pieces of a `curve`; the first begins at 0",
     .table = &piece,
     .sample = R"([{ from = 0, c = [0] }, { from = 10_000, origin = 10_000, c = [0, "0.14"] }])"},
    {.key = "times",
     .accepts = A::text,
     .doc = "What a `product` multiplies by: a rate, or a line or input",
     .sample = R"("3.8%")"},
    {.key = "per",
     .accepts = A::choice,
     .doc = "Evaluated for each earner, then added up",
     .choices = per_words,
     .sample = R"("earner")"},
    {.key = "only",
     .accepts = A::table,
     .doc = "When it counts at all",
     .table = &only,
     .sample = R"({ of = "taxable", over = 161_550 })"},
    by_status("at_least", "Its lower limit", "0"),
    by_status("at_most", "Its upper limit", "411.91"),
    {.key = "round",
     .accepts = A::table,
     .doc = "How it is rounded; without it, it is not",
     .table = &rounding,
     .sample = R"({ to = 1, how = "nearest" })"},
    {.key = "round_of",
     .accepts = A::table,
     .doc = "How what it reads is rounded first",
     .table = &rounding,
     .sample = R"({ to = 1, how = "down" })"},
    {.key = "split",
     .accepts = A::table,
     .doc = "It is made from such a part of what it reads, times the parts",
     .table = &number_by_status,
     .sample = "{ single = 1, joint = 2 }"},
    {.key = "is",
     .accepts = A::choice,
     .doc = "What it counts as; without it, it is a step on the way",
     .choices = choices_of<TaxComponent>,
     .sample = R"("income_tax")"},
    {.key = "deductible",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Counts as state and local tax where the first form of the chain asks for it",
     .sample = "true"},
    {.key = "indexed",
     .accepts = A::table,
     .doc = "Its numbers rise with prices after its last table, rounded like this",
     .table = &rounding,
     .sample = R"({ to = 50, how = "down" })"},
    {.key = "label", .accepts = A::text, .doc = "Its name for reading", .sample = R"("Federal income tax")"},
    {.key = "source",
     .accepts = A::text,
     .doc = "Where its numbers are from; without it, the form's source",
     .sample = R"("IRC 63")"},
    {.key = "status",
     .accepts = A::choice,
     .doc = "Whether its numbers are law; without it, as the form says",
     .choices = choices_of<Standing>,
     .sample = R"("projected")"},
    {.key = "note", .accepts = A::text, .doc = "What is contested or left out", .sample = R"("credits left out")"},
    {.key = "after",
     .accepts = A::text,
     .doc = "Where a line stands that the form taken over does not have: below this one",
     .sample = R"("tax")"},
    {.key = "drop",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "The line of the form taken over goes away",
     .sample = "true"},
};
constexpr Schema line{
    .name = "[[line]]", .doc = "One line of the form, made from inputs and from lines above it", .fields = line_fields};

constexpr Field limit_fields[] = {
    {.key = "value", .accepts = A::money, .doc = "What is allowed in a year", .required = true, .sample = "24_500"},
    {.key = "catch_up_50", .accepts = A::money, .doc = "What may be added from 50 on", .sample = "8_000"},
    {.key = "catch_up_60_63", .accepts = A::money, .doc = "What may be added from 60 to 63", .sample = "11_250"},
    {.key = "source", .accepts = A::text, .doc = "Where it is from", .required = true, .sample = R"("Notice 2025-67")"},
};
constexpr Schema limit{.name = "limit", .doc = "A yearly limit that the law sets", .fields = limit_fields};
constexpr Field any_limit{.key = "deferral",
                          .accepts = A::table,
                          .doc = "The limit of that name, such as `deferral`",
                          .table = &limit,
                          .sample = R"({ value = 24_500, source = "Notice 2025-67" })"};
constexpr Schema limits{.name = "[limits]", .doc = "Yearly limits, by name", .fields = {}, .any_key = &any_limit};

constexpr Field warning_fields[] = {
    {.key = "label",
     .accepts = A::text,
     .doc = "What it is about, in a few words; a later year replaces the warning of that label",
     .required = true,
     .sample = R"("church tax")"},
    {.key = "text",
     .accepts = A::text,
     .doc = "What people get wrong here, in whole sentences",
     .required = true,
     .sample = R"("Church tax of 8 or 9% of the income tax is left out.")"},
    {.key = "grants",
     .accepts = A::choice | A::list,
     .doc = "Only of a grant of one of these kinds",
     .choices = choices_of<Instrument>,
     .sample = R"(["iso", "nso"])"},
    {.key = "planned",
     .accepts = A::boolean,
     .doc = "Only of options whose exercise is planned, or is not",
     .sample = "true"},
    {.key = "unsold",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Only where shares are taxed that nobody buys yet",
     .sample = "true"},
    {.key = "says",
     .accepts = A::text | A::list,
     .doc = "Only where the role, the location or a benefit of the offer contains one of these words",
     .sample = R"(["package"])"},
    {.key = "works_in",
     .accepts = A::text | A::list,
     .doc = "Only where the location ends in one of these places and home is elsewhere: `us-ny` is \"..., NY, US\"",
     .sample = R"(["us-ny"])"},
    {.key = "late_start",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Only where the job starts after the first month of a tax year",
     .sample = "true"},
    {.key = "at_ceiling",
     .accepts = A::text,
     .doc = "Only where more pay no longer raises this line, a contribution with a ceiling",
     .sample = R"("social_security")"},
    {.key = "children", .accepts = A::boolean, .fallback = "false", .doc = "Only with children", .sample = "true"},
    {.key = "above", .accepts = A::money, .doc = "Only where a year pays more than this", .sample = "100_000"},
    {.key = "source", .accepts = A::text, .doc = "Where it is from, if not from the form", .sample = R"("IRC 422")"},
};
constexpr Schema warning{.name = "[[warning]]",
                         .doc = "What people get wrong where the form applies; said where all that is written holds",
                         .fields = warning_fields};

constexpr Field tax_own[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "The jurisdiction: the file's name without the year",
     .required = true,
     .sample = R"("us-ny")"},
    {.key = "year",
     .accepts = A::count,
     .doc = "The year in which the tax year begins",
     .required = true,
     .sample = "2026",
     .least = 1900,
     .most = 2999},
    {.key = "begins",
     .accepts = A::day_of_year,
     .doc = "The day on which it begins; without it 1 January",
     .sample = R"("04-06")"},
    {.key = "like",
     .accepts = A::profile,
     .doc = "The form of an earlier year whose keys and lines are taken over",
     .choices = tax_kind,
     .sample = R"("us-ny-2025")"},
    {.key = "uses",
     .accepts = A::text | A::list,
     .doc = "Ids of the forms whose lines it reads, as `us-federal.agi`",
     .sample = R"(["us-federal"])"},
    {.key = "currency", .accepts = A::currency, .doc = "Currency of all amounts", .sample = R"("USD")"},
    {.key = "unit",
     .accepts = A::choice,
     .doc = "Whether a household is taxed together or each person alone",
     .choices = units,
     .sample = R"("household")"},
    {.key = "statuses",
     .accepts = A::choice | A::list,
     .doc = "The filing statuses it knows",
     .choices = choices_of<FilingStatus>,
     .sample = R"(["single", "joint"])"},
    {.key = "status",
     .accepts = A::choice,
     .doc = "Whether it is law, or carried from an earlier year; a line may differ",
     .choices = choices_of<Standing>,
     .required = true,
     .sample = R"("enacted")"},
    {.key = "confidence",
     .accepts = A::choice,
     .doc = "How sure it is; without it, as the form taken over, or `low`",
     .choices = choices_of<Confidence>,
     .sample = R"("high")"},
    {.key = "checked_by_known_answers",
     .accepts = A::boolean,
     .fallback = "false",
     .doc = "Whether answers computed elsewhere agree with it",
     .sample = "true"},
    {.key = "limits", .accepts = A::table, .doc = "Yearly limits beside the tax", .table = &limits},
    {.key = "warning",
     .accepts = A::tables,
     .doc = "What to say of offers here that a form cannot compute",
     .table = &warning},
    {.key = "line", .accepts = A::tables, .doc = "The lines, each below those it reads", .table = &line},
};
constexpr auto tax_fields = with_header(tax_own);

constexpr Field place_own[] = {
    {.key = "id",
     .accepts = A::text,
     .doc = "The place: the file's name",
     .required = true,
     .sample = R"("us-ny-nyc")"},
    {.key = "taxes",
     .accepts = A::text | A::list,
     .doc = "Ids of its tax forms without years, each after those it uses",
     .required = true,
     .sample = R"(["us-federal", "us-ny", "us-ny-nyc"])"},
    {.key = "price_level",
     .accepts = A::number,
     .doc = "What living costs, with the United States as 100",
     .sample = "117.6"},
    {.key = "level_year",
     .accepts = A::count,
     .doc = "The year the level is of",
     .sample = "2023",
     .least = 1900,
     .most = 2999},
    {.key = "level_source",
     .accepts = A::text,
     .doc = "Where the level is from",
     .sample = R"("BEA regional price parities 2023")"},
};
constexpr auto place_fields = with_header(place_own);

}  // namespace

constexpr Schema tax_profile{
    .name = "tax form", .doc = "The taxes of one jurisdiction and year, line by line", .fields = tax_fields};
constexpr Schema place_profile{
    .name = "place", .doc = "Where one may live: its taxes and what living costs", .fields = place_fields};

}  // namespace offerkit::model::tables
