#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/timeline/window.hpp>
#include <offerkit/value/exits.hpp>

/// What rests on the shares that `exits.hpp` calls owned, for those who value them.
namespace offerkit::value {

/// A price in major units.
[[nodiscard]] quantity::Exact exact_price(const quantity::Price& price);

/// A share price to twelve decimals, for sums that would leave 128 bits with its exact fraction.
[[nodiscard]] quantity::Exact rounded_finely(const quantity::Exact& price);

/// Whether an exit pays for a grant: it is of shares, given by the papers, at a strike that is known.
[[nodiscard]] bool is_stock(const timeline::ResolvedGrant& grant);

/// What is owned of grants by a day, a row for each grant of stock; only what is released by `released_by` where that
/// is given. What the job held now had released before its window counts nowhere.
[[nodiscard]] std::vector<OwnedShares> owned_by(std::span<const timeline::ResolvedGrant> grants,
                                                const timeline::Window& window, calendar::Date day,
                                                const std::optional<calendar::Date>& released_by);

[[nodiscard]] quantity::Shares total_of(std::span<const OwnedShares> owned);

}  // namespace offerkit::value
