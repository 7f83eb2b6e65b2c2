#pragma once

#include <optional>

namespace offerkit::choice::decision {

/// How good an amount on a fixed scale is: 0 at `worst`, 1 at `best`, in a straight line, or with a risk tolerance R
/// (1 - e^(-(x - worst)/R)) / (1 - e^(-(best - worst)/R)) (Kirkwood 1997). A scale whose best end lies below its worst
/// is one of costs. The scale is fixed in advance: another offer beside it changes nothing.
class ValueFunction {
public:
    /// `worst` and `best` differ; the risk tolerance is above 0 and in the unit of the scale.
    ValueFunction(double worst, double best, std::optional<double> risk_tolerance = std::nullopt) noexcept;

    /// The value, which lies outside 0 to 1 where the amount lies outside the scale.
    [[nodiscard]] double at(double amount) const noexcept;
    /// The amount of that value; nothing where no amount reaches it, as far above the scale with a risk tolerance.
    [[nodiscard]] std::optional<double> amount_of(double value) const noexcept;
    /// The value counted: that of the nearer end where the amount lies outside the scale.
    [[nodiscard]] double clamped_at(double amount) const noexcept;
    [[nodiscard]] bool holds(double amount) const noexcept;

private:
    double worst_;
    double best_;
    std::optional<double> risk_tolerance_;
    double whole_ = 1;  // the divisor that makes the best end 1
};

}  // namespace offerkit::choice::decision
