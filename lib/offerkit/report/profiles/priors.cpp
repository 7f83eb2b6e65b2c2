#include <offerkit/report/profiles/priors.hpp>

#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using diagnostic::formatted;

/// Whole years between the day that the source speaks for and today.
int years_old(const model::CareerPrior& prior, calendar::Date today) {
    int years = 0;
    while (prior.as_of.plus_months(12 * (years + 1)) <= today) {
        ++years;
    }
    return years;
}

std::string_view meaning_of(model::SourceGrade grade) {
    switch (grade) {
        case model::SourceGrade::a: return "official statistics, or refereed";
        case model::SourceGrade::b: return "a survey of a vendor, press, or a book";
        case model::SourceGrade::c: break;
    }
    return "community pages";
}

std::string rate_of(const model::CareerPrior& prior) {
    return !prior.has_rate()  ? "no single rate: state one of your own"
           : prior.is_range() ? formatted("{} to {}, likely {}", prior.low, prior.high, prior.likely)
                              : prior.likely;
}

}  // namespace

Page prior_page(const model::CareerPrior& prior, calendar::Date today) {
    const int age = years_old(prior, today);
    std::vector<Fact> facts{
        {"Rate", Cell(rate_of(prior))},
        {"Grade", Cell(formatted("{}: {}", word(prior.grade), meaning_of(prior.grade)))},
        {"Source", Cell(prior.source)},
        {"As of",
         Cell(formatted("{} ({})", to_string(prior.as_of),
                        age == 0 ? "less than a year old" : counted(static_cast<std::size_t>(age), "year") + " old"))}};
    if (!prior.note.empty()) {
        facts.push_back({"Note", Cell(prior.note)});
    }
    Page page;
    page.title(formatted("Prior `{}`", prior.input));
    page.facts(std::move(facts));
    if (prior.has_rate()) {
        page.text(formatted("A plan uses it where it writes `\"prior:{}\"`, and nowhere else.", prior.input));
    }
    return page.text(formatted("It stands in `profiles/career/{}.toml`, {}.", prior.profile,
                               prior.built_in ? "built in" : "which is yours"));
}

Document prior_document(const model::CareerPrior& prior, calendar::Date today) {
    return envelope("profiles")
        .set("prior", Document::object({{"input", prior.input},
                                        {"low", text_or_null(prior.low)},
                                        {"likely", text_or_null(prior.likely)},
                                        {"high", text_or_null(prior.high)},
                                        {"grade", word(prior.grade)},
                                        {"source", prior.source},
                                        {"as_of", document_of(prior.as_of)},
                                        {"years_old", years_old(prior, today)},
                                        {"note", text_or_null(prior.note)},
                                        {"profile", prior.profile},
                                        {"built_in", prior.built_in}}));
}

Sheet prior_sheet(const model::CareerPrior& prior, calendar::Date today) {
    Sheet sheet{.columns = {"input", "low", "likely", "high", "grade", "as_of", "years_old", "source", "note"},
                .rows = {}};
    sheet.row({prior.input, prior.low, prior.likely, prior.high, std::string{word(prior.grade)}, to_string(prior.as_of),
               SheetCell::number(years_old(prior, today)), prior.source, prior.note});
    return sheet;
}

}  // namespace offerkit::report
