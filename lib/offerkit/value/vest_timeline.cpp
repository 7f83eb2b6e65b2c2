#include <offerkit/value/vest_timeline.hpp>

#include <limits>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/resolved_offer.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using quantity::Shares;
using timeline::Release;
using timeline::ResolvedGrant;
using timeline::Tranche;

VestState state_of(const Tranche& tranche, calendar::Date as_of) {
    switch (tranche.release) {
        case Release::pending: return VestState::pending;
        case Release::impossible: return VestState::impossible;
        case Release::forfeited: return VestState::forfeited;
        case Release::dated: break;
    }
    if (tranche.accelerated()) {
        return VestState::accelerated;
    }
    return *tranche.date <= as_of ? VestState::vested : VestState::unvested;
}

Shares& sum_for(GrantTimeline& grant, VestState state) {
    switch (state) {
        case VestState::vested: return grant.vested;
        case VestState::unvested: return grant.unvested;
        case VestState::pending: return grant.pending;
        case VestState::impossible: return grant.impossible;
        case VestState::forfeited: return grant.forfeited;
        case VestState::accelerated: return grant.accelerated;
    }
    return grant.unvested;
}

std::optional<GrantTimeline> timeline_of(ResolvedGrant resolved, const model::Offer& offer,
                                         const TimelineQuery& query) {
    GrantTimeline result{.grant = std::move(resolved)};
    std::optional<timeline::PriceCurve> prices;
    if (offer.stock) {
        prices.emplace(*offer.stock);
    }
    Shares so_far;
    result.tranches.reserve(result.grant.schedule.tranches.size());
    for (const auto& tranche : result.grant.schedule.tranches) {
        if (tranche.date && query.until && *tranche.date > *query.until) {
            result.beyond += tranche.quantity;
            continue;
        }
        ValuedTranche valued{.tranche = tranche, .state = state_of(tranche, query.as_of)};
        const bool comes = tranche.release == Release::dated;
        valued.reached = comes && *tranche.date <= query.as_of;
        sum_for(result, valued.state) += tranche.quantity;
        valued.served = valued.state == VestState::pending && tranche.earned && *tranche.earned <= query.as_of;
        if (valued.served) {
            result.served += tranche.quantity;
        }
        if (comes) {
            so_far += tranche.quantity;
            valued.cumulative = so_far;
        }
        const bool comes_at_all = valued.state != VestState::impossible && valued.state != VestState::forfeited;
        if (comes_at_all && !result.grant.not_known.any()) {
            valued.value = worth_on(result.grant, tranche.quantity, prices ? &*prices : nullptr,
                                    tranche.date.value_or(query.as_of));
            if (!valued.value) {
                return std::nullopt;
            }
        }
        result.tranches.push_back(valued);
    }
    return result;
}

}  // namespace

std::optional<OfferTimeline> vest_timeline(const model::Offer& offer, const TimelineQuery& query,
                                           diagnostic::Diagnostics& diagnostics) {
    OfferTimeline result{.offer = &offer};
    auto resolved = timeline::resolve(offer, query.as_of, diagnostics);
    if (query.refreshers != nullptr &&
        !resolved.add_refreshers(*query.refreshers, query.refreshers->end(), query.as_of, diagnostics)) {
        return std::nullopt;
    }
    bool sound = resolved.complete;
    quantity::int128 worth = 0;
    for (auto& grant : resolved.take_all()) {
        const auto span = grant.span;
        auto one = timeline_of(std::move(grant), offer, query);
        for (std::size_t i = 0; one && i < one->tranches.size(); ++i) {
            worth += one->tranches[i].value ? one->tranches[i].value->minor() : 0;
        }
        // Whoever adds values up adds some of these, so that no such sum can leave 64 bits.
        if (!one || worth > std::numeric_limits<std::int64_t>::max()) {
            diagnostics.error(codes::overflow, span, "a vest of this grant is worth more than can be counted exactly",
                              "check the quantity and the price");
            sound = false;
            continue;
        }
        result.grants.push_back(std::move(*one));
    }
    const bool enough = sound || (query.sound_grants_alone && !result.grants.empty());
    return enough ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace offerkit::value
