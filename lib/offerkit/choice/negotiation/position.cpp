#include <offerkit/choice/negotiation/position.hpp>

#include <algorithm>

#include <offerkit/timeline/pay.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::choice::negotiation {

namespace {

using quantity::Rate;

// Nothing where the sum leaves 64 bits.
std::optional<Money> added(Money a, Money b) {
    std::int64_t sum = 0;
    return __builtin_add_overflow(a.minor(), b.minor(), &sum) ? std::nullopt : std::optional{Money{sum, a.currency()}};
}

// What the sign-ons come to, and the grants by their quoted values: what the other parts of a band are of.
std::optional<Money> quoted_equity(const value::ValuedOffer& valued, const Appraiser& appraiser) {
    std::optional<Money> sum = Money::zero(valued.offer->currency);
    for (const auto& grant : valued.grants) {
        const auto quote = value::quoted_value_of(grant, valued.offer->stock ? &*valued.offer->stock : nullptr);
        const auto amount = quote ? appraiser.in_currency(quote->quoted, valued.offer->currency) : std::nullopt;
        sum = amount ? added(*sum, *amount) : std::nullopt;
        if (!sum) {
            break;
        }
    }
    return sum;
}

bool any(const model::PayRange& range) { return range.min || range.mid || range.max; }

}  // namespace

InRange place_in(const model::PayRange& range, Money amount) {
    InRange placed{.range = range};
    if (!placed.range.mid && range.min && range.max) {
        const auto sum = quantity::int128{range.min->minor()} + range.max->minor();
        placed.range.mid = Money{static_cast<std::int64_t>(quantity::round_half_up(sum, 2)), amount.currency()};
    }
    if (placed.range.mid && !placed.range.mid->is_zero()) {
        placed.compa_ratio = Rate::of(amount.minor(), placed.range.mid->minor());
    }
    if (range.min && range.max && *range.min < *range.max) {
        placed.penetration = Rate::of(quantity::int128{amount.minor()} - range.min->minor(),
                                      quantity::int128{range.max->minor()} - range.min->minor());
    }
    return placed;
}

std::vector<PercentilePoint> points_of(const model::Percentiles& points) {
    std::vector<PercentilePoint> given;
    const auto add = [&](int percentile, const std::optional<Money>& amount) {
        if (amount) {
            given.push_back({percentile, *amount});
        }
    };
    add(10, points.p10);
    add(25, points.p25);
    add(50, points.p50);
    add(75, points.p75);
    add(90, points.p90);
    return given;
}

std::optional<AmongPercentiles> place_among(const model::Percentiles& points, Money amount) {
    const auto given = points_of(points);
    if (given.empty()) {
        return std::nullopt;
    }
    if (amount < given.front().amount) {
        return AmongPercentiles{.below = given.front().percentile};
    }
    if (amount > given.back().amount) {
        return AmongPercentiles{.above = given.back().percentile};
    }
    const auto upper =
        std::find_if(given.begin(), given.end(), [&](const PercentilePoint& point) { return point.amount >= amount; });
    if (upper->amount == amount) {
        return AmongPercentiles{.percentile = Rate{upper->percentile}};
    }
    const auto lower = upper - 1;
    const auto part = Rate::of(quantity::int128{amount.minor()} - lower->amount.minor(),
                               quantity::int128{upper->amount.minor()} - lower->amount.minor());
    const auto above = part ? part->times(Rate{upper->percentile - lower->percentile}) : std::nullopt;
    return AmongPercentiles{.percentile = above ? above->plus(Rate{lower->percentile}) : std::nullopt};
}

Position position_of(const Comparison& comparison, std::size_t own, const Appraiser& appraiser) {
    const auto& valued = comparison.offers[own];
    const model::Offer& offer = *valued.offer;
    const Money nothing = Money::zero(offer.currency);
    Position position{
        .salary = timeline::salary_on(offer, valued.window, valued.window.start()).value_or(nothing),
        .annualized = appraiser.in_currency(valued.definitions.annualized, offer.currency).value_or(nothing),
        .files = comparison.offers.size()};
    if (offer.band) {
        if (any(offer.band->base)) {
            position.base = place_in(offer.band->base, position.salary);
        }
        const auto equity = quoted_equity(valued, appraiser);
        if (any(offer.band->equity) && equity) {
            position.equity = place_in(offer.band->equity, *equity);
        }
        if (any(offer.band->sign_on)) {
            std::optional<Money> sum = nothing;
            for (const auto& sign_on : offer.sign_ons) {
                sum = sum ? added(*sum, sign_on.amount.value) : std::nullopt;
            }
            if (sum) {
                position.sign_on = place_in(offer.band->sign_on, *sum);
            }
        }
    }
    if (offer.market) {
        position.market = place_among(offer.market->total, position.annualized);
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        position.rank += appraiser.figure_of(i) > appraiser.figure() ? 1U : 0U;
    }
    return position;
}

}  // namespace offerkit::choice::negotiation
