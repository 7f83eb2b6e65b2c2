#include <offerkit/choice/negotiation/company_ties.hpp>

#include <utility>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice::negotiation {

std::vector<CompanyBreakEven> company_ties(const Comparison& comparison, std::size_t own,
                                           const Alternatives& alternatives) {
    std::vector<CompanyBreakEven> ties;
    if (comparison.after_tax || alternatives.empty()) {
        return ties;
    }
    model::Valuation valuation = comparison.valuation;
    valuation.by = valuation.by == model::Definition::present_value ? model::Definition::present_value
                                                                    : model::Definition::average;
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    const auto add = [&](std::size_t offer, std::size_t against) {
        const Money goal = get(comparison.offers[against].definitions, valuation.by);
        if (auto tie = solve_company(comparison.offers[offer], goal, valuation, discounting)) {
            ties.push_back({offer, against, valuation.by, *std::move(tie)});
        }
    };
    add(own, alternatives.batna().offer);
    for (const Alternative& way : alternatives.all) {
        add(way.offer, own);
    }
    return ties;
}

}  // namespace offerkit::choice::negotiation
