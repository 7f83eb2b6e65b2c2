#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/stock_price.hpp>

namespace offerkit::timeline {

/// The price at which the money of a grant becomes shares: as stated, else the stock's; of a grant dated after the
/// stock's price the price of its day, before a private company's discount.
struct ConversionPrice {
    DayPrice price;
    std::optional<Date> of_day{};  ///< of a later grant
    Span span{};                   ///< of the stated price, else of the stock's
};
/// Nothing where no price is known.
[[nodiscard]] std::optional<ConversionPrice> conversion_price(const model::Offer& offer, const model::Grant& grant);

/// How many shares (or minor units of money) a grant is of, and the rule that says so.
struct GrantCount {
    std::int64_t quantity = 0;
    std::string rule{};
    std::optional<Date> converted_on{};  ///< see ResolvedGrant
};

/// Counts a grant's shares once: stated, or value / conversion price rounded as stated, or floor(share x fully
/// diluted). A missing price or share count is reported.
[[nodiscard]] std::optional<GrantCount> count_of(const model::Offer& offer, const model::Grant& grant,
                                                 Diagnostics& diagnostics);

/// "USD 120,000", for the rule that a count of shares follows from; minor units only where there are some.
[[nodiscard]] std::string amount_text(quantity::Money amount);

}  // namespace offerkit::timeline
