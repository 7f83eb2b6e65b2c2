#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::cli {

/// The same comparison with all counted that waits for events without a date, for charts that outline it; nothing where
/// nothing waits, or where it is counted already. The offers outlive it.
[[nodiscard]] std::optional<choice::Comparison> with_all_that_waits(std::span<const model::Offer> offers,
                                                                    const choice::Comparison& comparison);

}  // namespace offerkit::cli
