#include <offerkit/choice/search/expected_best.hpp>

#include <algorithm>

namespace offerkit::choice::search {

double expected_best(std::vector<Chance> chances, double nothing) {
    std::sort(chances.begin(), chances.end(), [](const Chance& a, const Chance& b) { return a.value > b.value; });
    double best = nothing;
    for (auto chance = chances.rbegin(); chance != chances.rend(); ++chance) {
        if (chance->value > nothing) {
            best = chance->probability * chance->value + (1 - chance->probability) * best;
        }
    }
    return best;
}

}  // namespace offerkit::choice::search
