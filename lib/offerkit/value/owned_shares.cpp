#include <offerkit/value/owned_shares.hpp>

#include <algorithm>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

namespace {

using calendar::Date;
using quantity::Exact;
using timeline::ResolvedGrant;
using timeline::Tranche;

/// The day on which service earns a tranche that a gate holds, or that waits; the day on which any other one vests.
std::optional<Date> earned_on(const ResolvedGrant& grant, const Tranche& tranche) {
    if (tranche.release == timeline::Release::impossible || tranche.release == timeline::Release::forfeited) {
        return std::nullopt;
    }
    if (tranche.release == timeline::Release::dated && !grant.held_by_gate(tranche.segment)) {
        return tranche.date;
    }
    if (!tranche.earned) {
        return std::nullopt;
    }
    const bool fold = grant.settling.before_grant == model::BeforeGrant::fold;
    return fold && grant.settling.grant_date > *tranche.earned ? grant.settling.grant_date : *tranche.earned;
}

/// The shares of one grant that `owned_by` counts.
quantity::Shares earned_by(const ResolvedGrant& grant, const timeline::Window& window, Date day,
                           const std::optional<Date>& released_by) {
    quantity::Shares sum;
    for (const Tranche& tranche : grant.schedule.tranches) {
        const auto earned = earned_on(grant, tranche);
        const bool released =
            tranche.release == timeline::Release::dated && (!released_by || *tranche.date <= *released_by);
        const bool before = window.held_now() && tranche.date && *tranche.date <= window.start();
        if (earned && *earned <= day && !before && (released || !released_by)) {
            sum += tranche.quantity;
        }
    }
    return sum;
}

}  // namespace

Exact exact_price(const quantity::Price& price) {
    return Exact::ratio(price.steps(), quantity::Price::steps_per_major);
}

Exact rounded_finely(const Exact& price) {
    return quantity::round_to(price, Exact::ratio(1, 1'000'000'000'000), quantity::RoundingWay::nearest);
}

bool is_stock(const ResolvedGrant& grant) {
    return grant.instrument != model::Instrument::cash && !grant.refresher && !grant.not_known.strike;
}

std::vector<OwnedShares> owned_by(std::span<const ResolvedGrant> grants, const timeline::Window& window, Date day,
                                  const std::optional<Date>& released_by) {
    std::vector<OwnedShares> owned;
    for (const auto& grant : grants) {
        if (is_stock(grant)) {
            owned.push_back({earned_by(grant, window, day, released_by),
                             grant.strike ? exact_price(*grant.strike) : Exact{}, is_option(grant.instrument)});
        }
    }
    return owned;
}

quantity::Shares total_of(std::span<const OwnedShares> owned) {
    quantity::Shares sum;
    for (const auto& one : owned) {
        sum += one.quantity;
    }
    return sum;
}

quantity::Shares earned_by(const ValuedOffer& offer, Date day) {
    return total_of(owned_by(offer.grants, offer.window, std::min(day, offer.window.end()), std::nullopt));
}

std::vector<OwnedShares> owned_by_the_end(const ValuedOffer& offer) {
    return owned_by(offer.grants, offer.window, offer.window.end(), std::nullopt);
}

Exact worth_at(std::span<const OwnedShares> owned, const Exact& price) {
    const auto sum_at = [&](const Exact& at) {
        Exact sum{};
        for (const auto& one : owned) {
            if (at > one.strike) {
                sum += Exact{one.quantity.exact()} * (at - one.strike);
            }
        }
        return sum;
    };
    const Exact sum = sum_at(price);
    return sum.overflowed() ? sum_at(rounded_finely(price)) : sum;
}

std::optional<Exact> price_for(std::span<const OwnedShares> owned, const Exact& worth) {
    std::vector<OwnedShares> by_strike{owned.begin(), owned.end()};
    std::erase_if(by_strike, [](const OwnedShares& one) { return one.quantity.is_zero(); });
    std::sort(by_strike.begin(), by_strike.end(),
              [](const OwnedShares& a, const OwnedShares& b) { return a.strike < b.strike; });
    Exact count{};
    Exact cost{};
    for (std::size_t i = 0; i < by_strike.size(); ++i) {
        count += Exact{by_strike[i].quantity.exact()};
        cost += Exact{by_strike[i].quantity.exact()} * by_strike[i].strike;
        const Exact price = (worth + cost) / count;
        if (i + 1 == by_strike.size() || price <= by_strike[i + 1].strike) {
            return price.overflowed() ? std::nullopt : std::optional{price};
        }
    }
    return std::nullopt;
}

Exact cost_of(std::span<const OwnedShares> owned) {
    Exact cost{};
    for (const auto& one : owned) {
        if (one.option) {
            cost += Exact{one.quantity.exact()} * one.strike;
        }
    }
    return cost;
}

}  // namespace offerkit::value
