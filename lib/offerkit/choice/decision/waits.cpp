#include <offerkit/choice/decision/waits.hpp>

#include <algorithm>

#include <offerkit/choice/decision/detail/same_value.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::same_value;

bool begins_at_event(const model::Offer& offer) {
    return std::any_of(offer.grants.begin(), offer.grants.end(), [](const auto& grant) {
        const auto& segments = grant.vesting.segments;
        return std::any_of(segments.begin(), segments.end(), [](const auto& each) { return each.start.has_value(); });
    });
}

}  // namespace

Waits::Waits(const Comparison& comparison, const Judgement& judgement)
    : comparison_{comparison},
      judgement_{judgement},
      counts_{judgement.money && judgement.factors[*judgement.money].weight > 0} {
    for (const auto& offer : comparison.offers) {
        none_.push_back(quantity::major_of(offer.waiting ? offer.waiting->none.average : offer.definitions.average));
    }
}

std::vector<double> Waits::values_at(std::span<const double> pay) const {
    const DecisionFactor& money = judgement_.factors[*judgement_.money];
    const ValueFunction of_pay{money.worst, money.best, judgement_.risk_tolerance};
    std::vector<double> values;
    for (std::size_t i = 0; i < pay.size(); ++i) {
        double value = money.weight * of_pay.clamped_at(pay[i]);
        for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
            value += j == *judgement_.money ? 0.0 : judgement_.factors[j].weight * judgement_.ratings[i][j].value;
        }
        values.push_back(value);
    }
    return values;
}

std::size_t Waits::leader_at(std::span<const double> pay) const {
    const auto values = values_at(pay);
    std::size_t leader = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        leader = values[i] > values[leader] + same_value ? i : leader;
    }
    return leader;
}

std::optional<HangingLead> Waits::hangs_on() const {
    if (!counts_) {
        return std::nullopt;
    }
    return hanging_lead(
        comparison_, [](const value::Definitions& pay) { return quantity::major_of(pay.average); },
        [this](std::span<const double> pay) { return leader_at(pay); });
}

bool Waits::could_begin_ahead_of(std::size_t leader) const {
    if (!counts_) {
        return false;
    }
    std::vector<double> pay = none_;
    bool any = false;
    for (std::size_t i = 0; i < none_.size(); ++i) {
        const auto& offer = comparison_.offers[i];
        if (i == leader || !offer.waiting || !begins_at_event(*offer.offer)) {
            continue;
        }
        const auto years = static_cast<double>(offer.years.size());
        const double in_cases = (quantity::major_of(offer.waiting->all.average) - none_[i]) * years;
        const double beyond = quantity::major_of(offer.waiting->worth) - in_cases;
        if (beyond > 1) {
            pay[i] = quantity::major_of(offer.waiting->all.average) + beyond / years;
            any = true;
        }
    }
    return any && leader_at(pay) != leader;
}

}  // namespace offerkit::choice::decision
