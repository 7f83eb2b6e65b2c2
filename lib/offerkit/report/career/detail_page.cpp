#include <offerkit/report/career/detail_page.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <offerkit/report/career/rough_amounts.hpp>
#include <offerkit/report/career/words.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

namespace paths = choice::paths;
using paths::Estimated;

/// An amount of a year in thousands, as far as its own standard error carries it.
std::string thousands(const Estimated& amount) { return rough_thousands({&amount, 1}).front(); }

/// An estimate with its standard error, in thousands.
std::string with_error(const Estimated& amount) {
    return fmt::format("{:.1f} ± {:.1f}", amount.value / 1000, amount.error / 1000);
}

std::string percent_with_error(const Estimated& chance) {
    return fmt::format("{:.1f}% ± {:.1f}", chance.value * 100, chance.error * 100);
}

class Detail {
public:
    explicit Detail(const CareerView& view) : view_{view} {}

    [[nodiscard]] Page page() {
        bands();
        looks();
        ends();
        pairs();
        beliefs();
        moves();
        for (std::size_t turn = 0; turn < view_.career.turns.size(); ++turn) {
            turns(turn);
        }
        beyond();
        page_.heading("What it rests on");
        page_.list(career_assumptions(view_));
        page_.text(fmt::format("{} worlds from seed {}; what follows ± is a standard error.", view_.career.worlds,
                               view_.career.seed));
        return std::move(page_);
    }

private:
    [[nodiscard]] const std::string& name(std::size_t path) const { return view_.terms.paths[path].id; }

    /// The bands of each path's years, all on one scale, as a picture and as a table.
    void bands() {
        double full = 0;
        for (const auto& path : view_.career.paths) {
            for (const auto& year : path.years) {
                full = std::max(full, year.money.p90.value);
            }
        }
        page_.heading("Money by year");
        Table table{.columns = {{.title = "Year, thousands", .priority = Priority::key},
                                {"1 in 10 below", Align::right},
                                {"middle", Align::right},
                                {"1 in 10 above", Align::right},
                                {"mean", Align::right},
                                {"worst 1 in 20", Align::right}}};
        for (std::size_t path = 0; path < view_.career.paths.size(); ++path) {
            Bars bars{.legend = {"up to 1 in 10 below", "up to the middle", "up to 1 in 10 above"},
                      .full = full,
                      .caption = name(path)};
            table.heading(name(path));
            for (const auto& year : view_.career.paths[path].years) {
                const auto& money = year.money;
                bars.bars.push_back(
                    {std::to_string(year.year),
                     {money.p10.value, money.p50.value - money.p10.value, money.p90.value - money.p50.value},
                     thousands(money.p50)});
                table.row({std::to_string(year.year), thousands(money.p10), thousands(money.p50), thousands(money.p90),
                           thousands(money.mean), thousands(money.worst_20th)});
            }
            page_.add(std::move(bars));
        }
        page_.add(std::move(table));
    }

    void looks() {
        page_.heading("Present value, thousands");
        Table table{.columns = {{.title = "Path", .priority = Priority::key},
                                {"through"},
                                {"1 in 10 below", Align::right},
                                {"middle", Align::right},
                                {"1 in 10 above", Align::right},
                                {"mean", Align::right},
                                {"worst 1 in 20", Align::right}}};
        for (std::size_t path = 0; path < view_.career.paths.size(); ++path) {
            for (const auto& look : view_.career.paths[path].looks) {
                table.row({name(path), years_or_months(look.months), with_error(look.value.p10),
                           with_error(look.value.p50), with_error(look.value.p90), with_error(look.value.mean),
                           with_error(look.value.worst_20th)});
            }
        }
        page_.add(std::move(table));
        Table more{.columns = {{.title = "Path", .priority = Priority::key},
                               {"best in", Align::right},
                               {"falls short by", Align::right},
                               {"a job lost", Align::right},
                               {"months without pay", Align::right},
                               {"savings gone", Align::right},
                               {"worth if certain", Align::right}}};
        for (std::size_t path = 0; path < view_.career.paths.size(); ++path) {
            const auto& figures = view_.career.paths[path];
            more.row(
                {name(path), percent_with_error(figures.best), with_error(figures.regret),
                 percent_with_error(figures.lost_a_job),
                 fmt::format("{:.2f} ± {:.2f}", figures.months_without_pay.value, figures.months_without_pay.error),
                 figures.savings_gone ? Cell{percent_with_error(*figures.savings_gone)} : Cell::not_applicable(),
                 figures.certainty_equivalent ? Cell{with_error(*figures.certainty_equivalent)}
                                              : Cell::not_applicable()});
        }
        page_.add(std::move(more));
    }

    /// The chance of each rung at the end.
    void ends() {
        page_.heading(fmt::format("Rungs after {}", years_or_months(view_.terms.horizon)));
        Table table{.columns = {{.title = "Path", .priority = Priority::key}}};
        for (const auto& rung : view_.terms.rungs) {
            table.columns.push_back({rung.id, Align::right});
        }
        for (std::size_t path = 0; path < view_.career.paths.size(); ++path) {
            std::vector<Cell> cells{name(path)};
            for (const auto& chance : view_.career.paths[path].rungs) {
                cells.emplace_back(percent_with_error(chance));
            }
            table.row(std::move(cells));
        }
        page_.add(std::move(table));
    }

    /// For each path but the best, what would have to be believed for it to tie; for the best, to fall back to a tie.
    void beliefs() {
        std::vector<std::string> lines;
        for (std::size_t path = 0; path < view_.career.paths.size(); ++path) {
            const auto& tie = view_.career.paths[path].break_even;
            if (!tie) {
                continue;
            }
            const auto parts = beliefs_that_tie(view_, path);
            lines.push_back(
                fmt::format("{} with {}: {}", name(path), name(tie->against),
                            parts.empty() ? "no chance, pay or exit of its own does it alone" : in_a_row(parts, "; ")));
        }
        if (!lines.empty()) {
            page_.heading("To tie, one of these would have to be believed");
            page_.list(std::move(lines));
        }
    }

    void pairs() {
        if (view_.career.pairs.empty()) {
            return;
        }
        page_.heading("Two by two");
        Table table{.columns = {{.title = "First", .priority = Priority::key},
                                {.title = "Second", .priority = Priority::key},
                                {"first pays more by", Align::right}}};
        for (const int months : view_.terms.looks) {
            table.columns.push_back({"first ahead after " + years_or_months(months), Align::right});
        }
        table.columns.push_back({"first for good from", Align::right});
        table.columns.push_back({"second for good from", Align::right});
        const auto from = [](const paths::ForGood& ahead) {
            return ahead.median_month ? fmt::format("month {:.0f}, never {}", ahead.median_month->value,
                                                    whole_percent(ahead.never.value))
                                      : "never in " + whole_percent(ahead.never.value);
        };
        for (const auto& pair : view_.career.pairs) {
            std::vector<Cell> cells{name(pair.a), name(pair.b), with_error(pair.difference)};
            for (const auto& ahead : pair.ahead) {
                cells.emplace_back(percent_with_error(ahead));
            }
            cells.emplace_back(from(pair.a_for_good));
            cells.emplace_back(from(pair.b_for_good));
            table.row(std::move(cells));
        }
        page_.add(std::move(table));
    }

    void moves() {
        if (view_.career.moves.empty()) {
            return;
        }
        page_.heading("What moves it");
        Table table{.columns = {{.title = "Input", .priority = Priority::key},
                                {.title = "Path", .priority = Priority::key},
                                {"lead where it is low", Align::right},
                                {"where it is high", Align::right},
                                {"knowing it is worth", Align::right}}};
        for (const auto& move : view_.career.moves) {
            for (const auto& lead : move.lead) {
                const auto cell = [](const std::optional<Estimated>& figure) {
                    return figure ? Cell{with_error(*figure)} : Cell::not_applicable();
                };
                table.row({move_words(move), name(lead.path), cell(lead.low), cell(lead.high),
                           with_error(move.worth_knowing)});
            }
        }
        page_.add(std::move(table));
        page_.text(
            fmt::format("The lead is over {}, the path of the largest mean, in thousands.", name(view_.career.best)));
    }

    void turns(std::size_t place) {
        const auto& terms = view_.terms.turns[place];
        const auto& turn = view_.career.turns[place];
        page_.heading(
            fmt::format("Turning from {} to {} after {}", name(terms.from), name(terms.to), years_or_months(terms.at)));
        Table table{.columns = {{.title = "What is seen", .priority = Priority::key},
                                {"how often", Align::right},
                                {"stay, thousands", Align::right},
                                {"go", Align::right},
                                {"then pays more"}}};
        for (const auto& group : turn.groups) {
            table.row({seen_words(view_, turn, group), percent_with_error(group.chance), with_error(group.stay),
                       with_error(group.go), group.goes() ? name(terms.to) : name(terms.from)});
        }
        page_.add(std::move(table));
        page_.text(fmt::format(
            "In thousands, with the door open in {}: worth {} in all, {} more than never turning, {} of it for seeing "
            "first; its lead over {} is {}. You would go in {}.",
            whole_percent(terms.open), with_error(turn.value), with_error(turn.right), with_error(turn.seeing),
            name(view_.career.best), with_error(turn.lead), percent_with_error(turn.turns)));
    }

    void beyond() {
        if (view_.career.beyond_horizon.empty()) {
            return;
        }
        std::vector<std::string> lines;
        for (const auto& exit : view_.career.beyond_horizon) {
            lines.push_back(
                fmt::format("{}: {} after {} is not counted", name(exit.path), exit.exit, years_or_months(exit.after)));
        }
        page_.heading("Beyond the horizon");
        page_.list(std::move(lines));
    }

    const CareerView& view_;
    Page page_{};
};

}  // namespace

Page career_detail(const CareerView& view) { return Detail{view}.page(); }

}  // namespace offerkit::report
