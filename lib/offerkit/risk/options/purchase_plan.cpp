#include <offerkit/risk/options/purchase_plan.hpp>

#include <algorithm>

#include <offerkit/numeric/normal.hpp>

namespace offerkit::risk {

namespace {

/// The closing price in parts of the opening price: lognormal, or certain.
struct Closing {
    double mean;
    double spread;

    /// The chance of at least x, and the mean of the price where it is below x, or above it.
    [[nodiscard]] double chance_of(double x) const noexcept {
        if (x <= 0) {
            return 1;
        }
        return spread > 0 ? numeric::normal_above(score_of(x)) : mean >= x ? 1 : 0;
    }
    [[nodiscard]] double mean_from(double x) const noexcept {
        if (x <= 0) {
            return mean;
        }
        return spread > 0 ? mean * numeric::normal_above(score_of(x) - spread) : mean >= x ? mean : 0;
    }

private:
    [[nodiscard]] double score_of(double x) const noexcept {
        return numeric::logarithm(x / mean) / spread + spread / 2;
    }
};

}  // namespace

PurchaseGain gain_of(const PurchasePeriod& period) noexcept {
    const Closing closing{1 + period.expected_growth, period.spread};
    const double kept = 1 - period.discount;
    const double without = period.contribution * period.discount / kept;
    // Below this price the limit binds: the shares that it allows cost less than what was put aside.
    const double bound = period.limit && *period.limit > 0 ? period.contribution / (kept * *period.limit) : 0;
    const double rise = closing.mean_from(1) - closing.chance_of(1);
    double expected = without * closing.chance_of(bound) + period.contribution / kept * std::max(0.0, rise);
    if (bound > 0) {
        expected += *period.limit * period.discount * (closing.mean - closing.mean_from(bound));
    }
    return {expected, without};
}

}  // namespace offerkit::risk
