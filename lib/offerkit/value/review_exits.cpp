#include <offerkit/value/review_exits.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/compounding.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using model::Exit;
using model::ExitKind;
using quantity::Exact;
using quantity::Factor;

constexpr double far_apart = 3.0;

double plain(const Exact& value) { return static_cast<double>(value.top()) / static_cast<double>(value.bottom()); }

/// The mean price of a share in the scenarios, each discounted to the day of the stated price.
double discounted_price(const Exits& exits, const model::Stock& stock, const quantity::Rate& rate) {
    double mean = 0;
    for (const auto& scenario : exits.scenarios) {
        const auto days = scenario.exit->on.days_since_1970() - stock.as_of.value.days_since_1970();
        const Factor worth =
            Factor{plain(scenario.share_price), 0.0} / quantity::compound(rate, std::max<std::int64_t>(days, 0));
        mean += scenario.chance.approximate() * worth.approximate();
    }
    return mean;
}

void review_price(const Exits& exits, const model::Stock& stock, const model::Valuation& valuation,
                  diagnostic::Diagnostics& diagnostics) {
    const double stated = stock.price.value.approximate();
    if (!stock.price_is_known || stated <= 0) {
        return;
    }
    const double mean = discounted_price(exits, stock, valuation.discount_rate);
    if (mean > far_apart * stated) {
        diagnostics.warning(
            codes::scenario_price, stock.price.span,
            diagnostic::formatted(
                "the scenarios make a share worth over three times its fair value of {}, in today's money",
                to_grouped(stock.price.value)),
            "check the chances of the good ends, and `fully_diluted`; an appraisal has seen them, too");
    } else if (mean * far_apart < stated) {
        diagnostics.warning(
            codes::scenario_price, stock.price.span,
            diagnostic::formatted(
                "the scenarios make a share worth under a third of its fair value of {}, in today's money",
                to_grouped(stock.price.value)),
            "check the values, the chances and what [[stock.series]] get first");
    }
}

void review_claims(const model::Stock& stock, diagnostic::Diagnostics& diagnostics) {
    if (stock.series.empty() || !stock.preferred_price || !stock.fully_diluted) {
        return;
    }
    Exact preferences{};
    for (const auto& series : stock.series) {
        preferences += series.preference;
    }
    const Exact last =
        Exact::ratio(stock.preferred_price->steps(), quantity::Price::steps_per_major) * Exact{*stock.fully_diluted};
    if (!preferences.overflowed() && !last.overflowed() && last < preferences) {
        diagnostics.warning(codes::preferences_exceed, stock.series.front().span,
                            "investors get more first than the whole company was worth at its last round",
                            "check `invested`, `multiple` and `preferred_price`: it is the price of the last round");
    }
}

}  // namespace

void review_exits(const ValuedOffer& valued, const model::Valuation& valuation, diagnostic::Diagnostics& diagnostics) {
    const auto* stock = valued.stock();
    if (stock == nullptr) {
        return;
    }
    review_claims(*stock, diagnostics);
    for (const Exit& exit : stock->exits) {
        if (exit.how == ExitKind::sale && exit.rounds > 0 && !exit.dilution.is_zero() && exit.raised.is_zero()) {
            diagnostics.warning(codes::raised_unknown, exit.span,
                                "rounds before this sale bring no money: what they put in would be paid back before "
                                "common shares get anything",
                                "write what they may bring, such as `raised = 30_000_000`, or `rounds = 0`");
            if (stock->exit_prior) {
                break;  // one name stands for all of them
            }
        }
    }
    if (!valued.exits) {
        return;
    }
    const auto& scenarios = valued.exits->scenarios;
    if (std::none_of(scenarios.begin(), scenarios.end(),
                     [](const ExitScenario& scenario) { return scenario.share_price.is_zero(); })) {
        diagnostics.warning(codes::no_bad_end, stock->exits.front().span,
                            "there is no scenario in which the shares are worth nothing",
                            "most young companies end so: add [[exit]] with its `chance` and `value = 0`");
    }
    review_price(*valued.exits, *stock, valuation, diagnostics);
}

}  // namespace offerkit::value
