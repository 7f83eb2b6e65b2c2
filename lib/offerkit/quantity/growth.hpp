#pragma once

#include <optional>

#include <offerkit/quantity/money.hpp>

namespace offerkit::quantity {

/// round(rate x units x (1 + raise)^years), with the power exact and one rounding, half up to the minor unit. Nothing
/// when it leaves 64 bits. Years, rate and units are not negative, and the raise is above -100%.
[[nodiscard]] std::optional<Money> raised(Money rate, const Number& units, const Rate& raise, int years);

}  // namespace offerkit::quantity
