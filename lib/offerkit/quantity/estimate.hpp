#pragma once

#include <offerkit/quantity/money.hpp>

/// Between exact amounts and estimates in major units, as models of chance and of preference make them. An estimate
/// becomes Money once, where it is shown.
namespace offerkit::quantity {

/// In major units: 12.34 for 1,234 cents. Exact below 2^53 minor units, else the nearest double.
[[nodiscard]] double major_of(Money amount) noexcept;

/// To the minor unit, half up; what lies beyond 64 bits stays at the end of them. The estimate is a number.
[[nodiscard]] Money money_of(double major, Currency currency) noexcept;

}  // namespace offerkit::quantity
