#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/after_tax/after_tax.hpp>

/// What living takes of what an offer leaves (docs/numbers.md, "Living").
namespace offerkit::choice {

/// A year's living in the place of an offer, in the currency of the place.
struct Living {
    Money spending;                           ///< as now, at the prices of the place
    Money rent;                               ///< stated for the place; 0 where none is
    std::optional<quantity::Number> level{};  ///< of prices, the United States 100; absent where spending is stated
    std::optional<std::int64_t> level_year{};

    [[nodiscard]] Money all() const noexcept { return spending + rent; }
};

/// What a household spends in a place: what it states for the place, or its spending x level of the place / level of
/// `spending_at`, and the rent that it states. `at_level`: the level of `spending_at`; absent: it has none. Nothing
/// where no spending is stated or a level is missing; no exchange rate is reported.
[[nodiscard]] std::optional<Living> living_in(const model::PlaceProfile& place, quantity::Currency currency,
                                              const model::Household& household,
                                              const std::optional<quantity::Number>& at_level,
                                              std::span<const value::RateSource> rates,
                                              diagnostic::Diagnostics& problems);

}  // namespace offerkit::choice
