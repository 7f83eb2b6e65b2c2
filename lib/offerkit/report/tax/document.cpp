#include <string>
#include <utility>

#include <offerkit/report/tax/tax.hpp>
#include <offerkit/report/words/after_tax.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>

namespace offerkit::report {

namespace {

using choice::TaxYear;

Document sentences_of(std::span<const choice::TaxRemark> remarks) {
    Document all = Document::array();
    for (const auto& remark : remarks) {
        all.push(sentence_of(remark));
    }
    return all;
}

Document living_document(const TaxedOffer& offer) {
    if (!offer.living) {
        return Document::null();
    }
    return Document::object(
        {{"spending", document_of(offer.living->spending)},
         {"rent", document_of(offer.living->rent)},
         {"price_level", offer.living->level ? document_of(*offer.living->level) : Document::null()},
         {"level_year", offer.living->level_year ? Document(*offer.living->level_year) : Document::null()},
         {"left_over", document_of(offer.after.years.front().take_home - offer.living->all())}});
}

}  // namespace

Document tax_document(const TaxView& view) {
    Document document = envelope("tax");
    Document offers = Document::array();
    for (std::size_t i = 0; i < view.offers.size(); ++i) {
        const TaxedOffer& offer = view.offers[i];
        const auto& left = view.left[i];
        offers.push(Document::object({{"company", offer.after.offer->offer->company},
                                      {"file", offer.after.offer->offer->file},
                                      {"place", offer.after.law->place.header.id},
                                      {"currency", offer.after.law->currency().code()},
                                      {"filing_status", word(offer.after.household.status)},
                                      {"years", tax_years_document(offer.after, view.explain)},
                                      {"living", living_document(offer)},
                                      {"left", left ? document_of(*left) : Document::null()},
                                      {"left_currency", offer.after.offer->currency.code()},
                                      {"left_out", sentences_of(offer.left_out)},
                                      {"warnings", sentences_of(offer.warnings)}}));
    }
    document.set("offers", std::move(offers));
    Document same = Document::array();
    for (const auto& each : view.equivalents) {
        same.push(Document::object({{"company", view.offers[each.offer].after.offer->offer->company},
                                    {"as", view.offers[each.as].after.offer->offer->company},
                                    {"base", document_of(each.base)},
                                    {"pay", document_of(each.pay)},
                                    {"currency", each.base.currency().code()}}));
    }
    document.set("equivalents", std::move(same));
    return document;
}

Sheet tax_sheet(const TaxView& view) {
    Sheet sheet;
    sheet.columns = {"company",  "file",       "place",  "currency", "year",
                     "tax_year", "table_year", "status", "cash",     "equity"};
    for (const auto& each : words(tax::Component{})) {
        sheet.columns.emplace_back(each.word);
    }
    for (const auto* column : {"deferral", "after_tax", "take_home", "taken_of_next_cash", "taken_of_next_equity"}) {
        sheet.columns.emplace_back(column);
    }
    for (const TaxedOffer& offer : view.offers) {
        for (const TaxYear& year : offer.after.years) {
            std::vector<SheetCell> cells{offer.after.offer->offer->company,
                                         offer.after.offer->offer->file,
                                         offer.after.law->place.header.id,
                                         offer.after.law->currency().code(),
                                         SheetCell::number(static_cast<long long>(year.year)),
                                         SheetCell::number(static_cast<long long>(year.plan->question().year)),
                                         SheetCell::number(static_cast<long long>(year.table_year)),
                                         word(year.standing),
                                         cell_of(year.pay.cash + year.pay.no_payroll),
                                         cell_of(year.pay.shares())};
            for (const auto& each : words(tax::Component{})) {
                const auto component = static_cast<std::size_t>(each.value);
                cells.push_back(cell_of(each.value == tax::Component::employer   ? year.taxes.employer
                                        : each.value == tax::Component::withheld ? year.taxes.withheld
                                                                                 : year.taxes.components[component]));
            }
            cells.push_back(cell_of(year.taxes.deferral));
            cells.push_back(cell_of(year.after_tax));
            cells.push_back(cell_of(year.take_home));
            cells.push_back(cell_of(year.next_of_cash));
            cells.push_back(cell_of(year.next_of_equity));
            sheet.row(std::move(cells));
        }
    }
    return sheet;
}

}  // namespace offerkit::report
