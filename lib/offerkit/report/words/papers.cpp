#include <offerkit/report/words/papers.hpp>

#include <algorithm>

namespace offerkit::report {

std::vector<const model::Offer*> papers_of(const choice::Comparison& comparison) {
    std::vector<const model::Offer*> papers;
    for (const auto& offer : comparison.offers) {
        papers.push_back(offer.offer);
    }
    return papers;
}

int most_years(const choice::Comparison& comparison) {
    int years = 0;
    for (const auto& offer : comparison.offers) {
        years = std::max(years, static_cast<int>(offer.years.size()));
    }
    return years;
}

}  // namespace offerkit::report
