#include <offerkit/model/offer.hpp>

#include <algorithm>

namespace offerkit::model {

const Event* find_event(const Offer& offer, std::string_view id) noexcept {
    const auto found =
        std::find_if(offer.events.begin(), offer.events.end(), [&](const Event& event) { return event.id == id; });
    return found == offer.events.end() ? nullptr : &*found;
}

}  // namespace offerkit::model
