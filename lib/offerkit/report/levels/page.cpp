#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/levels/facts.hpp>
#include <offerkit/report/levels/pay.hpp>
#include <offerkit/report/levels/rungs.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPlace;
using diagnostic::formatted;
using model::Ladder;
using model::LadderLevel;

/// "152 to 304", or nothing.
std::string heights_of(const LadderLevel& level) {
    return choice::has_interval(level) ? formatted("{} to {}", std::to_string(*level.from), std::to_string(*level.to))
                                       : "";
}

void explain_mark(Page& page, std::span<const Ladder* const> ladders) {
    if (std::any_of(ladders.begin(), ladders.end(), [](const Ladder* ladder) { return placed_by_rung(*ladder); })) {
        page.text("* approximate: placed by its standard rungs alone, because no heights were found.");
    }
}

std::vector<const Ladder*> all_of(const LevelFacts& facts) {
    std::vector<const Ladder*> ladders;
    for (const auto& ladder : facts.ladders) {
        ladders.push_back(&ladder);
    }
    return ladders;
}

/// The height of one row of the picture, so that a scale takes 25 rows at most.
std::int64_t row_height(std::int64_t scale_max) {
    constexpr std::int64_t most_rows = 25;
    constexpr std::int64_t round_to = 5;
    const std::int64_t least = (scale_max + most_rows - 1) / most_rows;
    return (least + round_to - 1) / round_to * round_to;
}

/// What a ladder has between two heights: the levels that begin there, or a line where one goes on.
Cell at_height(const Ladder& ladder, std::int64_t from, std::int64_t to) {
    std::vector<std::string> beginning;
    bool inside = false;
    for (const auto& level : ladder.levels) {
        if (!choice::has_interval(level)) {
            continue;
        }
        if (*level.from >= from && *level.from < to) {
            beginning.push_back(level.name + " " + std::to_string(*level.from));
        }
        inside = inside || (*level.from < to && *level.to > from);
    }
    return beginning.empty() ? Cell(inside ? "│" : "", Tone::dim) : Cell(in_a_row(beginning));
}

/// Ladders on one scale, drawn to its proportions: a row for each step of height.
Table on_scale(std::span<const Ladder* const> ladders, std::int64_t scale_max) {
    Table table;
    table.columns = {{"Height", Align::right, Priority::key}};
    std::vector<const Ladder*> drawn;
    for (const auto* ladder : ladders) {
        if (ladder->scale_max == scale_max && !placed_by_rung(*ladder)) {
            drawn.push_back(ladder);
            table.columns.push_back({ladder->header.id});
        }
    }
    const std::int64_t height = row_height(scale_max);
    for (std::int64_t from = 0; from < scale_max; from += height) {
        std::vector<Cell> cells{Cell(std::to_string(from), Tone::dim)};
        for (const auto* ladder : drawn) {
            cells.push_back(at_height(*ladder, from, from + height));
        }
        table.row(std::move(cells));
    }
    return table;
}

Table sources(std::span<const Ladder* const> ladders) {
    using Each = const Ladder* const&;
    Columns<const Ladder*> columns;
    columns.add({.title = "Ladder", .priority = Priority::key, .value = [](Each ladder) { return ladder->header.id; }})
        .add({.title = "As of", .value = [](Each ladder) { return ladder->header.as_of; }})
        .add({.title = "Placed by",
              .value = [](Each ladder) { return placed_by_rung(*ladder) ? "rung alone" : "height"; }})
        .add({.title = "What it is", .value = [](Each ladder) { return ladder->header.name; }});
    return columns.table(ladders);
}

void close_levels_page(Page& page, const LevelFacts& facts, std::span<const Ladder* const> ladders, bool with_markets) {
    page.heading("Where the levels are from").add(sources(ladders));
    explain_mark(page, ladders);
    std::vector<const model::ProfileHeader*> used;
    if (with_markets) {
        std::transform(facts.markets.begin(), facts.markets.end(), std::back_inserter(used),
                       [](const auto& market) { return &market.header; });
    }
    std::transform(ladders.begin(), ladders.end(), std::back_inserter(used),
                   [](const auto* ladder) { return &ladder->header; });
    if (std::string old = old_level_facts(used, facts.as_of); !old.empty()) {
        page.note(std::move(old));
    }
    page.text("`offerkit profiles ladders ID` shows one with its source and what is contested about it.");
}

std::string share_text(const quantity::Rate& share) { return to_percent(share, 1); }

/// "E4 91%, E5 9%"; "ICT3" on the same rung.
std::string correspondence(const choice::Beside& entry) {
    std::vector<std::string> words;
    for (const auto& neighbour : entry.neighbours) {
        words.push_back(neighbour.name + (neighbour.share ? " " + share_text(*neighbour.share) : ""));
    }
    if (entry.uncovered) {
        words.push_back("none " + share_text(*entry.uncovered));
    }
    return in_a_row(words);
}

/// A level beside the other ladders, a row for each level that it corresponds to.
Table beside_table(const LevelFacts& facts, const LevelPlace& place) {
    Table table;
    table.columns = {{"Ladder", Align::left, Priority::key},
                     {"Level", Align::left, Priority::key},
                     {"Title"},
                     {"Both cover"},
                     {"Share of " + place.name, Align::decimal}};
    const LadderLevel& own = level_of(facts, place);
    const std::string whole = choice::has_interval(own) ? " of " + std::to_string(*own.to - *own.from) : std::string();
    for (const auto& entry : choice::beside(facts.ladders, place, facts.to)) {
        std::string ladder = marked(*entry.ladder);
        for (const auto& neighbour : entry.neighbours) {
            const std::string common =
                formatted("{} to {}: {}{}", std::to_string(neighbour.from), std::to_string(neighbour.to),
                          std::to_string(neighbour.to - neighbour.from), whole);
            table.row({std::exchange(ladder, ""), neighbour.name, neighbour.title,
                       neighbour.share ? Cell(common) : Cell("same rung", Tone::dim),
                       neighbour.share ? Cell(share_text(*neighbour.share)) : Cell::not_applicable()});
        }
        if (entry.uncovered) {
            table.row({"", Cell("none", Tone::dim), Cell("beyond its levels", Tone::dim), "",
                       Cell(share_text(*entry.uncovered))});
        }
        if (entry.neighbours.empty()) {
            table.row(
                {ladder, Cell("none", Tone::dim), Cell("nothing beside it", Tone::dim), "", Cell::not_applicable()});
        }
    }
    return table;
}

std::vector<Fact> level_facts(const LevelFacts& facts, const LevelPlace& place) {
    const Ladder& ladder = *choice::find_ladder(facts.ladders, place.ladder);
    const LadderLevel& own = level_of(facts, place);
    std::vector<Fact> lines;
    lines.push_back({"Ladder", Cell(formatted("{}, as of {}", ladder.header.name, to_string(ladder.header.as_of)))});
    lines.push_back({"Rung", Cell(place.rung.empty() ? "not stated" : place.rung)});
    lines.push_back(
        {"Height", Cell(place.approximate ? "not known: placed by its rung alone, so approximate"
                                          : formatted("{} of {}", heights_of(own), std::to_string(ladder.scale_max)))});
    const auto named = [](const LadderLevel& level) {
        const std::string heights = heights_of(level);
        return formatted("{}{}{}{}", level.name, level.title.empty() ? "" : ", ", level.title,
                         heights.empty() ? "" : formatted(" ({})", heights));
    };
    if (&own != &ladder.levels.front()) {
        lines.push_back({"One below", Cell(named(*(&own - 1)))});
    }
    if (&own != &ladder.levels.back()) {
        lines.push_back({"One above", Cell(named(*(&own + 1)))});
    }
    return lines;
}

}  // namespace

Page ladders_page(const LevelFacts& facts) {
    const auto ladders = all_of(facts);
    Page page;
    page.title("Ladders side by side");
    if (ladders.empty()) {
        return page.text("There are no ladders.");
    }
    page.heading("By standard rung").add(rungs_table(ladders));
    explain_mark(page, ladders);
    std::set<std::int64_t> scales;
    for (const auto* ladder : ladders) {
        if (!placed_by_rung(*ladder)) {
            scales.insert(ladder->scale_max);
        }
    }
    for (const auto scale : scales) {
        page.heading("On the common scale, 0 to " + std::to_string(scale)).add(on_scale(ladders, scale));
        page.text(
            "Each level stands where it begins, with its height; equal height means equal standing. A level is seldom "
            "exactly one of another company's: `offerkit levels LEVEL --ladder NAME` gives the shares.");
    }
    add_rung_pay(page, facts, {});
    close_levels_page(page, facts, ladders, true);
    return page;
}

Page ladder_page(const LevelFacts& facts, const Ladder& ladder) {
    const auto others = choice::other_ladders(facts.ladders, ladder.header.id, facts.to);
    Table table;
    table.columns = {{"Level", Align::left, Priority::key}, {"Title"}, {"Rung"}, {"Height"}};
    for (const auto* other : others) {
        table.columns.push_back({marked(*other)});
    }
    std::vector<model::Level> levels;
    for (const auto& level : ladder.levels) {
        levels.push_back({ladder.header.id, level.name, {}});
    }
    for (const auto& place : choice::places_of(levels, facts.ladders, facts.to)) {
        const LadderLevel& level = level_of(facts, place);
        std::vector<Cell> cells{level.name, level.title, level.rung, heights_of(level)};
        for (const auto& entry : choice::beside(facts.ladders, place, facts.to)) {
            std::string text = correspondence(entry);
            cells.push_back(text.empty() ? Cell::not_applicable() : Cell(std::move(text)));
        }
        table.row(std::move(cells));
    }
    Page page;
    page.title(ladder.header.name);
    page.text(
        "Beside each level the levels of other ladders, with the share of its height that each covers; without "
        "a share they stand on the same rung, and no more is known.");
    page.add(std::move(table));
    std::vector<const Ladder*> shown{&ladder};
    shown.insert(shown.end(), others.begin(), others.end());
    close_levels_page(page, facts, shown, false);
    return page;
}

Page levels_page(const LevelFacts& facts, std::span<const LevelPlace> places) {
    Page page;
    std::map<std::string, std::vector<std::string>> on_rung;
    std::vector<const Ladder*> shown;
    for (const auto& place : places) {
        on_rung[place.rung].push_back(places.size() > 1 ? formatted("{} {}", place.ladder, place.name) : place.name);
        for (const auto* other : choice::other_ladders(facts.ladders, place.ladder, facts.to)) {
            if (std::find(shown.begin(), shown.end(), other) == shown.end()) {
                shown.push_back(other);
            }
        }
    }
    for (const auto& place : places) {
        const auto* own = choice::find_ladder(facts.ladders, place.ladder);
        if (std::find(shown.begin(), shown.end(), own) == shown.end()) {
            shown.push_back(own);
        }
        page.title(formatted("{} {}{}{}", place.ladder, place.name, place.title.empty() ? "" : ", ", place.title));
        page.facts(level_facts(facts, place));
        page.heading("Beside other ladders").add(beside_table(facts, place));
        add_level_pay(page, facts, place);
    }
    if (std::any_of(places.begin(), places.end(), [](const auto& place) { return !place.approximate; })) {
        page.text("A share is the part of the level's height that both cover: those of one ladder add up to 100%.");
    }
    add_rung_pay(page, facts, on_rung);
    std::sort(shown.begin(), shown.end(), [](const Ladder* a, const Ladder* b) { return a->header.id < b->header.id; });
    close_levels_page(page, facts, shown, true);
    return page;
}

}  // namespace offerkit::report
