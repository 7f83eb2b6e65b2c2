#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/after_tax/living.hpp>

/// The base at which one offer leaves what another leaves (docs/numbers.md, "Equivalent pay").
namespace offerkit::choice {

struct Equivalent {
    std::size_t offer = 0;
    std::size_t as = 0;  ///< what it is to leave as much as
    Money base;          ///< a year's salary, in the currency of the offer's place
    Money pay;           ///< what it then pays in its first year, cash and shares before tax
};

/// What one offer needs to be taxed again with another base.
struct EquivalentCase {
    const AfterTax* after = nullptr;
    const Living* living = nullptr;  ///< null: living does not count
    TaxingContext context;
};

/// What an offer leaves in its first year: after tax and, where it is known for both, living.
[[nodiscard]] Money left_over(const AfterTax& after, const Living* living) noexcept;

/// What each offer leaves in its first year, in the currency of the results at the one stated rate; nothing without
/// one.
[[nodiscard]] std::vector<std::optional<Money>> left_in_results(std::span<const EquivalentCase> cases);

/// For each offer but the one that leaves most, the base at which it would leave as much, by bracketing on the whole
/// model, to the unit; amounts of other currencies at the one stated rate. An offer that has no base, or that no base
/// does it for, is left out.
[[nodiscard]] std::vector<Equivalent> equivalents(std::span<const EquivalentCase> cases);

}  // namespace offerkit::choice
