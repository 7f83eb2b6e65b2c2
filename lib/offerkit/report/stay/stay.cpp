#include <offerkit/report/stay/stay.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

using choice::Comparison;
using choice::StayYear;

namespace {

bool leads(const StayYear& year, std::size_t offer) {
    return std::find(year.leaders.begin(), year.leaders.end(), offer) != year.leaders.end();
}

}  // namespace

void add_stay(Document& document, const Comparison& comparison, std::span<const StayYear> stay) {
    Document years = Document::array();
    for (const auto& year : stay) {
        Document offers = Document::array();
        for (std::size_t i = 0; i < year.offers.size(); ++i) {
            const auto& each = year.offers[i];
            const auto& paper = *comparison.offers[i].offer;
            offers.push(Document::object({{"company", paper.company},
                                          {"file", paper.file},
                                          {"on", document_of(each.on)},
                                          {"paid", document_of(each.paid)},
                                          {"clawback", document_of(each.clawback)},
                                          {"net", document_of(each.net)}}));
        }
        const auto* leader = year.leaders.size() == 1 ? comparison.offers[year.leaders.front()].offer : nullptr;
        Document tied = Document::array();
        for (const auto each : year.leaders) {
            tied.push(comparison.offers[each].offer->file);
        }
        years.push(Document::object({{"years", year.years},
                                     {"offers", std::move(offers)},
                                     {"leader", leader != nullptr ? Document(leader->company) : Document::null()},
                                     {"leader_file", leader != nullptr ? Document(leader->file) : Document::null()},
                                     {"leader_files", std::move(tied)}}));
    }
    document.set("stay", std::move(years));
}

Page stay_page(const Comparison& comparison, std::span<const StayYear> stay) {
    const auto names = offer_names(papers_of(comparison));
    Table table;
    table.columns.push_back({"", Align::left, Priority::key});
    for (const auto& name : names) {
        table.columns.push_back({name, Align::right});
    }
    table.columns.push_back({"Has paid most"});
    MoneyStyle money;
    for (const auto& year : stay) {
        for (const auto& each : year.offers) {
            money.see(each.net);
        }
    }
    for (const auto& year : stay) {
        std::vector<Cell> cells{Cell("After " + counted(static_cast<std::size_t>(year.years), "year"))};
        for (std::size_t i = 0; i < year.offers.size(); ++i) {
            cells.emplace_back(money(year.offers[i].net), leads(year, i) ? Tone::good : Tone::normal);
        }
        std::vector<std::string> leaders;
        for (const auto leader : year.leaders) {
            leaders.push_back(names[leader]);
        }
        cells.emplace_back(joined(leaders), leaders.size() == 1 ? Tone::good : Tone::normal);
        table.row(std::move(cells));
    }
    Page page;
    page.heading("If you leave").add(std::move(table));
    page.text(
        "What has arrived by each anniversary of the first day looked at, that day included, when you leave on it of "
        "your "
        "own accord, less what is then to be paid back. Private shares are not paid before a day that turns them into "
        "money.");
    return page;
}

Sheet stay_sheet(const Comparison& comparison, std::span<const StayYear> stay) {
    Sheet sheet;
    sheet.columns = {"company", "file", "currency", "years", "on", "paid", "clawback", "net", "leads"};
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        for (const auto& year : stay) {
            const auto& each = year.offers.at(i);
            sheet.row({offer.offer->company, offer.offer->file, offer.currency.code(), SheetCell::number(year.years),
                       cell_of(each.on), cell_of(each.paid), cell_of(each.clawback), cell_of(each.net),
                       leads(year, i) ? "yes" : "no"});
        }
    }
    return sheet;
}

}  // namespace offerkit::report
