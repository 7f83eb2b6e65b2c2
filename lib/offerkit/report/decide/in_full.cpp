#include <offerkit/report/decide/in_full.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/decide/columns.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Decision;
using choice::decision::Acceptability;
using choice::decision::DecisionFactor;
using choice::decision::DominanceKind;
using diagnostic::formatted;

std::string range_text(const std::optional<choice::decision::Interval>& interval) {
    return interval ? formatted("{} to {}", chance_text(interval->low), chance_text(interval->high)) : "";
}

class DetailWriter {
public:
    DetailWriter(const DecideView& view, const DecideWords& words)
        : view_(view), decision_(view.decision), words_(words) {}

    Page write() {
        page_.heading("What counts, and how far each weight can go").add(weights());
        if (!decision_.money_equivalents.empty()) {
            page_.text(
                "A full swing, from the worst end of a scale to its best, is worth that much yearly pay to you "
                "by these weights. Where that is not true, the weights are not yours yet.");
        }
        if (decision_.ranking.size() > 1) {
            add_scores();
            add_ranks();
            add_pairs();
            add_pay();
            add_ratings();
            add_goals();
        }
        add_questions();
        add_bank();
        add_must_haves();
        return std::move(page_);
    }

private:
    [[nodiscard]] bool several() const noexcept { return decision_.ranking.size() > 1; }

    [[nodiscard]] Table weights() const {
        Table table;
        table.columns = {{"Factor", Align::left, Priority::key}, {"Weight", Align::right}};
        if (several()) {
            table.columns.push_back({formatted("{} leads from", words_.offer(decision_.leader())), Align::right});
            table.columns.push_back({"same order from", Align::right});
        }
        if (!decision_.money_equivalents.empty()) {
            table.columns.push_back({"A full swing, a year", Align::right});
        }
        for (std::size_t j = 0; j < decision_.weights.size(); ++j) {
            std::vector<Cell> cells{capitalised(words_.factor(j)), chance_text(decision_.weights[j])};
            if (several()) {
                for (const auto& interval :
                     {decision_.weight_intervals[j].winner, decision_.weight_intervals[j].order}) {
                    cells.push_back(interval ? Cell(range_text(interval)) : Cell::not_applicable());
                }
            }
            if (!decision_.money_equivalents.empty()) {
                cells.emplace_back(words_.roughly_money(decision_.money_equivalents[j].per_swing));
            }
            table.row(std::move(cells));
        }
        return table;
    }

    void add_scores() {
        page_.heading("How each does")
            .add(decide_columns(view_, words_).table(decision_.ranking))
            .text(
                "The score alone ranks. Expected regret is what choosing that offer is expected to miss, once all "
                "that is unsure is known.");
    }

    [[nodiscard]] Table ranks(const std::vector<Acceptability>& acceptability, std::string caption) const {
        Table table;
        table.caption = std::move(caption);
        table.columns = {{"Offer", Align::left, Priority::key}};
        for (std::size_t rank = 1; rank <= decision_.ranking.size(); ++rank) {
            table.columns.push_back({rank == 1 ? "First" : "Rank " + std::to_string(rank), Align::right});
        }
        table.columns.push_back({"Give or take", Align::right});
        for (const auto i : decision_.ranking) {
            std::vector<Cell> cells{words_.offer(i)};
            for (const double share : acceptability[i].ranks) {
                cells.emplace_back(chance_text(share));
            }
            cells.emplace_back(chance_text(acceptability[i].half_width));
            table.row(std::move(cells));
        }
        return table;
    }

    // What somebody who puts an offer first typically weighs.
    [[nodiscard]] Table central() const {
        Table table;
        table.caption = "Weights that would put each first, on average";
        table.columns = {{"Factor", Align::left, Priority::key}, {"Yours", Align::right}};
        for (const auto i : decision_.ranking) {
            table.columns.push_back({words_.offer(i), Align::right});
        }
        for (std::size_t j = 0; j < decision_.weights.size(); ++j) {
            std::vector<Cell> cells{capitalised(words_.factor(j)), chance_text(decision_.weights[j])};
            for (const auto i : decision_.ranking) {
                const auto& weights = decision_.acceptability[i].central_weights;
                cells.push_back(weights ? Cell(chance_text((*weights)[j])) : Cell::not_applicable());
            }
            table.row(std::move(cells));
        }
        return table;
    }

    void add_ranks() {
        page_.heading("If your weights were others")
            .add(ranks(decision_.acceptability, "Share of all possible weights that put each offer on each rank"))
            .add(ranks(decision_.acceptability_under_order, "The same, with the factors in your order of importance"))
            .add(central());
    }

    [[nodiscard]] std::string dominance_text(std::size_t a, std::size_t b) const {
        for (const auto& pair : decision_.dominance) {
            if (pair.a == a && pair.b == b) {
                return pair.kind == DominanceKind::plain ? "better on every count" : "better in your order";
            }
        }
        return {};
    }

    void add_pairs() {
        Table table;
        table.columns = {{"Offer", Align::left, Priority::key},
                         {"beats"},
                         {"at any weights", Align::right},
                         {"in your order", Align::right},
                         {"for certain"}};
        for (const auto& pair : decision_.pairwise) {
            const bool first = pair.index >= 0.5;
            const auto a = first ? pair.a : pair.b;
            const auto b = first ? pair.b : pair.a;
            std::string sure = dominance_text(a, b);
            if (const std::string other = dominance_text(b, a); !other.empty()) {
                sure = formatted("{} is {}", words_.offer(b), other);
            }
            table.row({words_.offer(a), words_.offer(b), chance_text(first ? pair.index : 1 - pair.index),
                       chance_text(first ? pair.index_under_order : 1 - pair.index_under_order),
                       sure.empty() ? Cell::not_applicable() : Cell(std::move(sure))});
        }
        page_.heading("Who beats whom").add(std::move(table));
    }

    void add_pay() {
        if (decision_.price_of_choice.empty()) {
            return;
        }
        Table table;
        table.columns = {{"Offer", Align::left, Priority::key},
                         {"pays a year", Align::right},
                         {"break-even with"},
                         {"at", Align::right},
                         {"change", Align::right}};
        for (const auto& price : decision_.price_of_choice) {
            const double now = decision_.judgement.ratings[price.offer][*decision_.judgement.money].rating;
            table.row({words_.offer(price.offer), words_.whole_money(now), words_.offer(price.against),
                       price.money ? Cell(words_.whole_money(*price.money)) : Cell("no pay on your scale", Tone::dim),
                       price.change ? Cell((*price.change > 0 ? "+" : "") + words_.whole_money(*price.change))
                                    : Cell::not_applicable()});
        }
        page_.heading(formatted("The price of choosing, in {} a year", decision_.currency.code()))
            .add(std::move(table));
    }

    void add_ratings() {
        Table table;
        table.columns = {
            {"Offer", Align::left, Priority::key}, {"Factor"}, {"now"}, {"break-even at", Align::right}, {"with"}};
        for (const auto& change : decision_.rating_changes) {
            if (!change.feasible) {
                continue;
            }
            const auto& rating = decision_.judgement.ratings[change.offer][change.factor];
            table.row({words_.offer(change.offer), words_.factor(change.factor),
                       words_.rating(change.offer, change.factor),
                       far_enough(change.rating, rating.rating, words_.rating_decimals(change.factor)),
                       words_.offer(change.against)});
        }
        if (!table.rows.empty()) {
            page_.heading("Which rating alone would change it").add(std::move(table));
        }
    }

    void add_goals() {
        if (decision_.goal_lenses.empty()) {
            return;
        }
        Table table;
        table.columns = {{"Goal", Align::left, Priority::key}, {"its weight", Align::right}};
        for (const auto i : decision_.ranking) {
            table.columns.push_back({words_.offer(i), Align::right});
        }
        for (const auto& lens : decision_.goal_lenses) {
            std::vector<Cell> cells{capitalised(std::string(goal_words(lens.goal))), chance_text(lens.share)};
            for (const auto i : decision_.ranking) {
                const bool wins = i == lens.winner ||
                                  std::find(lens.tied_with.begin(), lens.tied_with.end(), i) != lens.tied_with.end();
                cells.emplace_back(score_text(lens.values[i]) + (wins ? " *" : "  "), wins ? Tone::good : Tone::normal);
            }
            table.row(std::move(cells));
        }
        page_.heading("If one goal were all that counts, or most of it (* leads)").add(std::move(table));
    }

    void add_questions() {
        Table table;
        table.columns = {{"Offer", Align::left, Priority::key}, {"Factor"}, {"as rated"}};
        const bool money = std::any_of(decision_.ask_first.begin(), decision_.ask_first.end(),
                                       [](const auto& question) { return question.money.has_value(); });
        if (several()) {
            table.columns.push_back({"knowing is worth", Align::right});
            if (money) {
                table.columns.push_back({"a year", Align::right});
            }
        }
        auto questions = decision_.ask_first;
        questions.insert(questions.end(), decision_.find_out.begin(), decision_.find_out.end());
        for (const auto& question : questions) {
            std::vector<Cell> cells{words_.offer(question.offer), words_.factor(question.factor),
                                    words_.rating(question.offer, question.factor)};
            if (several()) {
                cells.emplace_back(question.value > 0 ? score_text(question.value) : "nothing");
                if (money) {
                    cells.push_back(question.value > 0 && question.money ? Cell(words_.roughly_money(*question.money))
                                                                         : Cell::not_applicable());
                }
            }
            table.row(std::move(cells));
        }
        if (!table.rows.empty()) {
            page_.heading("What to ask, the most valuable answer first").add(std::move(table));
        }
    }

    // The question bank of the priorities, for the conversation.
    void add_bank() {
        std::vector<std::string> lines;
        for (const auto& factor : decision_.judgement.factors) {
            if (factor.stated != nullptr && !factor.stated->question.empty()) {
                lines.push_back(formatted("{}: \"{}\"", capitalised(factor.name), factor.stated->question));
            }
        }
        if (!lines.empty()) {
            page_.subheading("Questions to put to a manager or a colleague").list(std::move(lines));
        }
    }

    void add_must_haves() {
        if (decision_.must_haves.empty()) {
            return;
        }
        Table table;
        table.columns = {{"Must-have", Align::left, Priority::key},
                         {"asked", Align::right},
                         {"Offer"},
                         {"as rated"},
                         {"reaches it with", Align::right},
                         {""}};
        for (const auto& result : decision_.must_haves) {
            const auto& factor = decision_.judgement.factors[result.factor];
            const int decimals = std::max(words_.rating_decimals(result.factor), 2);
            std::string asked = formatted("{} {}{}", factor.best < factor.worst ? "at most" : "at least",
                                          number_text(result.at_least, decimals),
                                          result.required ? ", " + chance_text(*result.required) : "");
            const std::string missed =
                result.shortfall > 0 ? "missed by " + number_text(result.shortfall, decimals) : "not sure enough";
            table.row({words_.factor(result.factor), std::move(asked), words_.offer(result.offer),
                       words_.rating(result.offer, result.factor), chance_text(result.chance),
                       !result.known ? Cell("not known yet")
                       : result.met  ? Cell("met", Tone::good)
                                     : Cell(missed, Tone::bad)});
        }
        page_.heading("Must-haves").add(std::move(table));
    }

    const DecideView& view_;
    const Decision& decision_;
    const DecideWords& words_;
    Page page_{};
};

/// "0.50 x 0.60 (career / growth)": how a leaf of the tree comes by its weight.
std::string weight_rule(const DecisionFactor& factor) {
    if (factor.path.size() < 2) {
        return {};
    }
    std::string shares;
    std::string names;
    for (const auto& step : factor.path) {
        shares += (shares.empty() ? "" : " x ") + number_text(step.weight, 3);
        names += (names.empty() ? "" : " / ") + step.factor;
    }
    return formatted("{} ({})", shares, names);
}

std::string weights_rule(const model::Priorities& priorities) {
    if (priorities.equal_weights) {
        return "Weights are equal, as the priorities say.";
    }
    const bool ranks = (priorities.money && priorities.money->rank) ||
                       (!priorities.factors.empty() && priorities.factors.front().rank);
    return ranks ? "Weights follow from the ranks alone (rank-order centroid)."
                 : "A weight is the factor's swing over the sum of the swings beside it.";
}

}  // namespace

Page decide_detail(const DecideView& view, const DecideWords& words) { return DetailWriter(view, words).write(); }

Page decide_explanation(const DecideView& view, const DecideWords& words) {
    const Decision& decision = view.decision;
    Page page;
    page.heading("Every product")
        .text(formatted(
            "{} A value is where a rating lies between the worst end of its scale (0) and the best (1), or its "
            "expectation. Weight x value adds up to the score.",
            weights_rule(view.priorities)));
    for (const auto i : decision.ranking) {
        const auto& offer = *view.comparison.offers[i].offer;
        Table table;
        table.caption = formatted("{}, {}", words.offer(i), offer.file);
        table.columns = {{"Factor", Align::left, Priority::key},
                         {"Weight", Align::decimal},
                         {"Rating"},
                         {"Value", Align::decimal},
                         {"Product", Align::decimal},
                         {"From"}};
        for (const auto& part : decision.scores[i].contributions) {
            const auto& factor = decision.judgement.factors[part.factor];
            const auto& rating = decision.judgement.ratings[i][part.factor];
            const std::string place = factor.money ? "the years of the offer"
                                      : rating.kind == choice::decision::RatingKind::missing
                                          ? "no line"
                                          : place_beside(offer.file, rating.span, view.sources);
            const std::string rule = weight_rule(factor);
            table.row({capitalised(words.factor(part.factor)), number_text(part.weight, 4),
                       words.rating(i, part.factor), number_text(part.value, 4), number_text(part.product, 4),
                       place + (rule.empty() ? "" : "; weight " + rule)});
        }
        table.total({"Score", "", "", "", number_text(decision.scores[i].value, 4), ""});
        page.add(std::move(table));
    }
    return page;
}

}  // namespace offerkit::report
