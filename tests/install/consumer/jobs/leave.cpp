// What leaving each job on a day forfeits and costs.
#include <iostream>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/value/leaving.hpp>

using namespace offerkit;

void leave(std::span<const model::Offer> offers, calendar::Date day, diagnostic::Diagnostics& problems) {
    const model::Valuation valuation{.as_of = day};
    const auto windows = choice::windows_of(offers, valuation);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto rates = choice::rate_sources(offers, i, valuation);
        auto book =
            value::LeavingBook::open(offers[i], windows[i], {valuation, offers[i].currency, rates}, day, problems);
        if (!book) {
            continue;
        }
        // The book answers for any day and reason; what it returns points into it.
        if (const auto leaving = book->on({day, model::LeavingReason::voluntary}, problems)) {
            std::cout << offers[i].company << "  forfeits " << to_grouped(leaving->all.forfeited.value) << ", costs "
                      << to_grouped(leaving->cost) << '\n';
        }
    }
}
