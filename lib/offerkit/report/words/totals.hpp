#pragma once

#include <array>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// Every column of yearly pay, in the order in which documents and sheets have them.
inline constexpr std::array<timeline::Category, timeline::category_count> all_categories{
    timeline::Category::base,   timeline::Category::bonus,      timeline::Category::sign_on,
    timeline::Category::equity, timeline::Category::refreshers, timeline::Category::benefits,
    timeline::Category::costs,
};

/// What a column adds up to over the whole window.
[[nodiscard]] quantity::Money total_of(const value::ValuedOffer& offer, timeline::Category category);

}  // namespace offerkit::report
