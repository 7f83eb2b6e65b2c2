#pragma once

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::choice {

/// The same offers ranked by another definition of total compensation. What was solved for on the first one,
/// break-evens and what only some offers state, is not in it.
[[nodiscard]] Comparison by_definition(Comparison comparison, model::Definition by);

}  // namespace offerkit::choice
