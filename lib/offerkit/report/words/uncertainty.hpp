#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/page.hpp>

/// What uncertain share prices make of offers, for the pages of `compare`, `show` and `decide`. They round amounts to
/// thousands, below 100,000 to hundreds, and chances to whole percents: no model of prices knows more.
namespace offerkit::report {

/// How near simulated amounts and chances are, in a few words each for a first screen; empty where all are exact.
[[nodiscard]] std::vector<std::string> simulated_texts(const choice::Uncertainty& uncertainty);

/// An amount of a band as pages round it.
[[nodiscard]] std::string band_amount(quantity::Money amount);

/// Bands on a page: a line an offer, or the whole block. Nothing where no share is uncertain. Null: not computed.
void add_bands(Page& page, const choice::Comparison& comparison, std::span<const std::string> names,
               const choice::Uncertainty* uncertainty);
/// What the chances of paying most are called: without an exit, where some offer may come to one, because its shares
/// count at today's value there.
[[nodiscard]] std::string pays_most_title(const choice::Comparison& comparison);
/// A line an offer, in `order`: one in ten below, the middle, one in ten above, how often it pays most. `uncertainty`
/// has a band.
[[nodiscard]] Table band_lines(const choice::Comparison& comparison, std::span<const std::string> names,
                               const choice::Uncertainty& uncertainty, std::span<const std::size_t> order,
                               std::string title);
/// The sentence for a list of assumptions; empty where nothing was assumed.
[[nodiscard]] std::string price_assumption(const choice::Uncertainty& uncertainty);

}  // namespace offerkit::report
