#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>

/// Ranking by what stays: `--after-tax`.
namespace offerkit::choice {

/// Whether a definition has a twin after tax.
[[nodiscard]] bool has_twin(model::Definition definition) noexcept;

/// Puts the twins after tax in the place of the definitions and ranks anew. What would make the offers tie, and what
/// only some of them state, is of figures before tax and goes. `taxes`: of each offer, in order.
void rank_after_tax(Comparison& comparison, std::span<const std::optional<AfterTax>> taxes);

}  // namespace offerkit::choice
