#include <offerkit/risk/offers/option_worth.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/timeline/years.hpp>

namespace offerkit::risk {

namespace {

using quantity::Money;

/// A yearly rate as a continuous one.
double continuous(const quantity::Rate& rate) noexcept { return numeric::logarithm(1 + rate.approximate()); }

std::optional<OptionWorth> worth_of(const timeline::ResolvedGrant& grant, const model::Stock& stock,
                                    const model::Valuation& valuation) {
    if (!grant.strike || grant.strike->is_zero() || grant.paper == nullptr || grant.not_known.any() ||
        !model::is_option(grant.instrument)) {
        return std::nullopt;
    }
    const auto expires = timeline::last_exercise_day(*grant.paper);
    const calendar::Date end = expires.value_or(grant.grant_date.plus_months(12 * usual_life_in_years));
    const calendar::Date today = stock.as_of.value;
    const double leaving = valuation.exit_per_year.approximate();
    Call call{.price = stock.price.value.approximate(),
              .strike = grant.strike->approximate(),
              .rate = continuous(valuation.discount_rate),
              .dividend_yield = continuous(stock.dividend_yield.value_or(quantity::Rate{})),
              .volatility = stock.volatility->approximate(),
              .years = timeline::years_between(today, end)};
    if (call.price <= 0 || call.years <= 0) {
        return std::nullopt;
    }
    double exercised = 0;
    double market = 0;
    for (const auto& tranche : grant.schedule.tranches) {
        if (tranche.release != timeline::Release::dated || !tranche.date || *tranche.date >= end) {
            continue;
        }
        const double options = tranche.quantity.exact().approximate();
        // Who is sure to leave within the year is taken to leave at once: such options are worth nothing to a market.
        const Habit habit{timeline::years_between(today, *tranche.date),
                          leaving < 1 ? -numeric::logarithm(1 - leaving) : 50, usual_exercise_multiple};
        exercised += options * std::max(0.0, call.price - call.strike);
        market += options * std::max(0.0, hull_white(call, habit));
    }
    return OptionWorth{grant.id, quantity::money_of(exercised, grant.currency),
                       quantity::money_of(market, grant.currency), usual_exercise_multiple, !expires};
}

}  // namespace

std::vector<OptionWorth> option_worths(const value::ValuedOffer& offer, const model::Valuation& valuation) {
    std::vector<OptionWorth> worths;
    const model::Stock* stock = offer.stock();
    if (stock == nullptr || !stock->volatility || stock->volatility->is_zero()) {
        return worths;
    }
    for (const auto& grant : offer.grants) {
        if (auto worth = worth_of(grant, *stock, valuation)) {
            worths.push_back(*std::move(worth));
        }
    }
    return worths;
}

}  // namespace offerkit::risk
