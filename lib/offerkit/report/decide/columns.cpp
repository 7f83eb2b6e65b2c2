#include <offerkit/report/decide/columns.hpp>

#include <numeric>
#include <vector>

#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Decision;

/// The weight, rating, value and product of each factor, for programs.
void add_factors(Columns<std::size_t>& columns, const Decision& decision) {
    for (std::size_t j = 0; j < decision.judgement.factors.size(); ++j) {
        const std::string& id = decision.judgement.factors[j].id;
        const auto part = [&decision, j](std::size_t i) -> const auto& { return decision.scores[i].contributions[j]; };
        columns.data(id + "_weight", [part](std::size_t i) { return Datum(part(i).weight); })
            .data(id + "_rating",
                  [&decision, part](std::size_t i) {
                      return Datum(decision.judgement.ratings[i][part(i).factor].rating);
                  })
            .data(id + "_value", [part](std::size_t i) { return Datum(part(i).value); })
            .data(id + "_product", [part](std::size_t i) { return Datum(part(i).product); });
    }
}

}  // namespace

Columns<std::size_t> decide_columns(const DecideView& view, const DecideWords& words) {
    using Offer = std::size_t;
    const Decision& decision = view.decision;
    const auto paper = [&view](Offer i) -> const model::Offer& { return *view.comparison.offers[i].offer; };
    const auto score = [&decision](Offer i) -> const auto& { return decision.scores[i]; };
    const auto chance = [](double share) { return Cell(chance_text(share)); };
    const bool apart = decision.without_money.has_value();
    const auto own = [&decision](Offer i) -> const auto& { return decision.without_money->scores[i]; };
    Columns<Offer> columns;
    columns.data("rank", [score](Offer i) { return score(i).rank; })
        .add({.key = "company",
              .title = "Offer",
              .priority = Priority::key,
              .value = [paper](Offer i) { return paper(i).company; },
              .shown = [&words](Offer i) { return Cell(words.offer(i)); }})
        .data("file", [paper](Offer i) { return paper(i).file; })
        .add({.key = "value",
              .title = "Score",
              .align = Align::right,
              .value = [score](Offer i) { return score(i).value; },
              .shown = [score](Offer i) { return Cell(score_text(score(i).value)); }})
        .add({.key = "probability_best",
              .title = "Best with",
              .align = Align::right,
              .value = [score](Offer i) { return score(i).probability_best; },
              .shown = [score, chance](Offer i) { return chance(score(i).probability_best); }})
        .add({.key = "expected_regret",
              .title = "Expected regret",
              .align = Align::right,
              .value = [score](Offer i) { return score(i).expected_regret; },
              .shown = [score](Offer i) { return Cell(score_text(score(i).expected_regret)); }})
        .add({.key = "value_no_money",
              .title = "Score without pay",
              .align = Align::right,
              .on_page = apart,
              .value = [own, apart](Offer i) { return apart ? Datum(own(i).value) : Datum(); },
              .shown = [own](Offer i) { return Cell(score_text(own(i).value)); }})
        .add({.title = "Best with",
              .align = Align::right,
              .on_page = apart,
              .shown = [own, chance](Offer i) { return chance(own(i).probability_best); }})
        .data("currency", [&decision](Offer) { return decision.currency.code(); })
        .data("yearly_pay", [&decision](Offer i) { return decision.mean_pay[i]; })
        .data("pay_at_tie",
              [&decision](Offer i) {
                  return decision.price_of_choice.empty() ? Datum() : Datum(decision.price_of_choice[i].money);
              })
        .data("first_at_any_weights", [&decision](Offer i) { return decision.acceptability[i].ranks.front(); })
        .data("first_in_order", [&decision](Offer i) { return decision.acceptability_under_order[i].ranks.front(); })
        .data("must_haves_missed", [&words](Offer i) { return words.missed(i).size(); });
    add_factors(columns, decision);
    return columns;
}

Sheet decide_sheet(const DecideView& view) {
    const DecideWords words(view.comparison, view.decision);
    std::vector<std::size_t> offers(view.decision.scores.size());
    std::iota(offers.begin(), offers.end(), std::size_t{0});
    return decide_columns(view, words).sheet(offers);
}

}  // namespace offerkit::report
