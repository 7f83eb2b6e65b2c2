#include <algorithm>
#include <cmath>
#include <cstdint>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/value/figures.hpp>

/// Ties that no share price makes: a chance, a payout.
namespace offerkit::choice {

std::optional<quantity::Rate> solve_chance(const value::ValuedOffer& offer, Money goal, model::Definition by) {
    if (!offer.waiting) {
        return std::nullopt;
    }
    const Money none = get(offer.waiting->none, by);
    const Money all = get(offer.waiting->all, by);
    const bool between = none <= goal && goal <= all && none < all;
    return between ? quantity::Rate::of((goal - none).minor(), (all - none).minor()) : std::nullopt;
}

std::optional<quantity::Rate> solve_payout(const value::ValuedOffer& offer, Money goal,
                                           const model::Valuation& valuation, value::Discounting& discounting) {
    const auto figure_at = [&](std::int64_t payout) -> std::optional<Money> {
        model::Offer edited = *offer.offer;
        for (auto& bonus : edited.bonuses) {
            bonus.payout = quantity::Rate{payout};
        }
        const auto definitions = value::with_pay_of(offer, edited, valuation, discounting);
        return definitions ? std::optional{get(*definitions, valuation.by)} : std::nullopt;
    };
    const auto& bonuses = offer.offer->bonuses;
    const bool paid_whole = std::all_of(bonuses.begin(), bonuses.end(),
                                        [](const model::Bonus& bonus) { return bonus.payout == quantity::Rate{1}; });
    const auto none = bonuses.empty() ? std::nullopt : figure_at(0);
    const auto whole = none && paid_whole ? std::optional{get(offer.definitions, valuation.by)}
                       : none             ? figure_at(1)
                                          : std::nullopt;
    if (!whole || *whole <= *none) {
        return std::nullopt;
    }
    // A bonus is proportional to its payout, but for the rounding of each to the minor unit.
    const auto slope = static_cast<double>((*whole - *none).minor());
    const double payout = static_cast<double>((goal - *none).minor()) / slope;
    constexpr double highest_payout = 100.0;
    if (payout < 0 || payout > highest_payout) {
        return std::nullopt;
    }
    // As few decimals as move the figure by less than half a minor unit.
    std::int64_t scale = 100;
    while (static_cast<double>(scale) < slope && scale < 10'000'000'000) {
        scale *= 10;
    }
    return quantity::Rate::of(static_cast<std::int64_t>(std::nearbyint(payout * static_cast<double>(scale))), scale);
}

}  // namespace offerkit::choice
