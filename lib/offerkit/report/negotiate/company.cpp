#include <offerkit/report/negotiate/company.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>

namespace offerkit::report {

namespace {

using choice::Negotiation;
using choice::negotiation::CompanyBreakEven;
using diagnostic::formatted;

const model::Stock& stock_of(const Negotiation& found, const CompanyBreakEven& tie) {
    return *found.comparison.offers[tie.offer].stock();
}

bool holds_options(const Negotiation& found, const CompanyBreakEven& tie) {
    const auto& grants = found.comparison.offers[tie.offer].grants;
    return std::any_of(grants.begin(), grants.end(),
                       [](const auto& grant) { return model::is_option(grant.instrument); });
}

std::string value_words(const Negotiation& found, const CompanyBreakEven& tie) {
    return company_value_text(tie.tie.value) + rounds_before(stock_of(found, tie));
}

std::string line_of(const Negotiation& found, const CompanyBreakEven& tie, const std::vector<std::string>& names) {
    if (tie.tie.value.is_zero()) {
        return formatted("{} pays as much as {} even if its shares are worth nothing.", names[tie.offer],
                         names[tie.against]);
    }
    std::string text = formatted(
        "{} would pay as much as {}, by {}, if it were sold for {}{}", names[tie.offer], names[tie.against],
        tie.figure == model::Definition::average ? "the yearly average" : "present value", value_words(found, tie),
        tie.tie.last_round ? formatted(" (its last round: {})", company_value_text(*tie.tie.last_round)) : "");
    if (found.comparison.offers[tie.offer].exits) {
        text += formatted("; {} of your scenarios reach that", of_100(tie.tie.chance));
    }
    return text + ".";
}

}  // namespace

std::string company_tie_words(const Negotiation& found) {
    const auto own = std::find_if(found.company_ties.begin(), found.company_ties.end(),
                                  [](const CompanyBreakEven& tie) { return tie.offer == 0; });
    if (own == found.company_ties.end() || own->tie.value.is_zero()) {
        return {};
    }
    const auto names = offer_names(papers_of(found.comparison));
    return formatted("pays as much as {} if sold for {}{}", names[own->against], value_words(found, *own),
                     holds_options(found, *own) ? "; no sign-on stands for options" : "");
}

std::vector<std::string> company_tie_lines(const Negotiation& found) {
    std::vector<std::string> lines;
    const auto names = offer_names(papers_of(found.comparison));
    bool options = false;
    for (const auto& tie : found.company_ties) {
        lines.push_back(line_of(found, tie, names));
        options = options || holds_options(found, tie);
    }
    if (options) {
        lines.emplace_back(
            "No sign-on stands for options: it is paid for certain, and they may bring nothing. Set the sale that you "
            "believe in against the money that you would give up.");
    }
    return lines;
}

Document company_ties_document(const Negotiation& found) {
    return array_of(found.company_ties, [&](const CompanyBreakEven& tie) {
        const auto& offer = found.comparison.offers[tie.offer];
        const auto& against = found.comparison.offers[tie.against];
        return Document::object({{"company", offer.offer->company},
                                 {"file", offer.offer->file},
                                 {"against", against.offer->company},
                                 {"against_file", against.offer->file},
                                 {"figure", word(tie.figure)},
                                 {"currency", tie.tie.value.currency().code()},
                                 {"value", document_of(tie.tie.value)},
                                 {"chance", offer.exits ? document_of(tie.tie.chance) : Document::null()},
                                 {"last_round", document_of(tie.tie.last_round)}});
    });
}

}  // namespace offerkit::report
