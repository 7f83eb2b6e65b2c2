#include <offerkit/report/words/totals.hpp>

namespace offerkit::report {

quantity::Money total_of(const value::ValuedOffer& offer, timeline::Category category) {
    quantity::Money sum = quantity::Money::zero(offer.currency);
    for (const auto& year : offer.years) {
        sum += year.parts[category];
    }
    return sum;
}

}  // namespace offerkit::report
