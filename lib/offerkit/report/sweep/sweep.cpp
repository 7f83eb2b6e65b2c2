#include <offerkit/report/sweep/sweep.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/sweep/detail/swept_rows.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using choice::Sweep;
using choice::SweepRow;
using diagnostic::formatted;

/// A row for each value or pair of values, with the figure of each offer.
Columns<SweepRow> sweep_columns(const Sweep& sweep, const std::vector<std::string>& names) {
    const bool several = names.size() > 1;
    Columns<SweepRow> columns;
    add_swept_keys(columns, sweep);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto leads = [=](const SweepRow& row) {
            return several && std::find(row.leaders.begin(), row.leaders.end(), i) != row.leaders.end();
        };
        columns.add({.key = names[i],
                     .title = names[i],
                     .align = Align::right,
                     .value = [i](const SweepRow& row) { return row.figures[i]; },
                     .tone = [=](const SweepRow& row) { return leads(row) ? Tone::good : Tone::normal; }});
    }
    columns.add({.key = "leader", .title = "leads", .on_page = several, .value = [names](const SweepRow& row) {
                     return joined(names_of(row.leaders, names));
                 }});
    return columns;
}

/// Who leads at every value, where the lead passes to nobody.
std::string throughout(const Sweep& sweep, const std::vector<std::string>& names) {
    const auto& first = sweep.rows.front().leaders;
    const bool same =
        std::all_of(sweep.rows.begin(), sweep.rows.end(), [&](const SweepRow& row) { return row.leaders == first; });
    if (same && first.size() > 1) {
        return formatted("{} tie at every value.", joined(names_of(first, names)));
    }
    return same ? "The same offer leads at every value." : "The lead passes to nobody: at some values there is a tie.";
}

}  // namespace

Page sweep_page(const Comparison& comparison, const Sweep& sweep) {
    const auto names = offer_names(papers_of(comparison));
    const bool several = names.size() > 1;
    std::vector<std::string> paths;
    for (const auto& path : sweep.paths) {
        paths.push_back(diagnostic::ticked(path));
    }
    Page page;
    page.title(formatted("{} by {}", names.size() <= 3 ? joined(names) : std::to_string(names.size()) + " offers",
                         joined(paths)));
    page.text(formatted("All amounts are in {}, before tax: {}.", comparison.currency.code(), figure_name(comparison)));
    if (const auto line = waiting_line(comparison, names); !line.empty()) {
        page.text(line);
    }
    MoneyStyle money;
    for (const auto& row : sweep.rows) {
        std::for_each(row.figures.begin(), row.figures.end(), [&](quantity::Money amount) { money.see(amount); });
    }
    page.add(sweep_columns(sweep, names).table(sweep.rows, money));
    std::vector<std::string> crossings;
    for (const auto& crossing : sweep.crossings) {
        crossings.push_back(formatted("{}: the lead passes from {} to {}", crossing_place(sweep, crossing),
                                      names[crossing.from], names[crossing.to]));
    }
    if (!crossings.empty()) {
        page.list(std::move(crossings));
    } else if (several) {
        page.text(throughout(sweep, names));
    }
    page.text(not_counted(papers_of(comparison), comparison.valuation.count_refreshers));
    return page;
}

void add_sweep(Document& document, const Comparison& comparison, const Sweep& sweep) {
    const auto company = [&](std::size_t offer) { return comparison.offers[offer].offer->company; };
    const auto file = [&](std::size_t offer) { return comparison.offers[offer].offer->file; };
    Document rows = Document::array();
    for (const auto& row : sweep.rows) {
        Document figures = array_of(row.figures, [&](const auto& figure) { return report::document_of(figure); });
        Document tied = array_of(row.leaders, [&](const auto leader) { return file(leader); });
        rows.push(Document::object({{"values", swept_values_document(row.values)},
                                    {"figures", std::move(figures)},
                                    {"leader", company(row.leaders.front())},
                                    {"leader_files", std::move(tied)}}));
    }
    Document crossings = array_of(sweep.crossings, [&](const auto& crossing) {
        return Document::object({{"path", sweep.paths.back()},
                                 {"before", swept_values_document(crossing.before)},
                                 {"after", swept_values_document(crossing.after)},
                                 {"at", crossing.at ? swept_value_document(*crossing.at) : Document::null()},
                                 {"from", company(crossing.from)},
                                 {"from_file", file(crossing.from)},
                                 {"to", company(crossing.to)},
                                 {"to_file", file(crossing.to)}});
    });
    Document paths = array_of(sweep.paths);
    document.set("sweep_paths", std::move(paths)).set("sweep", std::move(rows)).set("crossings", std::move(crossings));
}

Sheet sweep_sheet(const Comparison& comparison, const Sweep& sweep) {
    return sweep_columns(sweep, offer_names(papers_of(comparison))).sheet(sweep.rows);
}

}  // namespace offerkit::report
