#pragma once

#include <offerkit/tax/form.hpp>

namespace offerkit::tax {

/// amount x (1 + index)^years, computed exactly and rounded once to a multiple of a step: what a law that rises with
/// prices will say, if they rise like that. Overflowed when it leaves 128 bits. The index is above -100%.
[[nodiscard]] Exact raised(const Exact& amount, const quantity::Rate& index, int years, const Exact& step,
                           quantity::RoundingWay way);

}  // namespace offerkit::tax
