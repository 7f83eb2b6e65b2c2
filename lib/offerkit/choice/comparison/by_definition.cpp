#include <offerkit/choice/comparison/by_definition.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace offerkit::choice {

Comparison by_definition(Comparison comparison, model::Definition by) {
    comparison.valuation.by = by;
    comparison.break_even.clear();
    comparison.asymmetries.clear();
    std::iota(comparison.ranking.begin(), comparison.ranking.end(), std::size_t{0});
    std::stable_sort(comparison.ranking.begin(), comparison.ranking.end(),
                     [&](std::size_t a, std::size_t b) { return comparison.figure(a) > comparison.figure(b); });
    return comparison;
}

}  // namespace offerkit::choice
