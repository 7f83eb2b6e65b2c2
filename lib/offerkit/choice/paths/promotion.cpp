#include <offerkit/choice/paths/promotion.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace offerkit::choice::paths {

double promoted_by(int months, int median, int slow) noexcept {
    if (months < 1) {
        return 0;
    }
    if (slow <= median) {
        return months >= median ? 1 : 0;
    }
    constexpr double ninth_decile = 1.2815515655446;
    const double z =
        ninth_decile * std::log(static_cast<double>(months) / median) / std::log(static_cast<double>(slow) / median);
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

Promotion Promotion::of(double ever, int median, int slow, int horizon) {
    Promotion promotion{.ever = ever};
    for (int months = 0; months <= horizon; ++months) {
        promotion.by.push_back(ever * promoted_by(months, median, slow));
    }
    return promotion;
}

int Promotion::months(double uniform) const noexcept {
    const auto found = std::upper_bound(by.begin(), by.end(), uniform);
    return found == by.end() ? std::numeric_limits<int>::max() / 2 : static_cast<int>(found - by.begin());
}

}  // namespace offerkit::choice::paths
