#include <offerkit/report/levels/first_screen.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/levels/facts.hpp>
#include <offerkit/report/levels/pay.hpp>
#include <offerkit/report/levels/rungs.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/levels.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::LevelPlace;
using choice::LevelUp;
using choice::LevelUpPay;
using choice::PayBasis;
using diagnostic::formatted;
using model::Ladder;
using quantity::Money;

/// "2025-03": sources of medians know no day.
std::string month_of(calendar::Date date) {
    constexpr std::size_t year_and_month = 7;
    return to_string(date).substr(0, year_and_month);
}

/// Where pay one step up comes from: "medians of IC5", "medians by rung", "posting".
std::string basis_words(const LevelPay& pay, const std::string& next) {
    switch (pay.basis) {
        case PayBasis::level: return "medians of " + next;
        case PayBasis::rung: return "medians by rung";
        case PayBasis::posting: return "posting, base";
    }
    return {};
}

/// The figure that a step up is read from: the median total, else the lowest base of a posting.
std::optional<Money> figure_of(const LevelPay& pay) { return pay.is_range() ? pay.base_range.min : pay.total; }

/// How much more the next level pays by one source; nothing without both of its figures.
std::optional<quantity::Rate> step_of(const LevelUpPay& pay) {
    const auto from = pay.own ? figure_of(*pay.own) : std::nullopt;
    const auto to = figure_of(pay.next);
    return from && to && !from->is_zero() ? quantity::Rate::of(to->minor(), from->minor()) : std::nullopt;
}

std::string step_words(const quantity::Rate& ratio) {
    const auto more = ratio.minus(quantity::Rate{1});
    return more ? (ratio < quantity::Rate{1} ? "" : "+") + to_percent(*more, 0) : std::string();
}

/// Which of the ladders are placed by rung alone, and which facts are old.
void add_caveats(FirstScreen& screen, const LevelFacts& facts, std::span<const Ladder* const> ladders,
                 bool with_markets) {
    std::vector<std::string> approximate;
    std::vector<const model::ProfileHeader*> used;
    for (const auto* ladder : ladders) {
        used.push_back(&ladder->header);
        if (placed_by_rung(*ladder)) {
            approximate.push_back(ladder->header.id);
        }
    }
    for (const auto& market : facts.markets) {
        if (with_markets) {
            used.push_back(&market.header);
        }
    }
    if (!approximate.empty()) {
        screen.point(2, "Approximate", {joined(approximate) + ": placed by standard rung alone"});
    }
    const auto old = std::count_if(used.begin(), used.end(), [&](const auto* header) {
        return !old_level_facts({&header, 1}, facts.as_of).empty();
    });
    if (old > 0) {
        screen.point(3, "Dated",
                     {formatted("{} of {} here {} older than two years", std::to_string(old),
                                counted(used.size(), "profile"), old == 1 ? "is" : "are")});
    }
}

/// "2020-03, USD": the medians of each rung of a market, a clause each.
void add_rung_medians(FirstScreen& screen, const LevelFacts& facts) {
    for (const auto& market : facts.markets) {
        std::vector<std::string> clauses;
        for (const auto rung : model::standard_rungs()) {
            for (const auto& pay : choice::pay_at("", {.name = "", .rung = std::string(rung)}, {}, {&market, 1})) {
                if (pay.total) {
                    clauses.push_back(formatted("{} {}", rung, whole(*pay.total)));
                }
            }
        }
        if (!clauses.empty()) {
            clauses.front() =
                formatted("{}, {}: {}", market.currency.code(), month_of(market.header.as_of), clauses.front());
            screen.point(1, "Median pay", std::move(clauses));
        }
    }
}

/// What one level up is worth by the source that is trusted most.
std::string one_up_words(const LevelFacts& facts, const LevelPlace& place) {
    const auto up = choice::level_up({place.ladder, place.name, {}}, facts.ladders, facts.bands, facts.markets);
    const auto* known = std::get_if<LevelUp>(&up);
    if (known == nullptr) {
        return formatted("{} is the highest level that `{}` lists", place.name, place.ladder);
    }
    for (const auto& pay : known->pay) {
        if (const auto ratio = step_of(pay)) {
            return formatted("{}, about {} a year ({}, {})", known->next.name, step_words(*ratio),
                             basis_words(pay.next, known->next.name), month_of(pay.next.source->as_of));
        }
    }
    return known->next.name + (known->next.title.empty() ? "" : ", " + known->next.title);
}

/// What is published for the level itself, the most trusted first.
std::vector<std::string> paid_at(const LevelFacts& facts, const LevelPlace& place) {
    std::vector<std::string> clauses;
    for (const auto& pay : choice::pay_at(place.ladder, level_of(facts, place), facts.bands, facts.markets)) {
        const auto figure = figure_of(pay);
        if (!figure) {
            continue;
        }
        const std::string most = pay.is_range() && pay.base_range.max ? " to " + whole(*pay.base_range.max) : "";
        clauses.push_back(formatted("{} {}{} ({}, {})", figure->currency().code(), whole(*figure), most,
                                    basis_words(pay, place.name), month_of(pay.source->as_of)));
    }
    return clauses;
}

std::string words_beside(const choice::Beside& entry) {
    std::vector<const choice::LevelNeighbour*> all;
    for (const auto& neighbour : entry.neighbours) {
        all.push_back(&neighbour);
    }
    return overlap_words(all);
}

/// The levels that cover some of it, those that cover most first, without words.
std::string names_beside(const choice::Beside& entry) {
    constexpr std::size_t most = 2;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, entry.neighbours.size()); ++i) {
        text += (i == 0 ? "" : ", ") + entry.neighbours[i].name;
    }
    return text;
}

std::string title_of(const LevelPlace& place) {
    return formatted("{} {}{}{}", place.ladder, place.name, place.title.empty() ? "" : ", ", place.title);
}

}  // namespace

FirstScreen ladders_first_screen(const LevelFacts& facts) {
    std::vector<const Ladder*> ladders;
    for (const auto& ladder : facts.ladders) {
        ladders.push_back(&ladder);
    }
    FirstScreen screen;
    screen.verdict = ladders.empty() ? "There are no ladders"
                                     : formatted("Levels of {} {}, side by side", std::to_string(ladders.size()),
                                                 ladders.size() == 1 ? "company" : "companies");
    if (ladders.empty()) {
        return screen;
    }
    screen.basis = "By standard rung. A level is seldom exactly one of another company's.";
    screen.figures = rungs_table(ladders);
    screen.row_ranks.assign(screen.figures.rows.size(), 0);
    add_rung_medians(screen, facts);
    add_caveats(screen, facts, ladders, true);
    screen.point(1, "Next",
                 {"`offerkit levels L5` for one level", "`offerkit levels google` for one ladder",
                  "`offerkit levels OFFER` for what one level up is worth"});
    return screen;
}

FirstScreen ladder_first_screen(const LevelFacts& facts, const Ladder& ladder) {
    FirstScreen screen;
    const auto others = choice::other_ladders(facts.ladders, ladder.header.id, facts.to);
    screen.verdict = formatted("{}, beside {}", ladder.header.name, counted(others.size(), "other ladder"));
    screen.basis = formatted("As of {}. Of two levels the first covers more of it; the shares: `--detail`.",
                             to_string(ladder.header.as_of));
    screen.figures.columns = {{"Level", Align::left, Priority::key}, {"Rung"}};
    for (const auto* other : others) {
        screen.figures.columns.push_back({marked(*other)});
    }
    std::vector<model::Level> levels;
    for (const auto& level : ladder.levels) {
        levels.push_back({ladder.header.id, level.name, {}});
    }
    for (const auto& place : choice::places_of(levels, facts.ladders, facts.to)) {
        std::vector<Cell> cells{place.name, place.rung};
        for (const auto& entry : choice::beside(facts.ladders, place, facts.to)) {
            std::string names = names_beside(entry);
            cells.push_back(names.empty() ? Cell::not_applicable() : Cell(std::move(names)));
        }
        screen.row(0, Row(std::move(cells)));
    }
    std::vector<const Ladder*> shown{&ladder};
    shown.insert(shown.end(), others.begin(), others.end());
    add_caveats(screen, facts, shown, false);
    return screen;
}

FirstScreen levels_first_screen(const LevelFacts& facts, std::span<const LevelPlace> places) {
    FirstScreen screen;
    const bool several = places.size() > 1;
    std::vector<std::string> titles;
    std::vector<const Ladder*> shown;
    for (const auto& place : places) {
        titles.push_back(several ? place.ladder : title_of(place));
        for (const auto* other : choice::other_ladders(facts.ladders, place.ladder, facts.to)) {
            if (std::find(shown.begin(), shown.end(), other) == shown.end()) {
                shown.push_back(other);
            }
        }
    }
    if (places.empty()) {
        return screen;
    }
    const auto& first = places.front();
    screen.verdict = several ? formatted("{} is a level of {}", first.name, joined(titles))
                             : titles.front() + (first.rung.empty() ? "" : ": rung " + first.rung);
    screen.basis = several ? "Of two levels the first covers more of it; `--ladder` names one of them."
                           : "What it is elsewhere, by how much of its height the others cover.";
    screen.figures.columns = {{"Ladder", Align::left, Priority::key}};
    for (const auto& place : places) {
        screen.figures.columns.push_back({place.ladder + " " + place.name});
    }
    for (const auto* ladder : shown) {
        std::vector<Cell> cells{marked(*ladder)};
        for (const auto& place : places) {
            const auto all = choice::beside(facts.ladders, place, facts.to);
            const auto entry =
                std::find_if(all.begin(), all.end(), [&](const choice::Beside& one) { return one.ladder == ladder; });
            std::string text = entry == all.end() ? "" : several ? names_beside(*entry) : words_beside(*entry);
            cells.push_back(text.empty() ? Cell::not_applicable() : Cell(std::move(text)));
        }
        screen.row(0, Row(std::move(cells)));
    }
    for (const auto& place : places) {
        const std::string before = several ? place.ladder + ": " : "";
        screen.point(1, "One up", {before + one_up_words(facts, place)});
    }
    if (!several) {
        screen.point(1, "Paid", paid_at(facts, first));
    }
    add_caveats(screen, facts, shown, true);
    return screen;
}

FirstScreen offer_level_first_screen(const LevelFacts& facts, const OfferLevel& level) {
    FirstScreen screen;
    const auto& offer = *level.offer;
    const Money own = offer.definitions.annualized;
    const std::string here = formatted("{} {}", offer.offer->company, level.place.name);
    const auto* up = std::get_if<LevelUp>(&level.up);
    screen.basis = formatted("This offer is {} {} a year, annualized. A step is a ratio of two figures of one source.",
                             own.currency().code(), whole(own));
    screen.verdict =
        formatted("{}: {}", here, up != nullptr ? "one level up is " + up->next.name : "the top of its ladder");
    const auto add_row = [&](const LevelUpPay& pay, const std::string& what, std::optional<Money> from,
                             std::optional<Money> to, Money of) {
        if (!to) {
            return;
        }
        const auto ratio = from && !from->is_zero() ? quantity::Rate::of(to->minor(), from->minor()) : std::nullopt;
        const bool one_currency = to->currency() == of.currency();
        const auto would_be = ratio && one_currency ? quantity::multiply(of, *ratio) : std::nullopt;
        if (screen.figures.rows.empty() && would_be && !pay.next.is_range()) {
            screen.verdict = formatted("{}: one level up, {}, is worth about {} a year, to {}", here, up->next.name,
                                       step_words(*ratio), whole(to_thousands(*would_be)));
        }
        screen.row(0, Row({Cell(formatted("{}, {}", what, month_of(pay.next.source->as_of))), money_cell(from),
                           money_cell(to), ratio ? Cell(step_words(*ratio)) : Cell::not_applicable(),
                           would_be ? Cell(whole(to_thousands(*would_be))) : Cell::not_applicable()}));
    };
    screen.figures.columns = {{"", Align::left, Priority::key},
                              {level.place.name, Align::right},
                              {up != nullptr ? up->next.name : "", Align::right},
                              {"Step", Align::right},
                              {"This offer then", Align::right}};
    const std::vector<LevelUpPay> none;
    for (const auto& pay : up != nullptr ? up->pay : none) {
        const std::string what = capitalised(basis_words(pay.next, up->next.name));
        const auto of_own = [&](const auto& get) { return pay.own ? get(*pay.own) : std::optional<Money>{}; };
        if (pay.next.is_range()) {
            add_row(pay, what + " from", of_own([](const LevelPay& p) { return p.base_range.min; }),
                    pay.next.base_range.min, offer.annualized.base);
            add_row(pay, what + " up to", of_own([](const LevelPay& p) { return p.base_range.max; }),
                    pay.next.base_range.max, offer.annualized.base);
        } else {
            add_row(pay, what, of_own([](const LevelPay& p) { return p.total; }), pay.next.total, own);
        }
    }
    const auto& own_level = level_of(facts, level.place);
    screen.point(1, "Level",
                 {formatted("{}{}{}{}{}", own_level.name, own_level.title.empty() ? "" : ", ", own_level.title,
                            own_level.rung.empty() ? "" : ", rung ", own_level.rung)});
    screen.point(1, "Missing", missing_figures(level));
    if (up != nullptr) {
        screen.point(1, "Ask",
                     {formatted("\"What would {} have needed?\"", up->next.name), "before any number is agreed"});
    }
    screen.point(2, "Not in it", {"that the company would give it", "medians are of the past, and of others"});
    return screen;
}

}  // namespace offerkit::report
