#pragma once

#include <optional>

#include <offerkit/quantity/money.hpp>

/// A risk tolerance from a question that everybody can answer (docs/numbers.md, "Deciding under risk").
namespace offerkit::choice::decision {

using quantity::Money;

/// A coin that decides yearly pay: half of it more, or a third of it less.
struct Coin {
    Money heads;
    Money tails;

    /// Of a pay above 0, to whole major units.
    [[nodiscard]] static Coin over(Money pay) noexcept;
};

/// The certain pay that is as good as the coin at a risk tolerance above 0, with exponential utility (Howard, "Decision
/// analysis: practice and promise", 1988): between its tails and its mean.
[[nodiscard]] Money certain_pay(const Coin& coin, Money risk_tolerance) noexcept;

/// The risk tolerance of somebody to whom a certain pay is as good as the coin, to two digits. Nothing at or above the
/// coin's mean, where risk counts for nothing, and at or below its tails, which nobody has to accept.
[[nodiscard]] std::optional<Money> risk_tolerance_of(const Coin& coin, Money certain) noexcept;

}  // namespace offerkit::choice::decision
