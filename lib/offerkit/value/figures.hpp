#pragma once

#include <span>
#include <vector>

#include <offerkit/quantity/compounding.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

/// The years of the window, each flow in its year and column.
[[nodiscard]] std::vector<YearFigures> yearly_figures(const timeline::Window& window,
                                                      std::span<const timeline::CashFlow> flows, Currency currency,
                                                      bool count_refreshers);

/// How flows are weighted by time: (1 + discount)^-t, t days / 365.25 from `present`, at least 0; and for those who may
/// leave also (1 - exit)^t, t from the offer's own first day. One serves all offers of a comparison, since it remembers
/// the powers it has computed.
class Discounting {
public:
    Discounting(calendar::Date present, const quantity::Rate& discount, const quantity::Rate& exit) noexcept;

    [[nodiscard]] quantity::Factor weight_on(calendar::Date day) noexcept;
    [[nodiscard]] quantity::Factor staying_weight_on(calendar::Date day, calendar::Date own_start) noexcept;

    /// Weighted sums in minor units, unrounded: rounding them once is the caller's.
    struct Sums {
        quantity::Factor present_value{0.0, 0.0};
        quantity::Factor survival_weighted{0.0, 0.0};
    };
    /// The sums of flows; refreshers are in them only when they are counted.
    [[nodiscard]] Sums sums_of(std::span<const timeline::CashFlow> flows, calendar::Date own_start,
                               bool count_refreshers) noexcept;

private:
    [[nodiscard]] quantity::Factor discount_to(std::int64_t day) noexcept;
    [[nodiscard]] quantity::Factor chance_of_staying(std::int64_t days) noexcept;

    std::int64_t present_;  // as days since 1970
    quantity::Compounding discount_;
    std::optional<quantity::Compounding> staying_{};  // absent when leaving within a year is certain
};

/// total x 12 / months of the horizon, rounded once.
[[nodiscard]] Money average_of(Money total, calendar::Period horizon) noexcept;

/// The part of a grant's value that counts in an annualized year: 1 / vesting years, less what waits for an event
/// without a date; nothing of a grant with nothing still to come.
[[nodiscard]] quantity::Factor annual_part(const timeline::ResolvedGrant& grant,
                                           const timeline::Window& window) noexcept;

/// The equity part of the annualized figure: sum of grant value / vesting years over the grants with something still to
/// come, in minor units of `currency`, unrounded.
[[nodiscard]] std::optional<quantity::Factor> annualized_equity(std::span<const timeline::ResolvedGrant> grants,
                                                                const model::Stock* stock,
                                                                const timeline::Window& window,
                                                                const Conversion& conversion) noexcept;

}  // namespace offerkit::value
