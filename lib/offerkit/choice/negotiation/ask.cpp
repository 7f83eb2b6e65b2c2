#include <offerkit/choice/negotiation/ask.hpp>

#include <algorithm>
#include <array>
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

}  // namespace

Target choose_target(Money offer, std::optional<Money> stated, std::optional<Money> competing_offer,
                     std::optional<Money> market) {
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
    return target;
}

Money settlement_of(Money offer, Money ask, const Rate& share) { return offer + times(ask - offer, share); }

Money counter_for(Money offer, Money target, const Rate& share) {
    return offer + scaled(target - offer, share.denominator(), share.numerator());
}

Money as_spoken(Money amount) {
    const std::int64_t major = amount.currency().minor_per_major();
    return nearest(amount, (amount.minor() < 200'000 * major ? 1'000 : 5'000) * major);
}

Ask ask_for(Money offer, Money target, std::optional<Money> cap, const model::NegotiationProfile& practice) {
    Ask ask{.low = std::max(as_spoken(times(target, practice.ask_low)), target), .high = target, .cap = cap};
    ask.high = std::max(as_spoken(times(target, practice.ask_high)), ask.low);
    if (target > offer) {
        ask.counter = std::max(as_spoken(counter_for(offer, target, practice.settlement)), target);
    }
    if (cap) {
        ask.reachable = *cap >= target;
        ask.low = std::min(ask.low, *cap);
        ask.high = std::min(ask.high, *cap);
        if (ask.counter) {
            ask.counter = std::min(*ask.counter, *cap);
        }
    }
    return ask;
}

std::vector<Concession> concessions(const Ask& ask, Money target, std::optional<Money> reservation,
                                    const model::NegotiationProfile& practice) {
    std::vector<Concession> steps;
    if (!ask.counter || (reservation && *ask.counter < *reservation)) {
        return steps;
    }
    const Money nothing = Money::zero(target.currency());
    const Money lowest = std::max(target, reservation.value_or(target));
    const Money first = *ask.counter;
    steps.push_back({first, nothing, {}});
    const Money gap = first - lowest;
    if (gap <= nothing) {
        return steps;
    }
    // 4/7, 2/7 and 1/7 of the way. In the roundest numbers whose steps still shrink.
    const std::int64_t major = target.currency().minor_per_major();
    const std::array<std::int64_t, 5> units{5'000 * major, 1'000 * major, 100 * major, major, 1};
    for (const std::int64_t unit : units) {
        const Money second = nearest(first - scaled(gap, 4, 7), unit);
        const Money third = nearest(first - scaled(gap, 6, 7), unit);
        if (unit != 1 && !(first - second > second - third && second - third > third - lowest && third > lowest)) {
            continue;
        }
        Money before = first;
        for (const Money next : {second, third, lowest}) {
            if (next < before) {
                const std::size_t turn = steps.size() - 1;
                steps.push_back({next, before - next,
                                 practice.non_cash.empty() ? "" : practice.non_cash[turn % practice.non_cash.size()]});
                before = next;
            }
        }
        break;
    }
    return steps;
}

WorthAsking worth_asking(Money offer, Money fallback, Money target, const model::NegotiationProfile& practice) {
    WorthAsking result{.at_stake = offer - fallback,
                       .to_gain = target - offer,
                       .expected_loss = times(offer - fallback, practice.rescind),
                       .expected_gain = times(target - offer, practice.success)};
    const int128 loss =
        static_cast<int128>(result.at_stake.minor()) * practice.rescind.numerator() * practice.success.denominator();
    const int128 gain =
        static_cast<int128>(result.to_gain.minor()) * practice.success.numerator() * practice.rescind.denominator();
    result.worth = loss < gain;
    return result;
}

}  // namespace offerkit::choice::negotiation
