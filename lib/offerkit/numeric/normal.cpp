#include <cmath>
#include <limits>

#include <offerkit/numeric/normal.hpp>

namespace offerkit::numeric {

// Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics
// 37 (1988), the shorter of its two sets of rational functions.
double rough_inverse_normal(double chance) noexcept {
    if (chance > 0.5) {
        return -rough_inverse_normal(1 - chance);
    }
    const double q = chance - 0.5;
    if (q >= -0.425) {
        const double r = 0.180625 - q * q;
        return q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179) /
               (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double r = std::sqrt(-logarithm(chance));
    if (r <= 5) {
        r -= 1.6;
        return -(((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777) /
               ((0.12021132975 * r + 0.73700164250) * r + 1);
    }
    r -= 5;
    return -(((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150) /
           ((0.012258202635 * r + 0.24197894225) * r + 1);
}

double inverse_normal(double chance) noexcept {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (!(chance > 0 && chance < 1)) {
        return chance == 0 ? -infinity : chance == 1 ? infinity : std::numeric_limits<double>::quiet_NaN();
    }
    if (chance > 0.5) {
        return -inverse_normal(1 - chance);
    }
    const double x = rough_inverse_normal(chance);
    // One step of Halley's method, which turns seven digits into twenty.
    const Normal here = normal(x);
    const double step = (here.below - chance) / here.density;
    return x - step / (1 + x * step / 2);
}

}  // namespace offerkit::numeric
