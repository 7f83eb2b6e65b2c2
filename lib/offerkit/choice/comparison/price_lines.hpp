#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

/// What offers come to when the prices of all their shares move alike (docs/report.md, "Value against share price").
namespace offerkit::choice {

/// Where the lead passes from one offer to another.
struct PriceCrossing {
    double percent = 0;  ///< of the stated prices, to a tenth: where the next one leads first
    std::size_t from = 0;
    std::size_t to = 0;
    Money figure;  ///< of the next one there
};

/// The chosen figure of every offer at prices moved by so many percent, each grant keeping the shares that it has at
/// the stated price.
struct PriceLines {
    std::vector<int> percents{};                ///< rising, 0 among them
    std::vector<std::vector<Money>> figures{};  ///< of each offer, at each of them
    std::vector<bool> moves{};                  ///< whether a price moves the offer's figure at all
    std::vector<PriceCrossing> crossings{};     ///< rising; where one offer after another leads
};

/// The lines from -80% to +200%. At 0 each figure is that of the comparison.
[[nodiscard]] PriceLines price_lines(const Comparison& comparison);

}  // namespace offerkit::choice
