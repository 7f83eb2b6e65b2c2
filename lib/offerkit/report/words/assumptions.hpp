#pragma once

#include <span>
#include <string>
#include <vector>

#include <offerkit/model/valuation.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/value/valued_offer.hpp>

/// What the figures of a screen assume: defaults, dated facts and exchange rates.
namespace offerkit::report {

/// Defaults and dated facts that the figures rest on: those of the run, then those of each offer, equal ones told once.
/// Those of refreshers only where they are counted; last the profiles whose facts are over two years old. In words
/// alone; documents name the keys, and so do these lines with `keys`.
[[nodiscard]] std::vector<std::string> assumption_lines(const model::Valuation& valuation,
                                                        std::span<const model::Offer* const> offers,
                                                        std::span<const std::string> names, bool keys);
/// All of them as data: `{company, key, value, meaning}`, company null for those of the run.
[[nodiscard]] Document assumption_documents(const model::Valuation& valuation,
                                            std::span<const model::Offer* const> offers);

/// Adds exchange rates that are not told yet.
void add_rates(std::vector<std::string>& lines, std::span<const value::Conversion> rates);
/// Exchange rates used, with where they were found: "1 EUR = 1.08 USD (--fx)".
[[nodiscard]] std::vector<std::string> rates_used(std::span<const value::ValuedOffer> offers);

}  // namespace offerkit::report
