#include <offerkit/timeline/resolved_offer.hpp>

#include <iterator>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

bool ResolvedOffer::add_refreshers(const Window& window, Date last_day, Date as_of, Diagnostics& diagnostics) {
    if (offer->refresher && (!offer->stock || !offer->stock->price_is_known)) {
        diagnostics.error(diagnostic::codes::no_price, offer->refresher->span,
                          "refreshers are turned into shares at the price of their day, and there is no price",
                          "add a [stock] table with `kind` and `price`");
        return false;
    }
    refreshers = resolve_refreshers(*offer, window.start(), !window.held_now(), last_day, as_of, diagnostics);
    return true;
}

std::vector<ResolvedGrant> ResolvedOffer::take_all() {
    std::move(refreshers.begin(), refreshers.end(), std::back_inserter(grants));
    refreshers.clear();
    return std::move(grants);
}

ResolvedOffer resolve(const model::Offer& offer, Date as_of, Diagnostics& diagnostics) {
    ResolvedOffer resolved{.offer = &offer};
    const EventBook events{offer.events, as_of};
    for (const auto& grant : offer.grants) {
        if (auto one = resolve(offer, grant, events, diagnostics)) {
            resolved.grants.push_back(std::move(*one));
        } else {
            resolved.complete = false;
        }
    }
    return resolved;
}

}  // namespace offerkit::timeline
