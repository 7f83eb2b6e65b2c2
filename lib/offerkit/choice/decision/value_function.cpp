#include <offerkit/choice/decision/value_function.hpp>

#include <algorithm>
#include <limits>

#include <offerkit/contract.hpp>
#include <offerkit/quantity/factor.hpp>

namespace offerkit::choice::decision {

namespace {

using quantity::Factor;

constexpr Factor one{1.0, 0.0};

// 1 - e^-x, with enough digits that a small x loses none.
double saturation(double x) noexcept { return (one - quantity::exponential(Factor{-x, 0.0})).approximate(); }

}  // namespace

ValueFunction::ValueFunction(double worst, double best, std::optional<double> risk_tolerance) noexcept
    : worst_{worst}, best_{best}, risk_tolerance_{risk_tolerance} {
    expects(worst != best && (!risk_tolerance || *risk_tolerance > 0));
    if (risk_tolerance_) {
        whole_ = saturation((best_ - worst_) / *risk_tolerance_);
    }
}

double ValueFunction::at(double amount) const noexcept {
    if (!risk_tolerance_) {
        return (amount - worst_) / (best_ - worst_);
    }
    return saturation((amount - worst_) / *risk_tolerance_) / whole_;
}

std::optional<double> ValueFunction::amount_of(double value) const noexcept {
    if (!risk_tolerance_) {
        return worst_ + value * (best_ - worst_);
    }
    const double left = 1 - value * whole_;
    if (!(left > std::numeric_limits<double>::min())) {
        return std::nullopt;
    }
    return worst_ - *risk_tolerance_ * quantity::logarithm(Factor{left, 0.0}).approximate();
}

double ValueFunction::clamped_at(double amount) const noexcept { return std::clamp(at(amount), 0.0, 1.0); }

bool ValueFunction::holds(double amount) const noexcept {
    return amount >= std::min(worst_, best_) && amount <= std::max(worst_, best_);
}

}  // namespace offerkit::choice::decision
