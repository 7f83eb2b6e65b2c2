#include <offerkit/report/sweep/sales.hpp>

#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>

namespace offerkit::report {

using choice::Comparison;
using choice::Sales;
using diagnostic::formatted;

Page sales_page(const Comparison& shown, const Sales& sales) {
    const auto names = offer_names(papers_of(shown));
    const auto& offer = shown.offers.front();
    const auto& stock = *offer.stock();
    Page page;
    page.title(formatted("If {} is sold", names.front()));
    page.text(formatted("What {} bring on {}, in {}, above what they cost to exercise; before tax, debt and fees.",
                        counted(sales.vested), to_string(offer.window.end()), offer.currency.code()));
    Table table;
    table.columns = {{"sold for", Align::right, Priority::key},
                     {"a share", Align::right},
                     {"yours", Align::right},
                     {"of the price", Align::right}};
    for (const auto& sale : sales.rows) {
        table.row({to_grouped(sale.value, true), share_price_text(sale.share_price, stock.currency),
                   Cell(to_grouped(sale.worth, true), sale.worth.is_zero() ? Tone::dim : Tone::strong),
                   sale.of_value ? Cell(to_percent(*sale.of_value, 3)) : Cell::not_applicable()});
    }
    page.add(std::move(table));
    if (!sales.exercise_cost.is_zero()) {
        page.text(formatted("To exercise all takes {} first, and it is lost where the shares bring nothing.",
                            to_grouped(sales.exercise_cost, true)));
    }
    if (stock.series.empty()) {
        page.text("How much do investors get first? No [[stock.series]] says it, so everybody shares alike here: ask.");
    }
    if (stock.rounds > 0 && !stock.dilution.is_zero()) {
        page.text(formatted("After {} of {} each, whose money is not counted as a preference.",
                            counted(static_cast<std::size_t>(stock.rounds), "further round"),
                            to_percent(stock.dilution)));
    }
    return page;
}

void add_sales(Document& document, const Comparison& shown, const Sales& sales) {
    const auto& offer = shown.offers.front();
    const auto currency = offer.stock()->currency;
    Document rows = Document::array();
    for (const auto& sale : sales.rows) {
        rows.push(Document::object({{"values", Document::array({document_of(sale.value)})},
                                    {"figures", Document::array({document_of(sale.worth)})},
                                    {"leader", offer.offer->company},
                                    {"leader_files", Document::array({Document(offer.offer->file)})},
                                    {"share_price", price_document(sale.share_price, currency)},
                                    {"exercise_cost", document_of(sales.exercise_cost)}}));
    }
    document.set("sweep_paths", Document::array({Document("exit.value")}));
    document.set("sweep", std::move(rows));
    document.set("crossings", Document::array());
}

Sheet sales_sheet(const Comparison& shown, const Sales& sales) {
    const auto& offer = shown.offers.front();
    Sheet sheet;
    sheet.columns = {"company", "currency", "exit.value", "share_price", "vested", "worth", "exercise_cost"};
    for (const auto& sale : sales.rows) {
        sheet.row({offer.offer->company, offer.currency.code(), cell_of(sale.value),
                   SheetCell::number(price_document(sale.share_price, offer.stock()->currency).text()),
                   cell_of(sales.vested), cell_of(sale.worth), cell_of(sales.exercise_cost)});
    }
    return sheet;
}

}  // namespace offerkit::report
