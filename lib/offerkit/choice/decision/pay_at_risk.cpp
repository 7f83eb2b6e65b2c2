#include <offerkit/choice/decision/pay_at_risk.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/numeric/elementary.hpp>
#include <offerkit/numeric/normal.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/risk/offers/exposure_of.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice::decision {

namespace {

using model::Definition;
using quantity::major_of;

/// What turns a figure of the whole window into one of a year.
double yearly_part(const calendar::Period& horizon) noexcept {
    return (horizon.in_months() ? 12.0 : quantity::days_per_year) / static_cast<double>(horizon.count());
}

risk::Prospect prices_of(const Comparison& comparison, std::size_t offer, bool survival_weighted,
                         const model::StocksProfile& moves) {
    const auto& valued = comparison.offers[offer];
    const risk::OfferExposure exposure{valued, comparison.valuation, comparison.present, moves};
    if (!survival_weighted) {
        return risk::Prospect{exposure.figure(Definition::average)};
    }
    return risk::Prospect{
        risk::scaled(exposure.figure(Definition::survival_weighted), yearly_part(valued.window.horizon()))};
}

}  // namespace

PayAtRisk::PayAtRisk(const Comparison& comparison, std::size_t offer, bool survival_weighted,
                     const model::StocksProfile& moves)
    : prices_{prices_of(comparison, offer, survival_weighted, moves)} {
    const auto& valued = comparison.offers[offer];
    if (!valued.exits) {
        return;
    }
    const auto& valuation = comparison.valuation;
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    const double part = yearly_part(valued.window.horizon());
    const auto figure = survival_weighted ? Definition::survival_weighted : Definition::average;
    const double rest =
        major_of(figure_without_shares(valued, figure, valuation, discounting)) * (survival_weighted ? part : 1.0);
    for (const auto& scenario : valued.exits->scenarios) {
        double weight = part;
        if (survival_weighted) {
            value::Dividends dividends{valued.stock()};
            weight *= discounting.weights_of(scenario.exit->on, {}, valued.window.start(), dividends)
                          .survival_weighted.approximate();
        }
        cases_.push_back({scenario.chance.approximate(), rest + major_of(scenario.worth) * weight});
    }
    std::stable_sort(cases_.begin(), cases_.end(), [](const Case& a, const Case& b) { return a.pay < b.pay; });
}

double PayAtRisk::mean() const noexcept {
    if (!by_scenarios()) {
        return prices_.mean();
    }
    double sum = 0;
    for (const Case& one : cases_) {
        sum += one.chance * one.pay;
    }
    return sum;
}

double PayAtRisk::one_in_ten() const noexcept { return by_scenarios() ? at_chance(0.1) : prices_.quantile(0.1); }

double PayAtRisk::certain_equivalent(double risk_tolerance) const noexcept {
    if (!by_scenarios()) {
        return prices_.certain_equivalent(risk_tolerance);
    }
    // Around the lowest, so that nothing underflows.
    const double lowest = cases_.front().pay;
    double sum = 0;
    for (const Case& one : cases_) {
        sum += one.chance * numeric::exponential((lowest - one.pay) / risk_tolerance);
    }
    return lowest - risk_tolerance * numeric::logarithm(sum);
}

double PayAtRisk::at_score(double score) const noexcept {
    if (const auto* scores = prices_.scores()) {
        return prices_.exposure().certain + numeric::exponential(scores->log_at(score));
    }
    constexpr double smallest = 1e-9;
    return prices_.quantile(std::clamp(numeric::normal_below(score), smallest, 1 - smallest));
}

double PayAtRisk::at_chance(double chance) const noexcept {
    for (const Case& one : cases_) {
        chance -= one.chance;
        if (chance < 0) {
            return one.pay;
        }
    }
    return cases_.back().pay;
}

PayDraws::PayDraws(std::span<const PayAtRisk> pays, std::span<const std::string> companies) : pays_{pays} {
    for (std::size_t i = 0; i < pays.size(); ++i) {
        if (pays[i].by_scenarios()) {
            by_chance_.push_back(i);
        } else if (pays[i].is_uncertain()) {
            by_price_.push_back(i);
        }
    }
    const auto key = [&](std::size_t i) {
        const auto& exposure = pays[i].prices().exposure();
        return std::tuple(std::string_view{exposure.stock}, std::string_view{companies[i]}, pays[i].mean());
    };
    const auto before = [&](std::size_t a, std::size_t b) { return key(a) < key(b); };
    std::stable_sort(by_price_.begin(), by_price_.end(), before);
    std::stable_sort(by_chance_.begin(), by_chance_.end(), before);
    const std::size_t n = by_price_.size();
    numeric::Matrix correlations(n, std::vector<double>(n, 1.0));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            correlations[i][j] = risk::correlation_of_sums(pays[by_price_[i]].prices().exposure(),
                                                           pays[by_price_[j]].prices().exposure());
            correlations[j][i] = correlations[i][j];
        }
    }
    lower_ = numeric::cholesky(correlations);
}

}  // namespace offerkit::choice::decision
