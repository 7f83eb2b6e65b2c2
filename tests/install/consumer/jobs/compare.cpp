// Offers side by side, the best first.
#include <iostream>
#include <offerkit/choice/comparison/comparison.hpp>

using namespace offerkit;

void compare(std::span<const model::Offer> offers, calendar::Date today, diagnostic::Diagnostics& problems) {
    const model::Valuation valuation{.as_of = today};  // the rest has the documented defaults
    const auto comparison = choice::compare(offers, valuation, problems);
    if (!comparison) {
        return;  // `problems` says why
    }
    for (const auto i : comparison->ranking) {
        std::cout << offers[i].company << "  " << to_grouped(comparison->figure(i)) << '\n';
    }
}
