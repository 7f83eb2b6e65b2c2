#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::value {

using diagnostic::Diagnostics;

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
