#include <offerkit/report/decide/decide.hpp>

#include <utility>
#include <vector>

#include <offerkit/report/decide/words.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {

using choice::Decision;

Sheet decide_sheet(const DecideView& view) {
    const Decision& decision = view.decision;
    const DecideWords words(view.comparison, decision);
    Sheet sheet;
    sheet.columns = {"rank",
                     "company",
                     "file",
                     "value",
                     "probability_best",
                     "expected_regret",
                     "value_no_money",
                     "currency",
                     "yearly_pay",
                     "pay_at_tie",
                     "first_at_any_weights",
                     "first_in_order",
                     "must_haves_missed"};
    for (const auto& factor : decision.judgement.factors) {
        for (const auto* column : {"_weight", "_rating", "_value", "_product"}) {
            sheet.columns.push_back(factor.id + column);
        }
    }
    const auto number = [](double value) { return SheetCell::number(Document::number(value).text()); };
    for (std::size_t i = 0; i < decision.scores.size(); ++i) {
        const auto& score = decision.scores[i];
        const auto& paper = *view.comparison.offers[i].offer;
        const auto* price = decision.price_of_choice.empty() ? nullptr : &decision.price_of_choice[i];
        std::vector<SheetCell> cells{
            SheetCell::number(static_cast<long long>(score.rank)),
            paper.company,
            paper.file,
            number(score.value),
            number(score.probability_best),
            number(score.expected_regret),
            decision.without_money ? number(decision.without_money->scores[i].value) : SheetCell::empty(),
            decision.currency.code(),
            cell_of(decision.mean_pay[i]),
            price != nullptr && price->money ? number(*price->money) : SheetCell::empty(),
            number(decision.acceptability[i].ranks.front()),
            number(decision.acceptability_under_order[i].ranks.front()),
            SheetCell::number(static_cast<long long>(words.missed(i).size()))};
        for (const auto& part : score.contributions) {
            cells.push_back(number(part.weight));
            cells.push_back(number(decision.judgement.ratings[i][part.factor].rating));
            cells.push_back(number(part.value));
            cells.push_back(number(part.product));
        }
        sheet.row(std::move(cells));
    }
    return sheet;
}

}  // namespace offerkit::report
