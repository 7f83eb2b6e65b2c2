#include <offerkit/choice/uncertainty/exit_cases.hpp>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

std::vector<ExitCase> exit_cases(const value::ValuedOffer& offer, model::Definition figure,
                                 const model::Valuation& valuation, value::Discounting& discounting) {
    std::vector<ExitCase> cases;
    if (!offer.exits) {
        return cases;
    }
    const Money rest = figure_without_shares(offer, figure, valuation, discounting);
    for (const auto& scenario : offer.exits->scenarios) {
        const Money brings = figure == model::Definition::average ? value::average_of(scenario.worth, valuation.horizon)
                                                                  : scenario.present_value;
        cases.push_back({scenario.chance, rest + brings});
    }
    return cases;
}

}  // namespace offerkit::choice
