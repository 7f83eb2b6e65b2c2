#include <offerkit/report/one_file/by_definition.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <offerkit/choice/comparison/by_definition.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

/// `told`: who leads has been said already.
Choice choice_of(const choice::Comparison& comparison, const std::vector<std::string>& names, bool told) {
    const auto& words = words_of(comparison.valuation.by);
    Bars bars;
    for (std::size_t i = 0; i < names.size(); ++i) {
        bars.bars.push_back(
            {names[i], {quantity::major_of(comparison.figure(i))}, to_grouped(comparison.figure(i), true)});
    }
    Page page;
    if (auto line = lead_line(comparison, names); !told && !line.empty()) {
        page.text(std::move(line));
    }
    page.add(std::move(bars)).text(capitalised(std::string(words.meaning)) + ".");
    return {std::string(words.name), std::move(page.blocks)};
}

}  // namespace

Choices definition_choices(const choice::Comparison& comparison, const std::vector<std::string>& names) {
    using D = model::Definition;
    std::vector<D> definitions{comparison.valuation.by};
    for (const D other : {D::first_year, D::annualized, D::present_value}) {
        if (std::find(definitions.begin(), definitions.end(), other) == definitions.end()) {
            definitions.push_back(other);
        }
    }
    Choices choices{names.size() > 1 ? "Who leads, by which definition" : "By each definition", {}};
    for (const D definition : definitions) {
        choices.choices.push_back(
            choice_of(choice::by_definition(comparison, definition), names, definition == comparison.valuation.by));
    }
    return choices;
}

}  // namespace offerkit::report
