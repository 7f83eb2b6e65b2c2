#include <offerkit/choice/negotiation/ask.hpp>

#include <algorithm>
#include <limits>

#include <offerkit/quantity/int128.hpp>

namespace offerkit::choice::negotiation {

namespace {

using quantity::int128;
using quantity::Rate;

// minor x numerator / denominator, rounded once; what leaves 64 bits stays at their end.
Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
    const int128 minor = quantity::round_half_up(static_cast<int128>(amount.minor()) * numerator, denominator);
    const int128 most = std::numeric_limits<std::int64_t>::max();
    return {static_cast<std::int64_t>(std::clamp(minor, -most, most)), amount.currency()};
}

Money times(Money amount, const Rate& share) { return scaled(amount, share.numerator(), share.denominator()); }

Money nearest(Money amount, std::int64_t unit) {
    const int128 units = quantity::round_half_up(amount.minor(), unit);
    return {static_cast<std::int64_t>(units * unit), amount.currency()};
}

// The step in which people say an amount.
std::int64_t unit_of(Money amount) {
    const std::int64_t major = amount.currency().minor_per_major();
    return (amount.minor() < 200'000 * major ? 1'000 : 5'000) * major;
}

}  // namespace

Target choose_target(Money offer, std::optional<Money> stated, std::optional<Money> competing_offer,
                     std::optional<Money> market, std::optional<Money> reservation) {
    const Money markup = scaled(offer, 11, 10);
    Target target{.amount = markup, .competing_offer = competing_offer, .market = market, .markup = markup};
    if (market && *market >= target.amount) {
        target.amount = *market;
        target.from = TargetFrom::market;
    }
    if (competing_offer && *competing_offer >= target.amount) {
        target.amount = *competing_offer;
        target.from = TargetFrom::competing_offer;
    }
    if (stated) {
        target.amount = *stated;
        target.from = TargetFrom::stated;
    }
    if (reservation && *reservation > target.amount) {
        target.amount = *reservation;
        target.from = TargetFrom::reservation;
    }
    return target;
}

Money settlement_of(Money offer, Money ask, const Rate& share) { return offer + times(ask - offer, share); }

Money counter_for(Money offer, Money target, const Rate& share) {
    return offer + scaled(target - offer, share.denominator(), share.numerator());
}

Money as_spoken(Money amount) { return nearest(amount, unit_of(amount)); }

Money spoken_at_most(Money amount) {
    const std::int64_t unit = unit_of(amount);
    return {static_cast<std::int64_t>(quantity::floor_divide(amount.minor(), unit) * unit), amount.currency()};
}

Money spoken_at_least(Money amount) {
    const std::int64_t unit = unit_of(amount);
    return {static_cast<std::int64_t>(quantity::ceiling_divide(amount.minor(), unit) * unit), amount.currency()};
}

Ask ask_for(Money offer, Money target, bool before_offer, const Limits& limits,
            const model::NegotiationProfile& practice) {
    Ask ask{.reachable = !limits.cap || *limits.cap >= target, .cap = limits.cap};
    const auto limited = [&](Money amount) {
        for (const auto& limit : {limits.sayable, limits.reason}) {
            amount = limit && amount > *limit ? spoken_at_most(*limit) : amount;
        }
        return amount;
    };
    if (before_offer) {
        if (target > Money::zero(target.currency())) {
            const Money low = std::max(as_spoken(times(target, practice.ask_low)), spoken_at_least(target));
            const Money high = std::max(as_spoken(times(target, practice.ask_high)), low);
            ask.low = limited(low);
            ask.high = limited(high);
        }
        return ask;
    }
    if (target > offer && limits.cap) {
        const Money counter = limited(as_spoken(counter_for(offer, target, practice.settlement)));
        ask.counter = counter > offer ? std::optional{counter} : std::nullopt;
    }
    return ask;
}

std::optional<Rate> break_even_loss(Money offer, Money fallback, Money target,
                                    const model::NegotiationProfile& practice) {
    if (target <= offer) {
        return std::nullopt;
    }
    if (offer <= fallback) {
        return Rate{1};
    }
    // p G and V(O) - V(BATNA), both times 2 x the denominator of p.
    const int128 gain = static_cast<int128>((target - offer).minor()) * practice.success.numerator();
    const int128 loss = static_cast<int128>((offer - fallback).minor()) * 2 * practice.success.denominator();
    return Rate::of(gain, gain + loss);
}

}  // namespace offerkit::choice::negotiation
