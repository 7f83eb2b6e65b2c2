#include <offerkit/choice/paths/level_pay.hpp>

#include <cmath>

namespace offerkit::choice::paths {

double level_yearly_pay(const PathFigures& path, const Terms& terms) {
    double months = 0;
    for (int month = 1; month <= terms.horizon; ++month) {
        months += std::pow(1 + terms.discount_rate, -month / 12.0);
    }
    const double value = path.certainty_equivalent ? path.certainty_equivalent->value : path.value().mean.value;
    return 12 * value / months;
}

}  // namespace offerkit::choice::paths
