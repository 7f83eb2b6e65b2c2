#include <offerkit/choice/comparison/likeness.hpp>

#include <algorithm>

namespace offerkit::choice {

std::string_view to_string(UnlikeKey key) noexcept {
    switch (key) {
        case UnlikeKey::raise: return "raise";
        case UnlikeKey::benefits: return "benefits";
        case UnlikeKey::refreshers: return "refreshers";
        case UnlikeKey::costs: return "costs";
    }
    return "raise";
}

bool states(const model::Offer& offer, UnlikeKey key) noexcept {
    switch (key) {
        case UnlikeKey::raise:
            // The priorities may state one for every offer that states none.
            return offer.base && (offer.base->raise_stated || !offer.base->raise.value.is_zero());
        case UnlikeKey::benefits: {
            // Days off are shown and worth no money.
            const auto& benefits = offer.benefits;
            return benefits.health || benefits.retirement || benefits.retirement_match || benefits.espp ||
                   !benefits.others.empty();
        }
        case UnlikeKey::refreshers: return offer.refresher.has_value();
        case UnlikeKey::costs: return !offer.costs.empty();
    }
    return false;
}

void remove(model::Offer& offer, UnlikeKey key) {
    switch (key) {
        case UnlikeKey::raise:
            if (offer.base) {
                offer.base->raise.value = {};
                offer.base->raise_stated = false;
            }
            break;
        case UnlikeKey::benefits: {
            auto days_off = offer.benefits.pto_days;
            offer.benefits = {};
            offer.benefits.pto_days = days_off;
            break;
        }
        case UnlikeKey::refreshers: offer.refresher.reset(); break;
        case UnlikeKey::costs: offer.costs.clear(); break;
    }
}

std::vector<UnlikeKey> unlike_keys(std::span<const model::Offer> offers) {
    std::vector<UnlikeKey> unlike;
    for (const auto key : {UnlikeKey::raise, UnlikeKey::benefits, UnlikeKey::refreshers, UnlikeKey::costs}) {
        const auto stating =
            std::count_if(offers.begin(), offers.end(), [&](const model::Offer& offer) { return states(offer, key); });
        if (stating != 0 && static_cast<std::size_t>(stating) != offers.size()) {
            unlike.push_back(key);
        }
    }
    return unlike;
}

std::vector<UnlikeKey> keep_what_all_state(std::span<model::Offer> offers) {
    auto removed = unlike_keys(offers);
    for (auto& offer : offers) {
        for (const auto key : removed) {
            remove(offer, key);
        }
    }
    return removed;
}

}  // namespace offerkit::choice
