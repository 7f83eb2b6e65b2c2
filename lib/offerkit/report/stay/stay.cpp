#include <offerkit/report/stay/stay.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/product/columns.hpp>
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
        Document tied = array_of(year.leaders, [&](const auto each) { return comparison.offers[each].offer->file; });
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
    MoneyStyle money;
    Columns<StayYear> columns;
    columns.add({.priority = Priority::key, .shown = [](const StayYear& year) {
                     return Cell("After " + counted(static_cast<std::size_t>(year.years), "year"));
                 }});
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns.add({.title = names[i],
                     .align = Align::right,
                     .value = [i](const StayYear& year) { return year.offers[i].net; },
                     .tone = [i](const StayYear& year) { return leads(year, i) ? Tone::good : Tone::normal; }});
    }
    columns.add({.title = "Has paid most",
                 .value = [&](const StayYear& year) { return joined(names_of(year.leaders, names)); },
                 .tone = [](const StayYear& year) { return year.leaders.size() == 1 ? Tone::good : Tone::normal; }});
    for (const auto& year : stay) {
        for (const auto& each : year.offers) {
            money.see(each.net);
        }
    }
    Page page;
    page.heading("If you leave").add(columns.table(stay, money));
    page.text(
        "What has arrived by each anniversary of the first day looked at, that day included, when you leave on it of "
        "your "
        "own accord, less what is then to be paid back. Private shares are not paid before a day that turns them into "
        "money.");
    return page;
}

Sheet stay_sheet(const Comparison& comparison, std::span<const StayYear> stay) {
    struct Line {
        const value::ValuedOffer* offer;
        const StayYear* year;
        std::size_t place;
    };
    using Each = const Line&;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        for (const auto& year : stay) {
            lines.push_back({&comparison.offers[i], &year, i});
        }
    }
    Columns<Line> columns;
    columns.data("company", [](Each line) { return line.offer->offer->company; })
        .data("file", [](Each line) { return line.offer->offer->file; })
        .data("currency", [](Each line) { return line.offer->currency.code(); })
        .data("years", [](Each line) { return line.year->years; })
        .data("on", [](Each line) { return line.year->offers.at(line.place).on; })
        .data("paid", [](Each line) { return line.year->offers.at(line.place).paid; })
        .data("clawback", [](Each line) { return line.year->offers.at(line.place).clawback; })
        .data("net", [](Each line) { return line.year->offers.at(line.place).net; })
        .data("leads", [](Each line) { return leads(*line.year, line.place) ? "yes" : "no"; });
    return columns.sheet(lines);
}

}  // namespace offerkit::report
