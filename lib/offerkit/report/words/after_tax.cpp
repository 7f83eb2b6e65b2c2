#include <offerkit/report/words/after_tax.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {

namespace {

using choice::AfterTax;
using choice::TaxYear;

/// A part of an amount, to twelve digits; null of nothing.
Document part_of(quantity::Money part, quantity::Money whole) {
    const auto ratio = whole.is_zero() ? std::nullopt : quantity::Fraction::of(part.minor(), whole.minor());
    return ratio ? document_of(*ratio) : Document::null();
}

Document components_of(const TaxYear& year) {
    Document components = Document::object();
    for (const auto& each : words(tax::Component{})) {
        if (model::is_employee_side(each.value)) {
            components.set(each.word, document_of(year.taxes.components[static_cast<std::size_t>(each.value)]));
        }
    }
    return components;
}

Document lines_of(const TaxYear& year, quantity::Currency currency) {
    Document lines = Document::array();
    for (const auto& line : year.taxes.lines) {
        const auto amount = quantity::to_money(line.value, currency);
        lines.push(
            Document::object({{"form", line.form->name()},
                              {"line", line.line->id},
                              {"label", line.line->label.empty() ? Document::null() : Document(line.line->label)},
                              {"value", amount ? document_of(*amount) : Document::null()},
                              {"is", line.line->is ? Document(word(*line.line->is)) : Document::null()},
                              {"source", line.line->source}}));
    }
    return lines;
}

Document year_document(const TaxYear& year, quantity::Currency currency, bool explain) {
    const auto thousand = quantity::Money{1'000 * currency.minor_per_major(), currency};
    Document entry =
        Document::object({{"year", year.year},
                          {"tax_year", year.plan->question().year},
                          {"table_year", year.table_year},
                          {"status", word(year.standing)},
                          {"cash", document_of(year.pay.cash + year.pay.no_payroll)},
                          {"equity", document_of(year.pay.shares())},
                          {"equity_not_taxed", document_of(year.pay.untaxed)},
                          {"components", components_of(year)},
                          {"employee_total", document_of(year.taxes.employee)},
                          {"employer", document_of(year.taxes.employer)},
                          {"withheld", document_of(year.taxes.withheld)},
                          {"equity_costs", document_of(year.equity_costs)},
                          {"deferral", document_of(year.taxes.deferral)},
                          {"pretax_benefits", document_of(year.taxes.pretax_benefits)},
                          {"after_tax", document_of(year.after_tax)},
                          {"take_home", document_of(year.take_home)},
                          {"average_rate", part_of(year.taxes.employee, year.counted())},
                          {"marginal", Document::object({{"cash", part_of(year.next_of_cash, thousand)},
                                                         {"equity", part_of(year.next_of_equity, thousand)}})}});
    if (explain) {
        entry.set("lines", lines_of(year, currency));
    }
    return entry;
}

}  // namespace

bool all_taxed(AfterTaxes taxes) noexcept {
    return !taxes.empty() && std::all_of(taxes.begin(), taxes.end(), [](const auto& one) { return one.has_value(); });
}

Document tax_years_document(const AfterTax& after, bool explain) {
    Document years = Document::array();
    for (const TaxYear& year : after.years) {
        years.push(year_document(year, after.law->currency(), explain));
    }
    return years;
}

Document after_tax_document(const std::optional<AfterTax>& after) {
    if (!after) {
        return Document::null();
    }
    const auto& definitions = after->definitions;
    return Document::object({{"average", document_of(definitions.average)},
                             {"first_year", document_of(definitions.first_year)},
                             {"present_value", document_of(definitions.present_value)},
                             {"annualized", document_of(definitions.annualized)},
                             {"place", after->law->place.header.id},
                             {"currency_of_years", after->law->currency().code()},
                             {"years", tax_years_document(*after, false)}});
}

}  // namespace offerkit::report
