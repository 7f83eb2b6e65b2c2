#include <offerkit/choice/decision/counted_pay.hpp>

#include <optional>

#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice::decision {

namespace {

/// What share prices may make of each pay of a year.
std::vector<std::optional<PayBand>> bands_of(std::span<const PayAtRisk> pays, const Decision& result) {
    std::vector<std::optional<PayBand>> bands(result.pay.size());
    for (std::size_t i = 0; i < pays.size() && !result.options.survival_weighted; ++i) {
        if (pays[i].prices().is_uncertain()) {
            const risk::Quantiles found = pays[i].prices().quantiles();
            const auto money = [&](double amount) { return quantity::money_of(amount, result.currency); };
            bands[i] = PayBand{money(found.front()), money(found[found.size() / 2]), money(found.back())};
        }
    }
    return bands;
}

}  // namespace

std::vector<PayAtRisk> pays_at_risk(const Comparison& comparison, const DecisionOptions& options) {
    std::vector<PayAtRisk> pays;
    if (options.price_moves == nullptr || comparison.after_tax) {
        return pays;
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        pays.emplace_back(comparison, i, options.survival_weighted, *options.price_moves);
    }
    return pays;
}

void count_risk(Decision& result, std::span<const PayAtRisk> pays, const model::Priorities& priorities) {
    result.pay_bands = bands_of(pays, result);
    result.mean_pay = result.pay;
    result.pay_one_in_ten.resize(result.pay.size());
    result.scenario_mean.resize(result.pay.size());
    for (std::size_t i = 0; i < pays.size(); ++i) {
        if (!pays[i].is_uncertain()) {
            continue;
        }
        const quantity::Currency currency = result.currency;
        if (pays[i].by_scenarios()) {
            result.scenario_mean[i] = quantity::money_of(pays[i].mean(), currency);
        }
        if (!priorities.risk_tolerance) {
            result.pay_one_in_ten[i] = quantity::money_of(pays[i].one_in_ten(), currency);
            continue;
        }
        const double tolerance = quantity::major_of(priorities.risk_tolerance->value);
        result.pay[i] = quantity::money_of(pays[i].certain_equivalent(tolerance), currency);
    }
}

}  // namespace offerkit::choice::decision
