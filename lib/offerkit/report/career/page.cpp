#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/report/career/career.hpp>
#include <offerkit/report/career/detail_page.hpp>
#include <offerkit/report/career/rough_amounts.hpp>
#include <offerkit/report/career/words.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

namespace paths = choice::paths;
using diagnostic::formatted;
using paths::Estimated;

constexpr std::size_t most_in_full = 3;
constexpr std::size_t most_shown = 5;
/// Beliefs of which one would do; those that come after are under `--detail`.
constexpr std::size_t most_beliefs = 3;

class FirstScreen {
public:
    FirstScreen(const CareerView& view, std::size_t left_out)
        : view_{view}, shown_{paths_shown(view.career)}, left_out_{left_out} {}

    [[nodiscard]] Page page() {
        Page page;
        page.text(verdict());
        page.add(values());
        if (shown_.size() <= most_in_full && keeps(Piece::years)) {
            page.add(years());
        }
        std::vector<Fact> facts;
        for (const auto& pair : view_.career.pairs) {
            if (const auto* against = runner_up();
                against != nullptr && is_pair(pair, *against) && keeps(Piece::ahead)) {
                facts.push_back(ahead(pair));
            }
        }
        if (keeps(Piece::end)) {
            add_ends(facts);
        }
        add_beliefs(facts);
        if (!view_.career.turns.empty() && keeps(Piece::turn)) {
            add_turns(facts);
        }
        // The screen has 24 lines: with three paths what counts less is under `--detail`.
        const bool crowded = shown_.size() > 2;
        if (shown_.size() > 1 && !(crowded && !view_.career.turns.empty()) && keeps(Piece::shortfalls)) {
            facts.push_back({"Falls short", shortfalls()});
        }
        if (!crowded && keeps(Piece::moves)) {
            add_moves(facts);
        }
        facts.push_back({"Left out", left_out()});
        if (dropped_ > 0) {
            facts.push_back({"More", Cell(formatted("{} more with `--detail`", std::to_string(dropped_)), Tone::dim)});
        }
        page.facts(std::move(facts));
        return page;
    }

private:
    /// In the order of `most_left_out`.
    enum class Piece : std::size_t { moves, shortfalls, years, ahead, turn, end };

    /// Whether there is room for a piece; one for which there is none is counted.
    bool keeps(Piece piece) {
        const bool kept = static_cast<std::size_t>(piece) >= left_out_;
        dropped_ += kept ? 0 : 1;
        return kept;
    }

    [[nodiscard]] const std::string& name(std::size_t path) const { return view_.terms.paths[path].id; }
    [[nodiscard]] const paths::PathFigures& figures(std::size_t path) const { return view_.career.paths[path]; }

    /// The path of the largest mean but for the best; null where there is one path.
    [[nodiscard]] const std::size_t* runner_up() const { return shown_.size() < 2 ? nullptr : &shown_[1]; }

    [[nodiscard]] bool is_pair(const paths::PairFigures& pair, std::size_t other) const {
        const std::size_t best = view_.career.best;
        return (pair.a == best && pair.b == other) || (pair.b == best && pair.a == other);
    }

    [[nodiscard]] std::string verdict() const {
        const std::string over = years_or_months(view_.terms.horizon);
        const std::string_view currency = view_.plan.currency.code();
        const auto* against = runner_up();
        if (against == nullptr) {
            return formatted("On these beliefs {} pays {} {} over {} on average, as present value.", name(shown_[0]),
                             currency, rough_amount(figures(shown_[0]).value().mean), over);
        }
        const auto pair = std::find_if(view_.career.pairs.begin(), view_.career.pairs.end(),
                                       [&](const auto& each) { return is_pair(each, *against); });
        const Estimated lead{std::abs(pair->difference.value), pair->difference.error};
        const double larger = figures(shown_[0]).value().mean.value;
        const double share = larger > 0 ? lead.value / larger : 0;
        const bool even = about_even(lead, larger);
        const std::string amount = rough_amount(lead);
        if (even && amount == "0") {
            return formatted("On these beliefs {} pays as much as {} over {} on average: about even", name(shown_[0]),
                             name(*against), over);
        }
        return formatted("On these beliefs {} pays {} {} ({}) more than {} over {} on average{}", name(shown_[0]),
                         currency, amount, whole_percent(share), name(*against), over, even ? ": about even" : ".");
    }

    [[nodiscard]] Table values() const {
        Table table{
            .columns = {{.title = formatted("Present value at {}", quantity::to_percent(view_.plan.discount_rate)),
                         .priority = Priority::key},
                        {"1 in 10 below", Align::right},
                        {"middle", Align::right},
                        {"1 in 10 above", Align::right},
                        {"mean", Align::right},
                        {"worst 1 in 20", Align::right}}};
        using Part = Estimated paths::Distribution::*;
        std::vector<std::vector<std::string>> columns;
        for (const Part part : {&paths::Distribution::p10, &paths::Distribution::p50, &paths::Distribution::p90,
                                &paths::Distribution::mean, &paths::Distribution::worst_20th}) {
            std::vector<Estimated> column;
            for (const std::size_t path : shown_) {
                column.push_back(figures(path).value().*part);
            }
            columns.push_back(rough_amounts(column));
        }
        for (std::size_t row = 0; row < shown_.size(); ++row) {
            table.row({name(shown_[row]), columns[0][row], columns[1][row], columns[2][row],
                       Cell{columns[3][row], Tone::strong}, columns[4][row]});
        }
        return table;
    }

    /// The years shown: each of ten, else the first five and every fifth.
    [[nodiscard]] std::vector<std::size_t> years_shown() const {
        std::vector<std::size_t> years;
        const auto count = static_cast<std::size_t>(view_.terms.years());
        for (std::size_t year = 1; year <= count; ++year) {
            if (count <= 10 || year <= 5 || year % 5 == 0) {
                years.push_back(year);
            }
        }
        return years;
    }

    [[nodiscard]] Table years() const {
        Table table{.columns = {{.title = "Middle year, thousands", .priority = Priority::key}}};
        std::vector<std::vector<Cell>> rows;
        for (const std::size_t path : shown_) {
            rows.push_back({name(path)});
        }
        for (const std::size_t year : years_shown()) {
            table.columns.push_back({std::to_string(year), Align::right});
            std::vector<Estimated> column;
            for (const std::size_t path : shown_) {
                column.push_back(figures(path).years[year - 1].money.p50);
            }
            const auto texts = rough_thousands(column);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                rows[row].emplace_back(texts[row]);
            }
        }
        for (auto& row : rows) {
            table.row(std::move(row));
        }
        return table;
    }

    [[nodiscard]] Fact ahead(const paths::PairFigures& pair) const {
        const bool best_first = pair.a == view_.career.best;
        const std::size_t other = best_first ? pair.b : pair.a;
        std::vector<std::string> parts;
        for (std::size_t look = 0; look < pair.ahead.size(); ++look) {
            const double chance = best_first ? 1 - pair.ahead[look].value : pair.ahead[look].value;
            parts.push_back(formatted("{} {}", years_or_months(view_.terms.looks[look]), whole_percent(chance)));
        }
        const auto& for_good = best_first ? pair.b_for_good : pair.a_for_good;
        const std::string of_means =
            for_good.of_means ? ", on average from month " + std::to_string(*for_good.of_means) : "";
        return {"Ahead", formatted("{} {}; for good: never {}{}", name(other), in_a_row(parts),
                                   whole_percent(for_good.never.value), of_means)};
    }

    /// The rungs at the end, the lowest first; where many paths are shown the likeliest alone.
    [[nodiscard]] std::string rungs_at_the_end(std::size_t path) const {
        const auto& chances = figures(path).rungs;
        const auto told = [&](std::size_t rung) {
            return formatted("{} {}", view_.terms.rungs[rung].id, whole_percent(chances[rung].value));
        };
        if (shown_.size() > most_in_full) {
            const auto likeliest = std::max_element(chances.begin(), chances.end(),
                                                    [](const auto& a, const auto& b) { return a.value < b.value; });
            return "most often " + told(static_cast<std::size_t>(likeliest - chances.begin()));
        }
        std::vector<std::string> rungs;
        for (std::size_t rung = 0; rung < chances.size(); ++rung) {
            if (chances[rung].value > 0) {
                rungs.push_back(told(rung));
            }
        }
        return in_a_row(rungs);
    }

    void add_ends(std::vector<Fact>& facts) const {
        for (const std::size_t path : shown_) {
            std::string text = formatted("{}: {}; a job lost {}", name(path), rungs_at_the_end(path),
                                         whole_percent(figures(path).lost_a_job.value));
            if (const auto& gone = figures(path).savings_gone; gone && gone->value >= 0.005) {
                text += "; savings gone " + whole_percent(gone->value);
            }
            facts.push_back({path == shown_.front() ? "At the end" : "", std::move(text)});
        }
    }

    [[nodiscard]] std::string beliefs(std::size_t path) const {
        auto parts = beliefs_that_tie(view_, path);
        if (parts.empty()) {
            return "no chance, pay or exit of its own does it alone";
        }
        parts.resize(std::min(parts.size(), most_beliefs));
        return formatted("{}{}", parts.size() > 1 ? "one of: " : "", in_a_row(parts, "; "));
    }

    void add_beliefs(std::vector<Fact>& facts) const {
        const auto* path = runner_up();
        if (path != nullptr) {
            facts.push_back({"To tie", formatted("for {} you would have to believe {}", name(*path), beliefs(*path))});
        }
    }

    void add_turns(std::vector<Fact>& facts) const {
        for (std::size_t i = 0; i < std::min<std::size_t>(view_.career.turns.size(), 1); ++i) {
            const auto& terms = view_.terms.turns[i];
            const auto& turn = view_.career.turns[i];
            const auto best = figures(view_.career.best).value().mean.value;
            std::string text = formatted("{} to {} after {} (open {}", name(terms.from), name(terms.to),
                                         years_or_months(terms.at), whole_percent(terms.open));
            if (terms.reading != 0.5) {
                text += formatted(", readings right {}", whole_percent(terms.reading));
            }
            const auto worth = rough_amounts(std::vector{turn.right, turn.seeing});
            text += formatted("): worth {}, {} of it for seeing first; with it ", worth[0], worth[1]);
            const Estimated size{std::abs(turn.lead.value), turn.lead.error};
            text += about_even(turn.lead, best) ? "about even"
                    : turn.lead.value > 0
                        ? formatted("{} more than {} on average", rough_amount(size), name(view_.career.best))
                        : formatted("{} less than {} on average", rough_amount(size), name(view_.career.best));
            facts.push_back({"Turning", std::move(text)});
        }
    }

    [[nodiscard]] std::string shortfalls() const {
        std::vector<Estimated> regrets;
        for (const std::size_t path : shown_) {
            regrets.push_back(figures(path).regret);
        }
        const auto amounts = rough_amounts(regrets);
        std::vector<std::string> parts;
        for (std::size_t row = 0; row < shown_.size(); ++row) {
            parts.push_back(formatted("{} {}", name(shown_[row]), amounts[row]));
        }
        return "of the best path of each future: " + in_a_row(parts);
    }

    void add_moves(std::vector<Fact>& facts) const {
        const auto* against = runner_up();
        if (against == nullptr) {
            return;
        }
        std::vector<std::pair<double, std::string>> spreads;
        for (const auto& move : view_.career.moves) {
            for (const auto& lead : move.lead) {
                if (lead.path != *against || !lead.low || !lead.high) {
                    continue;
                }
                auto ends = rough_amounts(std::vector{*lead.low, *lead.high});
                for (std::string& end : ends) {
                    end = end.starts_with('-') || end == "0" ? end : "+" + end;
                }
                spreads.emplace_back(
                    std::abs(lead.high->value - lead.low->value),
                    formatted("{} {} to {}",
                              move.kind == paths::MoveKind::exit && move.name == name(*against) ? "a paying exit"
                                                                                                : move_words(move),
                              ends[0], ends[1]));
            }
        }
        std::sort(spreads.begin(), spreads.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < std::min<std::size_t>(spreads.size(), 2); ++i) {
            parts.push_back(spreads[i].second);
        }
        if (!parts.empty()) {
            facts.push_back({"Moves it", in_a_row(parts, "; ")});
        }
    }

    [[nodiscard]] std::string left_out() const {
        std::string text = "tax, share prices off their means, bad runs, hours, liking";
        const auto none = counted_as_none(view_);
        if (!none.empty()) {
            text += "; counted as none for want of a rate: " + in_a_row(none);
        }
        if (!view_.career.beyond_horizon.empty()) {
            text += formatted("; {} beyond the horizon",
                              view_.career.beyond_horizon.size() == 1
                                  ? "an exit"
                                  : std::to_string(view_.career.beyond_horizon.size()) + " exits");
        }
        return text;
    }

    const CareerView& view_;
    std::vector<std::size_t> shown_;
    std::size_t left_out_;
    std::size_t dropped_ = 0;
};

}  // namespace

std::vector<std::size_t> paths_shown(const paths::Career& career) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < career.paths.size(); ++i) {
        order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        // The best path is the first of several that tie.
        if ((a == career.best) != (b == career.best)) {
            return a == career.best;
        }
        const double left = career.paths[a].value().mean.value;
        const double right = career.paths[b].value().mean.value;
        return left != right ? left > right : a < b;
    });
    if (order.size() > most_in_full) {
        order.resize(std::min(order.size(), most_shown));
    }
    return order;
}

Page career_page(const CareerView& view, std::size_t left_out) {
    expects(left_out <= most_left_out);
    Page page = FirstScreen{view, left_out}.page();
    if (view.detail) {
        page.append(career_detail(view));
    }
    return page;
}

}  // namespace offerkit::report
