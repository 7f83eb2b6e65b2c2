#include <offerkit/report/sweep/sweep.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using choice::Crossing;
using choice::Sweep;
using choice::SweepValue;

Document document_of(const SweepValue& value) {
    return value.number ? report::document_of(*value.number) : Document(value.text);
}

Document documents_of(const std::vector<SweepValue>& values) {
    Document all = Document::array();
    for (const auto& value : values) {
        all.push(document_of(value));
    }
    return all;
}

SheetCell cell_of(const SweepValue& value) {
    return value.number ? SheetCell::number(quantity::to_decimal(*value.number)) : SheetCell(value.text);
}

/// "base.salary between 185000 and 190000 (stock.price at 150)".
std::string place_of(const Sweep& sweep, const Crossing& crossing) {
    std::string text = "`" + sweep.paths.back() + "` " +
                       (crossing.at ? "at " + crossing.at->text
                                    : "between " + crossing.before.back().text + " and " + crossing.after.back().text);
    if (sweep.paths.size() > 1) {
        text += " (`" + sweep.paths.front() + "` at " + crossing.before.front().text + ")";
    }
    return text;
}

/// Who leads at every value, where the lead passes to nobody.
std::string throughout(const Sweep& sweep, const std::vector<std::string>& names) {
    const auto& first = sweep.rows.front().leaders;
    const bool same = std::all_of(sweep.rows.begin(), sweep.rows.end(),
                                  [&](const choice::SweepRow& row) { return row.leaders == first; });
    if (same && first.size() > 1) {
        std::vector<std::string> tied;
        for (const auto leader : first) {
            tied.push_back(names[leader]);
        }
        return joined(tied) + " tie at every value.";
    }
    return same ? "The same offer leads at every value." : "The lead passes to nobody: at some values there is a tie.";
}

}  // namespace

Page sweep_page(const Comparison& comparison, const Sweep& sweep) {
    const auto names = offer_names(papers_of(comparison));
    const bool several = names.size() > 1;
    std::vector<std::string> paths;
    for (const auto& path : sweep.paths) {
        paths.push_back("`" + path + "`");
    }
    Page page;
    page.title((names.size() <= 3 ? joined(names) : std::to_string(names.size()) + " offers") + " by " + joined(paths));
    page.text("All amounts are in " + std::string(comparison.currency.code()) +
              ", before tax: " + figure_name(comparison) + ".");
    if (const auto line = waiting_line(comparison, names); !line.empty()) {
        page.text(line);
    }
    Table table;
    for (const auto& path : sweep.paths) {
        table.columns.push_back({path, Align::decimal, Priority::key});
    }
    for (const auto& name : names) {
        table.columns.push_back({name, Align::right});
    }
    if (several) {
        table.columns.push_back({"leads"});
    }
    MoneyStyle money;
    for (const auto& row : sweep.rows) {
        std::for_each(row.figures.begin(), row.figures.end(), [&](quantity::Money amount) { money.see(amount); });
    }
    for (const auto& row : sweep.rows) {
        std::vector<Cell> cells;
        for (const auto& value : row.values) {
            cells.emplace_back(value.text);
        }
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            const bool leads = several && std::find(row.leaders.begin(), row.leaders.end(), i) != row.leaders.end();
            cells.emplace_back(money(row.figures[i]), leads ? Tone::good : Tone::normal);
        }
        if (several) {
            std::vector<std::string> leaders;
            for (const auto leader : row.leaders) {
                leaders.push_back(names[leader]);
            }
            cells.emplace_back(joined(leaders));
        }
        table.row(std::move(cells));
    }
    page.add(std::move(table));
    std::vector<std::string> crossings;
    for (const auto& crossing : sweep.crossings) {
        crossings.push_back(place_of(sweep, crossing) + ": the lead passes from " + names[crossing.from] + " to " +
                            names[crossing.to]);
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
        Document figures = Document::array();
        for (const auto& figure : row.figures) {
            figures.push(report::document_of(figure));
        }
        Document tied = Document::array();
        for (const auto leader : row.leaders) {
            tied.push(file(leader));
        }
        rows.push(Document::object({{"values", documents_of(row.values)},
                                    {"figures", std::move(figures)},
                                    {"leader", company(row.leaders.front())},
                                    {"leader_files", std::move(tied)}}));
    }
    Document crossings = Document::array();
    for (const auto& crossing : sweep.crossings) {
        crossings.push(Document::object({{"path", sweep.paths.back()},
                                         {"before", documents_of(crossing.before)},
                                         {"after", documents_of(crossing.after)},
                                         {"at", crossing.at ? document_of(*crossing.at) : Document::null()},
                                         {"from", company(crossing.from)},
                                         {"from_file", file(crossing.from)},
                                         {"to", company(crossing.to)},
                                         {"to_file", file(crossing.to)}}));
    }
    Document paths = Document::array();
    for (const auto& path : sweep.paths) {
        paths.push(path);
    }
    document.set("sweep_paths", std::move(paths)).set("sweep", std::move(rows)).set("crossings", std::move(crossings));
}

Sheet sweep_sheet(const Comparison& comparison, const Sweep& sweep) {
    const auto names = offer_names(papers_of(comparison));
    Sheet sheet;
    sheet.columns.insert(sheet.columns.end(), sweep.paths.begin(), sweep.paths.end());
    sheet.columns.insert(sheet.columns.end(), names.begin(), names.end());
    sheet.columns.emplace_back("leader");
    for (const auto& row : sweep.rows) {
        std::vector<SheetCell> cells;
        for (const auto& value : row.values) {
            cells.push_back(cell_of(value));
        }
        for (const auto& figure : row.figures) {
            cells.push_back(report::cell_of(figure));
        }
        std::vector<std::string> leaders;
        for (const auto leader : row.leaders) {
            leaders.push_back(names[leader]);
        }
        cells.emplace_back(joined(leaders));
        sheet.row(std::move(cells));
    }
    return sheet;
}

}  // namespace offerkit::report
