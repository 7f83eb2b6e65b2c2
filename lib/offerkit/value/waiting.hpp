#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/timeline/window.hpp>

/// Shares that wait for events without a date (docs/numbers.md, "What waits"): in no figure, with the chance of their
/// event in each, or whole in each.
namespace offerkit::value {

/// A tranche that waits, on the day on which its service is done.
struct WaitingTranche {
    const timeline::Tranche* tranche = nullptr;
    calendar::Date day;
    int year = 1;               ///< of the window
    quantity::Factor chance{};  ///< that its gates open: 0 where no chance is stated
};

/// The tranches of a grant that wait for events without a date and whose service is done inside the window. What waits
/// for the very day its schedule starts on has no day, and is none of them. Each names a tranche of `grant`.
[[nodiscard]] std::vector<WaitingTranche> waiting_tranches(const timeline::EventBook& events, const model::Offer& offer,
                                                           const timeline::ResolvedGrant& grant,
                                                           const timeline::Window& window);

/// The part of a waiting tranche that counts.
[[nodiscard]] quantity::Factor counted_part(model::Pending pending, const WaitingTranche& waiting) noexcept;

/// What the waiting tranches of the grants pay when they count, at the price of the events' as-of day, each rounded
/// once, in the grant's currency; nothing when one leaves 64 bits. Of `Pending::none` there are none. `prices` may be
/// null.
[[nodiscard]] std::optional<std::vector<timeline::CashFlow>> waiting_flows(
    const timeline::EventBook& events, const model::Offer& offer, std::span<const timeline::ResolvedGrant> grants,
    timeline::PriceCurve* prices, const timeline::Window& window, model::Pending pending);

}  // namespace offerkit::value
