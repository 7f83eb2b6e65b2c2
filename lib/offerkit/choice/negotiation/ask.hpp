#pragma once

#include <optional>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::choice::negotiation {

[[nodiscard]] Target choose_target(Money offer, std::optional<Money> stated, std::optional<Money> competing_offer,
                                   std::optional<Money> market, std::optional<Money> reservation);

/// What limits an ask. The metric with every lever at its ceiling, exactly and as it can be said, and the most that a
/// reason carries.
struct Limits {
    std::optional<Money> cap{};
    std::optional<Money> sayable{};
    std::optional<Money> reason{};
};

/// Where an ask A settles, s = O + theta (A - O), and the ask that settles at a target, A = O + (T - O) / theta.
/// Each rounded once. The share theta is above 0.
[[nodiscard]] Money settlement_of(Money offer, Money ask, const quantity::Rate& share);
[[nodiscard]] Money counter_for(Money offer, Money target, const quantity::Rate& share);

/// To the nearest 1,000 below 200,000 and to the nearest 5,000 from there on, halves upwards: how people say amounts.
[[nodiscard]] Money as_spoken(Money amount);

/// The same downwards, and upwards: never above, or never below the amount.
[[nodiscard]] Money spoken_at_most(Money amount);
[[nodiscard]] Money spoken_at_least(Money amount);

/// Before an offer the range is the target times the practice's two shares; after it the counter is what settles at the
/// target, if some ceiling is known (docs/numbers.md, "What to say").
[[nodiscard]] Ask ask_for(Money offer, Money target, bool before_offer, const Limits& limits,
                          const model::NegotiationProfile& practice);

/// The chance of losing the offer above which asking does not pay: p G / (p G + V(O) - V(BATNA)) with G half of what
/// the target is above the offer and p the practice's chance to get it. 1 where nothing is lost with the offer, nothing
/// where there is nothing to gain.
[[nodiscard]] std::optional<quantity::Rate> break_even_loss(Money offer, Money fallback, Money target,
                                                            const model::NegotiationProfile& practice);

}  // namespace offerkit::choice::negotiation
