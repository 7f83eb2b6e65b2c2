#pragma once

#include <optional>
#include <vector>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

/// Places an amount in a range of its own currency (docs/numbers.md, "Where an offer stands").
[[nodiscard]] InRange place_in(const model::PayRange& range, Money amount);

/// Nothing where no point is given.
[[nodiscard]] std::optional<AmongPercentiles> place_among(const model::Percentiles& points, Money amount);
/// The highest percentile that is given, as its number and amount.
struct PercentilePoint {
    int percentile = 0;
    Money amount;
};
[[nodiscard]] std::vector<PercentilePoint> points_of(const model::Percentiles& points);

[[nodiscard]] Position position_of(const Comparison& comparison, std::size_t own, const Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
