#include <cli/session/waiting.hpp>

#include <algorithm>

namespace offerkit::cli {

std::optional<choice::Comparison> with_all_that_waits(std::span<const model::Offer> offers,
                                                      const choice::Comparison& comparison) {
    const bool waits = std::any_of(comparison.offers.begin(), comparison.offers.end(),
                                   [](const auto& offer) { return offer.waiting.has_value(); });
    if (!waits || comparison.valuation.pending != model::Pending::none) {
        return std::nullopt;
    }
    auto valuation = comparison.valuation;
    valuation.pending = model::Pending::all;
    diagnostic::Diagnostics told_before;
    return choice::rank(offers, valuation, told_before);
}

}  // namespace offerkit::cli
