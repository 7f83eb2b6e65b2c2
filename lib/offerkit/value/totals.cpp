#include <offerkit/value/totals.hpp>

namespace offerkit::value {

quantity::Money total_of(const ValuedOffer& offer, timeline::Category category) {
    quantity::Money sum = quantity::Money::zero(offer.currency);
    for (const auto& year : offer.years) {
        sum += year.parts[category];
    }
    return sum;
}

std::optional<quantity::Rate> share_of(quantity::Money part, quantity::Money whole) noexcept {
    return whole.is_zero() ? std::nullopt : quantity::Rate::of(part.minor(), whole.minor());
}

std::optional<quantity::Rate> share_of(quantity::Shares part, quantity::Shares whole) noexcept {
    const auto cross = [](const quantity::Shares& top, const quantity::Shares& bottom) {
        return static_cast<quantity::int128>(top.exact().numerator()) * bottom.exact().denominator();
    };
    return whole.is_zero() ? std::nullopt : quantity::Rate::of(cross(part, whole), cross(whole, part));
}

}  // namespace offerkit::value
