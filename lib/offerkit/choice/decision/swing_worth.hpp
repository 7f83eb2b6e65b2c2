#pragma once

#include <optional>

#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

/// What weights say in money, for the person to confirm or to correct (docs/numbers.md, "What a full swing is worth").
namespace offerkit::choice {

/// Yearly pay as a scale with a weight: what its swing from `worst` to `best` counts. `best` is above `worst`, in the
/// same currency, and `swing` above 0.
struct PaySwing {
    quantity::Money worst;
    quantity::Money best;
    quantity::Number swing{};
};

/// What a full swing of a factor is worth a year: (swing / pay.swing) x (pay.best - pay.worst), rounded half up to the
/// minor unit. Nothing when that does not fit.
[[nodiscard]] std::optional<quantity::Money> worth_of_swing(const quantity::Number& swing, const PaySwing& pay);

/// The other way round: the swing of a factor that is worth so much a year, to two decimals. Nothing when that does not
/// fit.
[[nodiscard]] std::optional<quantity::Number> swing_of_worth(quantity::Money worth, const PaySwing& pay);

/// A swing as points beside the largest, which has 100: to whole points, unless it has 100 already. Nothing when that
/// does not fit. `largest` is above 0.
[[nodiscard]] std::optional<quantity::Number> points_beside(const quantity::Number& swing,
                                                            const quantity::Number& largest);

}  // namespace offerkit::choice
