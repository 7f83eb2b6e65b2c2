#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

/// Where an amount stands in a pay range.
struct InRange {
    model::PayRange range{};                      ///< with the middle, worked out from both ends where it is not stated
    std::optional<quantity::Rate> compa_ratio{};  ///< amount / middle
    std::optional<quantity::Rate> penetration{};  ///< (amount - min) / (max - min); below 0 or above 1 outside
};
/// Places an amount in a range of its own currency (docs/numbers.md, "Where an offer stands").
[[nodiscard]] InRange place_in(const model::PayRange& range, Money amount);

/// Where an amount stands among percentiles: linear between the points given.
struct AmongPercentiles {
    std::optional<quantity::Rate> percentile{};  ///< 0 to 100; absent outside the points given
    int below = 0;                               ///< the lowest point, where the amount is under it; else 0
    int above = 0;                               ///< the highest point, where the amount is over it; else 0
};
/// Nothing where no point is given.
[[nodiscard]] std::optional<AmongPercentiles> place_among(const model::Percentiles& points, Money amount);
/// The highest percentile that is given, as its number and amount.
struct PercentilePoint {
    int percentile = 0;
    Money amount;
};
[[nodiscard]] std::vector<PercentilePoint> points_of(const model::Percentiles& points);

/// What a published source says is paid at the offer's level.
struct PublishedPay {
    std::string what;    ///< "median of the rung `senior`": what the figures are of
    std::string source;  ///< the profile's name
    calendar::Date as_of;
    std::optional<Money> total{};
    std::optional<Money> base{};
    model::PayRange base_range{};  ///< of a posting
};

/// Where an offer stands before anybody asks for anything.
struct Position {
    Money salary;                     ///< a year, on the first day, in the offer's currency
    std::optional<InRange> base{};    ///< in the band of the file
    std::optional<InRange> equity{};  ///< the new-hire grant in it
    std::optional<InRange> sign_on{};
    Money annualized;  ///< what market figures are compared with, in the offer's currency
    std::optional<AmongPercentiles> market{};
    std::size_t rank = 1;  ///< among the files, by the metric
    std::size_t files = 1;
};

[[nodiscard]] Position position_of(const Comparison& comparison, std::size_t own, const Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
