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

    /// An amount of `from` in the other currency: exact, then rounded once. Nothing when it leaves 64 bits.
    [[nodiscard]] std::optional<Money> apply(Money amount) const noexcept;
};

/// A set of rates, and where they come from.
struct RateSource {
    const model::FxTable* table = nullptr;
    std::string origin{};
};

/// Finds the rate between two currencies: the first source that has it, its inverse, or a way over one third currency
/// within that source, of rates above 0. Reports `no-exchange-rate` at `span` when there is none.
[[nodiscard]] std::optional<Conversion> find_conversion(Currency from, Currency to, std::span<const RateSource> sources,
                                                        Span span, Diagnostics& diagnostics);

/// Warns of rates of a table that contradict each other: a pair and its inverse, or a pair given twice, that differ by
/// over 1%.
void review_rates(const model::FxTable& table, Diagnostics& diagnostics);

/// The rates that one offer needs into the currency of the results, each found once.
class Exchange {
public:
    Exchange(Currency to, std::span<const RateSource> sources) : to_{to}, sources_{sources} {}

    /// Finds the rate from a currency; false, and reported at `span`, when there is none.
    [[nodiscard]] bool find(Currency from, Span span, Diagnostics& diagnostics);
    /// The conversion from a currency that has been found.
    [[nodiscard]] const Conversion& from(Currency currency) const;
    /// An amount of such a currency in that of the results: exact, then rounded once. Nothing when it leaves 64 bits.
    [[nodiscard]] std::optional<Money> apply(Money amount) const { return from(amount.currency()).apply(amount); }
    [[nodiscard]] const std::vector<Conversion>& used() const noexcept { return used_; }

private:
    Currency to_;
    std::span<const RateSource> sources_;
    std::vector<Conversion> used_;
};

}  // namespace offerkit::value
