#pragma once

#include <array>
#include <optional>

#include <offerkit/value/valued_offer.hpp>

/// What the parts of pay add up to.
namespace offerkit::value {

/// Every category of yearly pay, in the order in which documents and sheets have them.
inline constexpr std::array<timeline::Category, timeline::category_count> all_categories{
    timeline::Category::base,   timeline::Category::bonus,      timeline::Category::sign_on,
    timeline::Category::equity, timeline::Category::refreshers, timeline::Category::benefits,
    timeline::Category::costs,
};

/// What a category adds up to over the whole window.
[[nodiscard]] quantity::Money total_of(const ValuedOffer& offer, timeline::Category category);

/// A part of a whole, exact; nothing where the whole is zero.
[[nodiscard]] std::optional<quantity::Rate> share_of(quantity::Money part, quantity::Money whole) noexcept;
[[nodiscard]] std::optional<quantity::Rate> share_of(quantity::Shares part, quantity::Shares whole) noexcept;

}  // namespace offerkit::value
