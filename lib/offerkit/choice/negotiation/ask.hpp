#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

namespace offerkit::choice::negotiation {

using quantity::Money;

/// Where a target comes from.
enum class TargetFrom { stated, competing_offer, market, markup, reservation };
[[nodiscard]] constexpr auto words(TargetFrom) noexcept {
    using enum TargetFrom;
    return std::to_array<Word<TargetFrom>>({{stated, "stated"},
                                            {competing_offer, "competing_offer"},
                                            {market, "market"},
                                            {markup, "markup"},
                                            {reservation, "reservation"}});
}

/// What to aim for: what was asked for, else the largest of the best competing offer, the market's 75th percentile and
/// the offer and a tenth; in any case at least what one would walk away for.
struct Target {
    Money amount;
    TargetFrom from = TargetFrom::markup;
    std::optional<Money> competing_offer{};  ///< absent: there is none
    std::optional<Money> market{};           ///< absent: not known, or not a figure of this metric
    Money markup;                            ///< the offer and a tenth
};
[[nodiscard]] Target choose_target(Money offer, std::optional<Money> stated, std::optional<Money> competing_offer,
                                   std::optional<Money> market, std::optional<Money> reservation);

/// What to say. Every number is one that people say (`as_spoken`), and none is above the ceiling or the strongest
/// reason.
struct Ask {
    std::optional<Money> low{};  ///< a range, before there is an offer: at least the target, unless a limit is below it
    std::optional<Money> high{};
    std::optional<Money> counter{};  ///< the answer to an offer; absent before there is one, where the offer is at the
                                     ///< target already, and where nothing can be asked for
    bool reachable = true;           ///< the target, with every lever at its ceiling
    std::optional<Money> cap{};      ///< the metric with every lever at its ceiling; absent: none is known
};

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
