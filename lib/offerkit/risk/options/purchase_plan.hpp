#pragma once

#include <optional>

namespace offerkit::risk {

/// One period of an employee purchase plan that lets one buy at a discount to the lower of the prices on its first and
/// last day.
struct PurchasePeriod {
    double contribution = 0;        ///< what is put aside, above 0
    double discount = 0;            ///< below 1
    double expected_growth = 0;     ///< of the price over the period, as a part of it
    double spread = 0;              ///< volatility x square root of the years, at least 0
    std::optional<double> limit{};  ///< the most stock at the opening price that one may buy
};

/// What the period is expected to gain, as of its end and not discounted, and the part of it that looking back adds to
/// the discount alone.
struct PurchaseGain {
    double expected = 0;
    double without_lookback = 0;
    [[nodiscard]] double lookback_adds() const noexcept { return expected - without_lookback; }
};
[[nodiscard]] PurchaseGain gain_of(const PurchasePeriod& period) noexcept;

}  // namespace offerkit::risk
