#include <offerkit/choice/comparison/sales.hpp>

#include <algorithm>

#include <offerkit/value/exits.hpp>

namespace offerkit::choice {

namespace {

using quantity::Exact;
using quantity::Money;

/// An amount of the stock's currency in that of the results.
std::optional<Money> converted(const value::ValuedOffer& offer, const Exact& amount) {
    const auto own = to_money(amount, offer.stock()->currency);
    if (!own || own->currency() == offer.currency) {
        return own;
    }
    const auto found =
        std::find_if(offer.conversions.begin(), offer.conversions.end(),
                     [&](const value::Conversion& conversion) { return conversion.from == own->currency(); });
    return found == offer.conversions.end() ? std::nullopt : found->apply(*own);
}

}  // namespace

std::optional<Sales> sales_at(const value::ValuedOffer& offer, std::span<const Money> values) {
    const auto* stock = offer.stock();
    if (stock == nullptr || stock->kind != model::StockKind::private_company) {
        return std::nullopt;
    }
    const auto table = value::cap_table(*stock, stock->rounds, stock->dilution, {});
    const auto owned = value::owned_by_the_end(offer);
    const auto cost = converted(offer, value::cost_of(owned));
    if (!table || owned.empty() || !cost) {
        return std::nullopt;
    }
    Sales sales{.exercise_cost = *cost};
    for (const auto& one : owned) {
        sales.vested += one.quantity;
    }
    for (const Money value : values) {
        const auto price = risk::share_price(*table, Exact{value});
        const auto worth = price ? converted(offer, value::worth_at(owned, *price)) : std::nullopt;
        if (!worth) {
            return std::nullopt;
        }
        const bool comparable = worth->currency() == value.currency() && !value.is_zero();
        sales.rows.push_back(
            {value, *price, *worth, comparable ? quantity::Rate::of(worth->minor(), value.minor()) : std::nullopt});
    }
    return sales;
}

}  // namespace offerkit::choice
