#include <offerkit/value/equity.hpp>

#include <cstdlib>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::value {

using quantity::Factor;
using quantity::Price;
using timeline::CashFlow;
using timeline::Category;
using timeline::Certainty;
using timeline::ResolvedGrant;

namespace {

/// Part of a worth that is not rounded yet, in minor units.
std::optional<Money> rounded(Factor minor, quantity::Currency currency) noexcept {
    return quantity::fits(minor) ? std::optional{Money{quantity::round_half_up(minor), currency}} : std::nullopt;
}

}  // namespace

std::optional<Money> worth_on(const ResolvedGrant& grant, Shares quantity, timeline::PriceCurve* prices,
                              calendar::Date day, Factor part) noexcept {
    if (grant.instrument == model::Instrument::cash) {
        return part.is_one() ? Money{quantity.whole(), grant.currency}
                             : rounded(Factor::of(quantity.exact()) * part, grant.currency);
    }
    if (prices == nullptr || grant.not_known.any()) {
        return Money::zero(grant.currency);
    }
    const timeline::DayPrice price = prices->on(day);
    const Price strike = grant.strike.value_or(Price::zero(price.stated.currency()));
    if (part.is_one()) {
        return quantity::value_of(quantity, price.stated, price.factor, strike);
    }
    const Factor gain = Factor::of(price.stated.steps()) * price.factor - Factor::of(strike.steps());
    if (gain.high <= 0) {
        return Money::zero(grant.currency);
    }
    const std::int64_t steps_per_minor = Price::steps_per_major / price.stated.currency().minor_per_major();
    return rounded(gain * Factor::of(quantity.exact()) * part / Factor::of(quantity::int128{steps_per_minor}),
                   price.stated.currency());
}

timeline::Timing timing_of(const ResolvedGrant& grant, const model::Stock* stock) noexcept {
    using Kind = timeline::Timing::Kind;
    if (grant.instrument == model::Instrument::cash || stock == nullptr || stock->is_projected()) {
        return {};
    }
    return {grant.strike ? Kind::gain : Kind::shares, grant.converted_on};
}

std::string_view not_known_words(const timeline::NotKnown& what) noexcept {
    if (what.strike) {
        return what.price ? "strike and price" : "strike";
    }
    return what.price ? "price" : "";
}

void warn_of_not_known(std::span<const ResolvedGrant> grants, diagnostic::Diagnostics& diagnostics) {
    for (const auto& grant : grants) {
        if (!grant.not_known.any()) {
            continue;
        }
        const bool both = grant.not_known.strike && grant.not_known.price;
        diagnostics.warning(diagnostic::codes::not_valued, grant.span,
                            diagnostic::formatted("the {} of these shares {} not known yet, so they count as nothing",
                                                  not_known_words(grant.not_known), both ? "are" : "is"),
                            both                    ? "ask for the strike and the 409A price: `strike = 3.20` in the "
                                                      "grant, [stock] with `kind` and `price`"
                            : grant.not_known.price ? "add a [stock] table with `kind` and `price`"
                                                    : "ask for it: `strike = 3.20` in the grant");
    }
}

bool counted_at_stock_price(const ResolvedGrant& grant) noexcept {
    const auto* value = grant.paper == nullptr ? nullptr : std::get_if<model::ValueGrant>(&grant.paper->amount);
    return value != nullptr && !value->conversion_price;
}

Certainty certainty_of(const ResolvedGrant& grant, const model::Stock* stock) noexcept {
    const bool private_stock = stock != nullptr && stock->kind == model::StockKind::private_company &&
                               grant.instrument != model::Instrument::cash;
    const bool uncertain =
        private_stock || grant.gated || grant.refresher || grant.instrument == model::Instrument::psu;
    return uncertain ? Certainty::uncertain : Certainty::contingent;
}

int year_of(const timeline::Tranche& tranche, const timeline::Window& window) noexcept {
    return tranche.release == timeline::Release::dated ? window.year_of_vest(*tranche.date) : 0;
}

bool turns_into_money(const ResolvedGrant& grant, const timeline::Tranche& tranche,
                      const model::Stock* stock) noexcept {
    const bool private_stock = stock != nullptr && stock->kind == model::StockKind::private_company;
    return !private_stock || grant.instrument == model::Instrument::cash || grant.held_by_gate(tranche.segment);
}

std::optional<std::vector<CashFlow>> equity_flows(std::span<const ResolvedGrant> grants, const model::Stock* stock,
                                                  timeline::PriceCurve* prices, const timeline::Window& window) {
    std::vector<CashFlow> flows;
    for (const auto& grant : grants) {
        const Certainty certainty = certainty_of(grant, stock);
        const timeline::Timing timing = timing_of(grant, stock);
        for (const auto& tranche : grant.schedule.tranches) {
            const int year = year_of(tranche, window);
            if (year == 0) {
                continue;
            }
            const auto worth = worth_on(grant, tranche.quantity, prices, *tranche.date);
            if (!worth) {
                return std::nullopt;
            }
            flows.push_back({*tranche.date, *worth, grant.refresher ? Category::refreshers : Category::equity,
                             certainty, year, grant.span, grant.id, turns_into_money(grant, tranche, stock), timing});
        }
    }
    return flows;
}

std::optional<QuotedValue> quoted_value_of(const ResolvedGrant& grant, const model::Stock* stock) noexcept {
    const Shares granted = grant.granted();
    std::optional<Money> at_price;
    if (grant.instrument == model::Instrument::cash) {
        at_price = Money{granted.whole(), grant.currency};
    } else if (stock != nullptr && !grant.not_known.any() && !grant.converted_on) {
        // A value that is converted on a later day is worth itself on that day, whatever today's price.
        Factor factor{};
        if (stock->kind == model::StockKind::private_company && !stock->discount.is_zero()) {
            factor = Factor{} - Factor::of(stock->discount);
        }
        at_price = quantity::value_of(granted, stock->price.value, factor,
                                      grant.strike.value_or(Price::zero(stock->currency)));
        if (!at_price) {
            return std::nullopt;
        }
    }
    if (!grant.quoted_value) {
        return QuotedValue{at_price.value_or(Money::zero(grant.currency)), std::nullopt};
    }
    QuotedValue value{*grant.quoted_value, std::nullopt};
    if (at_price && at_price->currency() == value.quoted.currency()) {
        const quantity::int128 gap = static_cast<quantity::int128>(at_price->minor()) - value.quoted.minor();
        if ((gap < 0 ? -gap : gap) * 100 > value.quoted.minor()) {
            value.at_price = at_price;
        }
    }
    return value;
}

}  // namespace offerkit::value
