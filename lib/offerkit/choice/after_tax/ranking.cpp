#include <offerkit/choice/after_tax/ranking.hpp>

#include <algorithm>
#include <numeric>

namespace offerkit::choice {

bool has_twin(model::Definition definition) noexcept {
    using D = model::Definition;
    return definition == D::average || definition == D::first_year || definition == D::present_value ||
           definition == D::annualized;
}

void rank_after_tax(Comparison& comparison, std::span<const std::optional<AfterTax>> taxes) {
    expects(taxes.size() == comparison.offers.size());
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        expects(taxes[i].has_value());
        comparison.offers[i].definitions = taxes[i]->definitions;
        comparison.offers[i].with_refreshers.reset();
    }
    comparison.after_tax = true;
    comparison.break_even.clear();
    comparison.asymmetries.clear();
    std::iota(comparison.ranking.begin(), comparison.ranking.end(), std::size_t{0});
    std::stable_sort(comparison.ranking.begin(), comparison.ranking.end(),
                     [&](std::size_t a, std::size_t b) { return comparison.figure(a) > comparison.figure(b); });
    comparison.valuation.assumptions.push_back(
        {"", "after_tax", "each year as a tax year", "how the figures after tax are taxed", {}});
}

}  // namespace offerkit::choice
