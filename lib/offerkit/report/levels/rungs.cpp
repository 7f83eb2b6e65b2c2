#include <offerkit/report/levels/rungs.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

using model::Ladder;

namespace {

/// "L6", "61, 62", "L8–L10": the levels of a ladder on one rung.
std::string names_on(const Ladder& ladder, std::string_view rung) {
    std::vector<std::string> names;
    for (const auto& level : ladder.levels) {
        if (level.rung == rung) {
            names.push_back(level.name);
        }
    }
    constexpr std::size_t most_listed = 2;
    return names.size() > most_listed ? names.front() + "–" + names.back() : in_a_row(names);
}

}  // namespace

bool placed_by_rung(const Ladder& ladder) {
    return std::none_of(ladder.levels.begin(), ladder.levels.end(), choice::has_interval);
}

std::string marked(const Ladder& ladder) { return ladder.header.id + (placed_by_rung(ladder) ? "*" : ""); }

Table rungs_table(std::span<const Ladder* const> ladders) {
    Table table;
    table.columns = {{"Rung", Align::left, Priority::key}};
    for (const auto* ladder : ladders) {
        table.columns.push_back({marked(*ladder)});
    }
    const auto add = [&](std::string_view rung, std::string_view title) {
        std::vector<Cell> cells{title};
        bool any = false;
        for (const auto* ladder : ladders) {
            std::string names = names_on(*ladder, rung);
            any = any || !names.empty();
            cells.push_back(names.empty() ? Cell::not_applicable() : Cell(std::move(names)));
        }
        if (any) {
            table.row(std::move(cells));
        }
    };
    for (const auto rung : model::standard_rungs()) {
        add(rung, rung);
    }
    add("", "not stated");
    return table;
}

}  // namespace offerkit::report
