#include <offerkit/model/offer.hpp>

#include <algorithm>
#include <utility>

namespace offerkit::model {

const Event* find_event(const Offer& offer, std::string_view id) noexcept {
    const auto found =
        std::find_if(offer.events.begin(), offer.events.end(), [&](const Event& event) { return event.id == id; });
    return found == offer.events.end() ? nullptr : &*found;
}

void assume_raise(Offer& offer, const Stated<Rate>& raise) {
    if (!offer.base || offer.base->raise_stated) {
        return;
    }
    offer.base->raise = raise;
    const auto own = std::find_if(offer.assumptions.begin(), offer.assumptions.end(),
                                  [](const Assumption& assumption) { return assumption.key == "base.raise"; });
    Assumption assumption{offer.company, "base.raise", quantity::to_percent(raise.value),
                          "yearly raise, by your priorities", raise.span};
    if (own != offer.assumptions.end()) {
        *own = std::move(assumption);
    } else {
        offer.assumptions.push_back(std::move(assumption));
    }
}

}  // namespace offerkit::model
