#include <offerkit/report/words/run_assumptions.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/assumptions.hpp>

namespace offerkit::report {
namespace {

using value::ValuedOffer;

/// "5% discount on money, none on shares": of the definitions that discount.
std::string discount_words(const choice::Comparison& comparison, bool stock) {
    const auto& valuation = comparison.valuation;
    switch (valuation.by) {
        case model::Definition::present_value:
            return diagnostic::formatted("{} discount{}", to_percent(valuation.discount_rate),
                                         stock ? " on money, none on shares" : "");
        case model::Definition::survival_weighted:
            return diagnostic::formatted("{} discount, {} leave in a year", to_percent(valuation.discount_rate),
                                         to_percent(valuation.exit_per_year));
        default: return {};
    }
}

}  // namespace

std::vector<std::string> run_assumptions(const choice::Comparison& comparison) {
    const auto& offers = comparison.offers;
    const auto any = [&](auto has) { return std::any_of(offers.begin(), offers.end(), has); };
    const bool stock = any([](const ValuedOffer& offer) { return offer.stock() != nullptr; });
    const bool grows =
        any([](const ValuedOffer& offer) { return offer.stock() != nullptr && offer.stock()->growth_stated; });
    std::vector<std::string> words{discount_words(comparison, stock && !grows)};
    if (stock) {
        words.emplace_back(grows ? "share prices grow as the files say" : "today's share price");
    }
    if (any([](const ValuedOffer& offer) { return offer.offer->base && !offer.offer->base->raise_stated; })) {
        words.emplace_back("no raises");
    }
    if (any([](const ValuedOffer& offer) { return !offer.offer->bonuses.empty(); })) {
        words.emplace_back("bonuses as expected");
    }
    words.emplace_back("you stay");
    for (const auto& rate : rates_used(offers)) {
        words.push_back(rate);
    }
    return words;
}

}  // namespace offerkit::report
