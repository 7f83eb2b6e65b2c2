// The value of a private company at which two offers tie.

#include <algorithm>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/value/exits.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using model::Definition;
using quantity::Exact;
using quantity::Factor;
using quantity::int128;

bool is_of_stock(const value::ValuedOffer& offer, const timeline::CashFlow& flow) {
    return flow.category == timeline::Category::equity &&
           std::any_of(offer.grants.begin(), offer.grants.end(), [&](const timeline::ResolvedGrant& grant) {
               return grant.id == flow.label && grant.instrument != model::Instrument::cash;
           });
}

/// Every figure of an offer without its shares.
value::Definitions without_shares(const value::ValuedOffer& offer, const model::Valuation& valuation,
                                  value::Discounting& discounting) {
    auto flows = offer.flows;
    std::erase_if(flows, [&](const timeline::CashFlow& flow) { return is_of_stock(offer, flow); });
    return value::definitions_of(flows, {valuation.count_refreshers},
                                 {offer.window, offer.currency, discounting, offer.stock()},
                                 offer.definitions.annualized, offer.definitions.target);
}

/// What a figure lacks without the offer's shares, as money on the last day of the window; nothing for figures that
/// shares do not enter.
std::optional<Money> needed(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation,
                            value::Discounting& discounting) {
    const bool counted = valuation.by == Definition::present_value || valuation.by == Definition::average ||
                         valuation.by == Definition::survival_weighted;
    if (!counted) {
        return std::nullopt;
    }
    const Money gap = goal - figure_without_shares(offer, valuation.by, valuation, discounting);
    if (gap <= Money::zero(offer.currency)) {
        return Money::zero(offer.currency);
    }
    Factor whole = Factor::of(static_cast<int128>(gap.minor()));
    if (valuation.by == Definition::average) {
        whole = whole * Factor{valuation.horizon.in_years(), 0.0};
    } else {
        value::Dividends dividends{offer.stock()};
        const auto weights = discounting.weights_of(offer.window.end(), {}, offer.window.start(), dividends);
        const Factor weight =
            valuation.by == Definition::present_value ? weights.present_value : weights.survival_weighted;
        if (weight.approximate() <= 0) {
            return std::nullopt;
        }
        whole = whole / weight;
    }
    return quantity::fits(whole) ? std::optional{Money{quantity::round_half_up(whole), offer.currency}} : std::nullopt;
}

/// Debt and fees that every sale and listing of the scenarios states alike; 0 where they differ.
Exact owed_first(const model::Stock& stock) {
    std::optional<Exact> common;
    for (const auto& exit : stock.exits) {
        if (exit.how == model::ExitKind::tender) {
            continue;
        }
        const Exact own = Exact{exit.debt} + Exact{exit.fees};
        if (common && *common != own) {
            return {};
        }
        common = own;
    }
    return common.value_or(Exact{});
}

/// An amount of the results in major units of the stock's currency.
std::optional<Exact> in_stock_currency(Money amount, const value::ValuedOffer& offer) {
    const auto& stock = *offer.stock();
    for (const auto& conversion : offer.conversions) {
        if (conversion.from == stock.currency && !conversion.rate.is_zero()) {
            return Exact{amount} / Exact{conversion.rate};
        }
    }
    return amount.currency() == stock.currency ? std::optional{Exact{amount}} : std::nullopt;
}

}  // namespace

std::optional<CompanyTie> solve_company(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation,
                                        value::Discounting& discounting) {
    const auto* stock = offer.stock();
    if (stock == nullptr || stock->kind != model::StockKind::private_company || !stock->fully_diluted) {
        return std::nullopt;
    }
    const auto owned = value::owned_by_the_end(offer);
    const auto lacking = needed(offer, goal, valuation, discounting);
    const auto table = value::cap_table(*stock, stock->rounds, stock->dilution, {});
    const auto worth = lacking ? in_stock_currency(*lacking, offer) : std::nullopt;
    if (!worth || !table) {
        return std::nullopt;
    }
    CompanyTie tie{.value = Money::zero(stock->currency)};
    std::optional<Exact> price;
    if (!worth->is_zero()) {
        price = value::price_for(owned, *worth);
        const auto value =
            price ? to_money(risk::claims_at(*table, *price) + owed_first(*stock), stock->currency) : std::nullopt;
        if (!value) {
            return std::nullopt;
        }
        tie.value = *value;
    }
    if (offer.exits) {
        Exact chance{};
        for (const auto& scenario : offer.exits->scenarios) {
            const bool enough =
                scenario.value ? *scenario.value >= tie.value : !price || scenario.share_price >= *price;
            chance += enough ? Exact{scenario.chance} : Exact{};
        }
        tie.chance = to_fraction(chance).value_or(quantity::Rate{});
    }
    if (stock->preferred_price) {
        tie.last_round = to_money(Exact::ratio(stock->preferred_price->steps(), quantity::Price::steps_per_major) *
                                      Exact{*stock->fully_diluted},
                                  stock->currency);
    }
    return tie;
}

Money figure_without_shares(const value::ValuedOffer& offer, Definition definition, const model::Valuation& valuation,
                            value::Discounting& discounting) {
    return get(without_shares(offer, valuation, discounting), definition);
}

}  // namespace offerkit::choice
