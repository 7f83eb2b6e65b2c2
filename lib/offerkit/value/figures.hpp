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

/// What of an offer's flows a figure counts.
struct Selection {
    bool refreshers = false;
    std::optional<timeline::Category> without{};

    [[nodiscard]] bool counts(const timeline::CashFlow& flow) const noexcept {
        return (flow.category != timeline::Category::refreshers || refreshers) &&
               !(without && flow.category == *without);
    }
};

/// Dividends that a share misses until it vests, as a factor: (1 + dividend_yield)^-t.
class Dividends {
public:
    explicit Dividends(const model::Stock* stock) noexcept;

    [[nodiscard]] quantity::Factor missed_over(std::int64_t days) noexcept;

private:
    std::optional<quantity::Compounding> yield_{};
};

/// How flows are weighted by time (docs/numbers.md, "Present value"). Money: (1 + discount)^-t, t days / 365.25 from
/// `present`, at least 0. A fixed number of shares: the dividends missed from `present` on, nothing else; shares that a
/// later day turns money into: money up to that day, a share after it. And for those who may leave also (1 - exit)^t, t
/// from the offer's own first day. One serves all offers of a comparison, since it remembers the powers it has
/// computed.
class Discounting {
public:
    Discounting(calendar::Date present, const quantity::Rate& discount, const quantity::Rate& exit) noexcept;

    /// What a flow of that day counts for, and what it counts for where one may leave before it.
    struct Weights {
        quantity::Factor present_value{0.0, 0.0};
        quantity::Factor survival_weighted{0.0, 0.0};
    };
    [[nodiscard]] Weights weights_of(calendar::Date day, const timeline::Timing& timing, calendar::Date own_start,
                                     Dividends& dividends) noexcept;

    /// Weighted sums in minor units, unrounded: rounding them once is the caller's.
    using Sums = Weights;
    [[nodiscard]] Sums sums_of(std::span<const timeline::CashFlow> flows, calendar::Date own_start,
                               const Selection& selection, Dividends dividends) noexcept;

private:
    [[nodiscard]] quantity::Factor discount_to(std::int64_t day) noexcept;
    [[nodiscard]] quantity::Factor chance_of_staying(std::int64_t days) noexcept;

    std::int64_t present_;  // as days since 1970
    quantity::Compounding discount_;
    std::optional<quantity::Compounding> staying_{};  // absent when leaving within a year is certain
};

/// What turns the flows of one offer into its figures, beside the flows.
struct Measure {
    const timeline::Window& window;
    Currency currency;
    Discounting& discounting;
    const model::Stock* stock = nullptr;  ///< null: none
};
/// Every definition of flows inside the window, in one currency; `annualized` and `target`, which are of no flows, are
/// the ones given.
[[nodiscard]] Definitions definitions_of(std::span<const timeline::CashFlow> flows, const Selection& selection,
                                         const Measure& measure, Money annualized, Money target);

/// total x 12 / months of the horizon, rounded once.
[[nodiscard]] Money average_of(Money total, calendar::Period horizon) noexcept;

/// The part of a grant's value that counts in an annualized year: 1 / vesting years, less what waits for an event
/// without a date; nothing of a grant that begins to vest after the first year of the window. Of the job held now: the
/// part left to vest on the window's first day / the years from then to its last vest, at least 1.
[[nodiscard]] quantity::Factor annual_part(const timeline::ResolvedGrant& grant,
                                           const timeline::Window& window) noexcept;

/// The equity part of the annualized figure: the sum of grant value x `annual_part`, in minor units of the conversion's
/// result, unrounded; of grants in the currency that it is from.
[[nodiscard]] std::optional<quantity::Factor> annualized_equity(std::span<const timeline::ResolvedGrant> grants,
                                                                const model::Stock* stock,
                                                                const timeline::Window& window,
                                                                const Conversion& conversion) noexcept;

}  // namespace offerkit::value
