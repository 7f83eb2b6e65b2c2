#include <algorithm>
#include <string>

#include <offerkit/choice/uncertainty/exit_cases.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/numeric/elementary.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/risk/offers/exposure_of.hpp>
#include <offerkit/risk/prices/prospect.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Definition;
using quantity::major_of;

/// u^-1 of the mean utility of wealth and what each case brings, less wealth; nothing where one of them leaves nothing.
/// In parts of the poorest case, so that no power leaves the range of a double.
std::optional<double> equivalent_of(const std::vector<ExitCase>& cases, double wealth, double aversion) {
    const auto poorest =
        std::min_element(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.figure < b.figure; });
    const double least = wealth + major_of(poorest->figure);
    if (least <= 0) {
        return std::nullopt;
    }
    const double power = 1 - aversion;
    double sum = 0;
    for (const ExitCase& one : cases) {
        const double log_part = numeric::logarithm((wealth + major_of(one.figure)) / least);
        sum += one.chance.approximate() * (power == 0 ? log_part : numeric::exponential(power * log_part));
    }
    return least * numeric::exponential(power == 0 ? sum : numeric::logarithm(sum) / power) - wealth;
}

double mean_of(const std::vector<ExitCase>& cases) {
    double sum = 0;
    for (const ExitCase& one : cases) {
        sum += one.chance.approximate() * major_of(one.figure);
    }
    return sum;
}

}  // namespace

std::vector<std::optional<WorthToYou>> worths_to_you(const Comparison& comparison, const model::StocksProfile& defaults,
                                                     const model::Priorities& priorities, Diagnostics& diagnostics) {
    std::vector<std::optional<WorthToYou>> none(comparison.offers.size());
    if (!priorities.wealth || !priorities.risk_aversion || comparison.after_tax ||
        comparison.offers.size() > risk::most_compared) {
        return none;
    }
    const Money owned = priorities.wealth->value;
    if (owned.currency() != comparison.currency) {
        const std::string results{comparison.currency.code()};
        diagnostics.error(
            codes::conflict, priorities.wealth->span,
            formatted("`wealth` is in {} and the offers are compared in {}", owned.currency().code(), results),
            formatted("compare the offers in {}, or write `currency = \"{}\"` in the priorities",
                      owned.currency().code(), results));
        return none;
    }
    const double wealth = major_of(owned);
    const double aversion = priorities.risk_aversion->value.approximate();
    const model::Valuation& valuation = comparison.valuation;
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    auto worths = none;
    for (std::size_t i = 0; i < worths.size(); ++i) {
        const auto& offer = comparison.offers[i];
        const auto cases = exit_cases(offer, Definition::present_value, valuation, discounting);
        const risk::Prospect prices{
            risk::OfferExposure{offer, valuation, comparison.present, defaults}.figure(Definition::present_value)};
        if (cases.empty() && !prices.is_uncertain()) {
            continue;
        }
        const auto amount =
            cases.empty() ? prices.certain_equivalent(wealth, aversion) : equivalent_of(cases, wealth, aversion);
        if (!amount) {
            diagnostics.error(
                codes::bad_money, priorities.wealth->span,
                formatted("`wealth` and what {} pays for certain come to 0 or less", offer.offer->company),
                "write what you own apart from the job, such as `wealth = 50_000`, or take out `wealth` "
                "and `risk_aversion`");
            return none;
        }
        worths[i] = WorthToYou{quantity::money_of(cases.empty() ? prices.mean() : mean_of(cases), comparison.currency),
                               quantity::money_of(*amount, comparison.currency)};
    }
    return worths;
}

}  // namespace offerkit::choice
