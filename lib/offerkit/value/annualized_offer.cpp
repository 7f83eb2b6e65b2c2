#include <offerkit/value/annualized_offer.hpp>

#include <utility>
#include <variant>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/non_compete.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using quantity::Factor;
using quantity::Fraction;
using quantity::int128;

Factor in_minor(Money amount) { return Factor::of(static_cast<int128>(amount.minor())); }

// A year's bonus targets and the pay beyond twelve months, in minor units of the offer's currency.
Factor bonuses_of(const model::Offer& offer, Money salary) {
    Factor bonuses{0.0, 0.0};
    for (const auto& bonus : offer.bonuses) {
        const auto* rate = std::get_if<quantity::Rate>(&bonus.target);
        bonuses = bonuses +
                  (rate != nullptr ? in_minor(salary) * Factor::of(*rate) : in_minor(std::get<Money>(bonus.target)));
    }
    if (offer.base && offer.base->extra) {
        bonuses = bonuses + in_minor(salary) * Factor::of(offer.base->extra->of_salary);
    }
    return bonuses;
}

bool still_to_come(const model::SignOn& sign_on, const model::Offer& offer, const timeline::Window& window) {
    if (!window.held_now()) {
        return true;
    }
    const Date begin = timeline::sign_on_begin(sign_on, offer.start.value);
    const Date last = sign_on.over ? sign_on.over->after(begin) : begin;
    return last > window.start();
}

Factor sign_ons_to_come(const model::Offer& offer, const timeline::Window& window) {
    Factor sign_ons{0.0, 0.0};
    for (const auto& sign_on : offer.sign_ons) {
        if (still_to_come(sign_on, offer, window)) {
            sign_ons = sign_ons + in_minor(sign_on.amount.value);
        }
    }
    return sign_ons;
}

// What a letter adds up to when it counts everything once: a year of pay, all sign-ons and whole grants.
std::optional<Factor> everything_of(const ValuedOffer& valued, const Exchange& exchange, Factor yearly_pay) {
    Factor sum = yearly_pay;
    for (const auto& sign_on : valued.offer->sign_ons) {
        const auto amount = exchange.apply(sign_on.amount.value);
        if (!amount) {
            return std::nullopt;
        }
        sum = sum + in_minor(*amount);
    }
    for (const auto& grant : valued.grants) {
        const auto quote = quoted_value_of(grant, valued.stock());
        const auto value = quote ? exchange.apply(quote->quoted) : std::nullopt;
        if (!value) {
            return std::nullopt;
        }
        sum = sum + in_minor(*value);
    }
    return quantity::fits(sum) ? std::optional{sum} : std::nullopt;
}

}  // namespace

ValuedOffer not_valued(const model::Offer& offer, const timeline::Window& window, Currency currency) {
    const Money zero = Money::zero(currency);
    return {.offer = &offer,
            .window = window,
            .currency = currency,
            .definitions = {zero, zero, zero, zero, zero, zero, zero},
            .annualized = {zero, zero, zero, zero},
            .by_certainty = {zero, zero, zero},
            .total = zero,
            .paid = PaidBasis{currency},
            .everything = zero};
}

timeline::ResolvedOffer resolve_grants(ValuedOffer& valued, Date as_of, Diagnostics& diagnostics) {
    auto resolved = timeline::resolve(*valued.offer, as_of, diagnostics);
    warn_of_not_known(resolved.grants, diagnostics);
    valued.grants = std::exchange(resolved.grants, {});
    return resolved;
}

bool find_rates(ValuedOffer& valued, Exchange& exchange, Diagnostics& diagnostics) {
    // Pay is in the offer's currency, equity in the stock's.
    bool sound = exchange.find(valued.offer->currency, valued.offer->span, diagnostics);
    const auto* stock = valued.stock();
    for (const auto* grants : {&valued.grants, &valued.refreshers}) {
        for (const auto& grant : *grants) {
            sound = exchange.find(grant.currency, stock != nullptr ? stock->span : grant.span, diagnostics) && sound;
        }
    }
    valued.conversions = exchange.used();
    return sound;
}

bool annualize(ValuedOffer& valued, const Exchange& exchange) {
    const model::Offer& offer = *valued.offer;
    const Conversion& pay = exchange.from(offer.currency);
    const Factor to_result =
        Factor::of(pay.rate) * Factor::of(*Fraction::of(pay.to.minor_per_major(), pay.from.minor_per_major()));
    const auto salary = timeline::salary_on(offer, valued.window, valued.window.start());
    if (!salary) {
        return false;
    }
    const Factor bonuses = bonuses_of(offer, *salary);
    Factor equity{0.0, 0.0};
    for (const auto& conversion : valued.conversions) {
        const auto some = annualized_equity(valued.grants, valued.stock(), valued.window, conversion);
        if (!some) {
            return false;
        }
        equity = equity + *some;
    }
    const Factor base = in_minor(*salary) * to_result;
    const Factor yearly_pay = (in_minor(*salary) + bonuses) * to_result;
    const Factor yearly = yearly_pay + equity;
    const Factor sign_ons = sign_ons_to_come(offer, valued.window) * to_result;
    const Factor with_sign_ons = yearly + sign_ons * Factor{0.25, 0.0};
    if (!quantity::fits(with_sign_ons)) {
        return false;
    }
    const auto rounded = [&](Factor minor) { return Money{quantity::round_half_up(minor), valued.currency}; };
    valued.annualized = {rounded(base), rounded(bonuses * to_result), rounded(equity), rounded(sign_ons)};
    valued.definitions.target = rounded(yearly);
    valued.definitions.annualized = rounded(with_sign_ons);
    valued.non_compete = non_compete_of(offer, with_sign_ons, base, valued.currency);
    const auto everything = everything_of(valued, exchange, yearly_pay);
    if (everything) {
        valued.everything = rounded(*everything);
    }
    return everything.has_value();
}

void report_too_large(const model::Offer& offer, Diagnostics& diagnostics) {
    diagnostics.error(codes::overflow, offer.span, "the amounts of this offer are too large to be added up exactly",
                      "check the quantities, prices and rates");
}

std::optional<ValuedOffer> annualized_offer(const model::Offer& offer, const timeline::Window& window,
                                            const ValuingContext& context, Diagnostics& diagnostics) {
    ValuedOffer result = not_valued(offer, window, context.currency);
    Exchange exchange{context.currency, context.rates};
    const auto resolved = resolve_grants(result, context.valuation.as_of, diagnostics);
    if (!find_rates(result, exchange, diagnostics) || !resolved.complete) {
        return std::nullopt;
    }
    if (!annualize(result, exchange)) {
        report_too_large(offer, diagnostics);
        return std::nullopt;
    }
    return result;
}

}  // namespace offerkit::value
