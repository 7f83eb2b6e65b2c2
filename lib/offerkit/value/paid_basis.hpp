#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::value {

using model::Currency;
using quantity::Money;
using quantity::Shares;

/// Money that comes later: so much in all, the last of it on a day.
struct LaterMoney {
    Money amount;
    std::optional<calendar::Date> until{};

    void add(Money more, calendar::Date day) noexcept;
};

/// Shares that vest after the window, at the price of their days.
struct LaterShares {
    Shares quantity{};
    Money value;
    std::optional<calendar::Date> until{};
};

/// The amounts of the yearly table by the day on which they arrive, and what stands beside them
/// (docs/numbers.md, "Earned and paid"). What is earned is what is paid inside the window, paid later and not payable.
struct PaidBasis {
    explicit PaidBasis(Currency currency)
        : paid_later{Money::zero(currency)},
          deferred_later{Money::zero(currency)},
          vests_later{{}, Money::zero(currency)},
          not_payable{Money::zero(currency)} {}

    std::vector<Money> by_year{};  ///< of each year of the window
    LaterMoney paid_later;         ///< in the total: earned inside the window, paid after it
    LaterMoney deferred_later;     ///< in no total: deferred bonuses, sign-ons and cash grants dated after the window
    LaterShares vests_later;       ///< in no total
    Money not_payable;             ///< in the total: private shares that no dated gate turns into money

    [[nodiscard]] bool differs_from(std::span<const Money> earned) const noexcept;
};

/// Adds up what flows inside the window pay in each of its years. Refreshers are in it only when they are counted.
void add_flows(PaidBasis& paid, const timeline::Window& window, std::span<const timeline::CashFlow> flows,
               bool count_refreshers);

/// Adds what grants vest after the window. Nothing when an amount leaves 64 bits.
[[nodiscard]] bool add_later_vests(PaidBasis& paid, const timeline::Window& window,
                                   std::span<const timeline::ResolvedGrant> grants, timeline::PriceCurve* prices,
                                   const Exchange& exchange);

}  // namespace offerkit::value
