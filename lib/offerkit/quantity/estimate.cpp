#include <offerkit/quantity/estimate.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/contract.hpp>

namespace offerkit::quantity {

double major_of(Money amount) noexcept {
    return static_cast<double>(amount.minor()) / static_cast<double>(amount.currency().minor_per_major());
}

Money money_of(double major, Currency currency) noexcept {
    expects(!std::isnan(major));
    constexpr double most = 9.2e18;
    const double minor = std::floor(major * static_cast<double>(currency.minor_per_major()) + 0.5);
    return Money{static_cast<std::int64_t>(std::clamp(minor, -most, most)), currency};
}

}  // namespace offerkit::quantity
