#pragma once

#include <span>
#include <vector>

#include <offerkit/quantity/compounding.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// The years of the window, each flow in its year and column.
[[nodiscard]] std::vector<YearFigures> yearly_figures(const timeline::Window& window, std::span<const timeline::CashFlow> flows, Currency currency, bool count_refreshers);

/// How flows are weighted by time: (1 + discount)^-t, t days / 365.25 from `present`, at least 0; with an exit rate also
/// (1 - exit)^t, t from `own_start`.
class Discounting {
public:
    Discounting(calendar::Date present, const quantity::Rate& discount) noexcept;
    /// With a chance of leaving in a year, which runs from `own_start`.
    Discounting(calendar::Date present, const quantity::Rate& discount, const quantity::Rate& exit, calendar::Date own_start) noexcept;

    [[nodiscard]] quantity::Factor weight_on(calendar::Date day) noexcept;

    /// The weighted sum of the flows, in minor units and unrounded: rounding it once is the caller's. Refreshers are in it
    /// only when they are counted.
    [[nodiscard]] quantity::Factor sum_of(std::span<const timeline::CashFlow> flows, bool count_refreshers) noexcept;

private:
    std::int64_t present_;                     // as days since 1970, like every day that is weighed
    std::int64_t own_start_;
    quantity::Compounding discount_;
    std::optional<quantity::Compounding> staying_{};
    bool never_stays_ = false;
};

/// total x 12 / months of the horizon, rounded once.
[[nodiscard]] Money average_of(Money total, calendar::Period horizon) noexcept;

/// The part of a grant's value that counts in an annualized year: 1 / vesting years, less what waits for an event without
/// a date; nothing of a grant with nothing still to come.
[[nodiscard]] quantity::Factor annual_part(const timeline::ResolvedGrant& grant, const timeline::Window& window) noexcept;

/// The equity part of the annualized figure: sum of grant value / vesting years over the grants with something still to
/// come, in minor units of `currency`, unrounded.
[[nodiscard]] std::optional<quantity::Factor> annualized_equity(std::span<const timeline::ResolvedGrant> grants, const model::Stock* stock, const timeline::Window& window,
                                                                const Conversion& conversion) noexcept;

}  // namespace offerkit::value
