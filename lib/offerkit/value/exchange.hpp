#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/factor.hpp>

namespace offerkit::value {

using diagnostic::Diagnostics;
using model::Span;
using quantity::Currency;
using quantity::Money;

/// How one currency is turned into another, and where that rate was found.
struct Conversion {
    Currency from;
    Currency to;
    quantity::Number rate{1};  ///< 1 `from` = `rate` `to`
    std::string origin{};      ///< "--fx", or a file and the date of its rates; empty between equal currencies
    Span span{};

    /// The amount in the other currency: exact, then rounded once. Nothing when it leaves 64 bits.
    [[nodiscard]] std::optional<Money> apply(Money amount) const noexcept;
};

/// A set of rates, and where they come from.
struct RateSource {
    const model::FxTable* table = nullptr;
    std::string origin{};
};

/// Finds the rate between two currencies: the first source that has it, its inverse, or a way over one third currency
/// within that source. Reports `no-exchange-rate` at `span` when there is none.
[[nodiscard]] std::optional<Conversion> find_conversion(Currency from, Currency to, std::span<const RateSource> sources,
                                                        Span span, Diagnostics& diagnostics);

}  // namespace offerkit::value
