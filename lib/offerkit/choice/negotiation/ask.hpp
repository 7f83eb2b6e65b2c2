#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::choice::negotiation {

using quantity::Money;

/// Where a target comes from.
enum class TargetFrom { stated, competing_offer, market, markup };
[[nodiscard]] std::string_view to_string(TargetFrom from) noexcept;

/// What to aim for: what was asked for, else the largest of the best competing offer, the market's 75th percentile and
/// the offer and a tenth.
struct Target {
    Money amount;
    TargetFrom from = TargetFrom::markup;
    std::optional<Money> competing_offer{};  ///< absent: there is none
    std::optional<Money> market{};           ///< absent: not known, or not a figure of this metric
    Money markup;                            ///< the offer and a tenth
};
[[nodiscard]] Target choose_target(Money offer, std::optional<Money> stated, std::optional<Money> competing_offer,
                                   std::optional<Money> market);

/// What to say. `low` to `high` is a range for before any number is on the table, `counter` the answer to the offer.
/// None is below the target, unless the target cannot be reached: then all three are the most that can be.
struct Ask {
    Money low;
    Money high;
    std::optional<Money> counter{};  ///< absent where the offer is at the target already
    bool reachable = true;
    std::optional<Money> cap{};  ///< the metric with every lever at its cap; absent: not known
};

/// Where an ask A settles, s = O + theta (A - O), and the ask that settles at a target, A = O + (T - O) / theta.
/// Each rounded once. The share theta is above 0.
[[nodiscard]] Money settlement_of(Money offer, Money ask, const quantity::Rate& share);
[[nodiscard]] Money counter_for(Money offer, Money target, const quantity::Rate& share);

/// To the nearest 1,000 below 200,000 and to the nearest 5,000 from there on, halves upwards: how people say amounts.
[[nodiscard]] Money as_spoken(Money amount);

/// The range is the target times the practice's two shares, the counter what settles at it; both as spoken, never
/// below the target and never above the cap.
[[nodiscard]] Ask ask_for(Money offer, Money target, std::optional<Money> cap,
                          const model::NegotiationProfile& practice);

/// A number on the way down from the first ask, and what to ask for in return for coming down to it.
struct Concession {
    Money ask;
    Money step;            ///< down from the one before; zero for the first
    std::string non_cash;  ///< empty for the first
};

/// From the counter to the target in four numbers whose steps halve, so that each says that there is less left; never
/// below the reservation. A single number where there is nothing between them, none where the counter itself is below
/// it.
[[nodiscard]] std::vector<Concession> concessions(const Ask& ask, Money target, std::optional<Money> reservation,
                                                  const model::NegotiationProfile& practice);

/// Whether asking is worth its risk: p_rescind (V(O) - V(BATNA)) < p_success (V(T) - V(O)).
struct WorthAsking {
    Money at_stake;  ///< what a withdrawn offer would cost: the offer less the next best
    Money to_gain;   ///< the target less the offer
    Money expected_loss;
    Money expected_gain;
    bool worth = false;
};
[[nodiscard]] WorthAsking worth_asking(Money offer, Money fallback, Money target,
                                       const model::NegotiationProfile& practice);

}  // namespace offerkit::choice::negotiation
