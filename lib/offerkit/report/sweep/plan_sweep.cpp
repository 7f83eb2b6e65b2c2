#include <offerkit/report/sweep/plan_sweep.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/sweep/detail/swept_rows.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::SweepRow;
using diagnostic::formatted;

std::size_t place_of(const PlanSweep& swept, const SweepRow& row) {
    return static_cast<std::size_t>(&row - swept.sweep.rows.data());
}

std::string leaders_of(const PlanSweep& swept, const SweepRow& row) {
    std::vector<std::string> names;
    for (const std::size_t leader : row.leaders) {
        names.push_back(swept.paths[leader]);
    }
    return joined(names);
}

/// An amount to the power of ten above the largest standard error, never finer than 1,000.
quantity::Money rounded(const PlanSweep& swept, quantity::Money amount) {
    double unit = 1000;
    while (unit <= *std::max_element(swept.errors.begin(), swept.errors.end())) {
        unit *= 10;
    }
    unit *= std::pow(10.0, amount.currency().decimals());
    const double steps = std::floor(static_cast<double>(amount.minor()) / unit + 0.5);
    return {static_cast<std::int64_t>(steps * unit), amount.currency()};
}

Columns<SweepRow> columns_of(const PlanSweep& swept) {
    Columns<SweepRow> columns;
    add_swept_keys(columns, swept.sweep);
    for (std::size_t i = 0; i < swept.paths.size(); ++i) {
        columns.add(
            {.key = swept.paths[i],
             .title = swept.paths[i],
             .align = Align::right,
             .value = [i](const SweepRow& row) { return row.figures[i]; },
             .shown = [&swept,
                       i](const SweepRow& row) { return cell_on_page(Datum(rounded(swept, row.figures[i]))); }});
    }
    columns.add({.key = "leader",
                 .title = "pays most on average",
                 .on_page = swept.paths.size() > 1,
                 .value = [&swept](const SweepRow& row) { return Datum(leaders_of(swept, row)); },
                 .shown =
                     [&swept](const SweepRow& row) {
                         return Cell(swept.even[place_of(swept, row)] ? std::string{"about even"}
                                                                      : leaders_of(swept, row));
                     }});
    return columns;
}

}  // namespace

Page plan_sweep_page(const PlanSweep& swept) {
    std::vector<std::string> keys;
    for (const auto& path : swept.sweep.paths) {
        keys.push_back(diagnostic::ticked(path));
    }
    Page page;
    page.title(formatted("{} by {}",
                         swept.paths.size() <= 3 ? joined(swept.paths) : std::to_string(swept.paths.size()) + " paths",
                         joined(keys)));
    page.text(formatted("Mean present value over {} in {}, before tax.",
                        counted(static_cast<std::size_t>(swept.years), "year"), swept.currency.code()));
    page.add(columns_of(swept).table(swept.sweep.rows));
    std::vector<std::string> crossings;
    for (const auto& crossing : swept.sweep.crossings) {
        crossings.push_back(formatted("{}: the larger mean passes from {} to {}", crossing_place(swept.sweep, crossing),
                                      swept.paths[crossing.from], swept.paths[crossing.to]));
    }
    if (!crossings.empty()) {
        page.list(std::move(crossings));
    } else if (swept.paths.size() > 1) {
        const auto& first = swept.sweep.rows.front().leaders;
        const bool same = std::all_of(swept.sweep.rows.begin(), swept.sweep.rows.end(),
                                      [&](const SweepRow& row) { return row.leaders == first; });
        page.text(same && first.size() == 1
                      ? formatted("{} has the largest mean at every value.", swept.paths[first.front()])
                      : "No path passes another: at some values there is a tie.");
    }
    return page;
}

void add_plan_sweep(Document& document, const PlanSweep& swept) {
    Document rows = Document::array();
    for (std::size_t i = 0; i < swept.sweep.rows.size(); ++i) {
        const auto& row = swept.sweep.rows[i];
        rows.push(Document::object(
            {{"values", swept_values_document(row.values)},
             {"figures", array_of(row.figures, [](const auto& figure) { return report::document_of(figure); })},
             {"standard_error", Document::number(swept.errors[i])},
             {"leader", swept.paths[row.leaders.front()]},
             {"about_even", static_cast<bool>(swept.even[i])}}));
    }
    Document crossings = array_of(swept.sweep.crossings, [&](const auto& crossing) {
        return Document::object({{"path", swept.sweep.paths.back()},
                                 {"before", swept_values_document(crossing.before)},
                                 {"after", swept_values_document(crossing.after)},
                                 {"at", crossing.at ? swept_value_document(*crossing.at) : Document::null()},
                                 {"from", swept.paths[crossing.from]},
                                 {"to", swept.paths[crossing.to]}});
    });
    document.set("sweep_paths", array_of(swept.sweep.paths))
        .set("sweep", std::move(rows))
        .set("crossings", std::move(crossings));
}

Sheet plan_sweep_sheet(const PlanSweep& swept) { return columns_of(swept).sheet(swept.sweep.rows); }

}  // namespace offerkit::report
