#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/grant.hpp>

namespace offerkit::value {

using quantity::Money;
using quantity::Shares;

/// What a grant is a part of, and what it would take to own it. Amounts are in the stock's currency.
struct PrivateGrant {
    std::string grant;
    model::Instrument instrument = model::Instrument::rsu;
    Shares quantity{};
    std::optional<Money> at_fair_value{};  ///< the whole grant on the as-of day, above the strike; absent where price
                                           ///< or strike is not known; at a price of zero it is worth nothing
    std::optional<quantity::Price> strike{};        ///< a share must be worth more than it
    bool strike_is_missing = false;                 ///< it has one that nobody has said yet
    std::optional<Money> exercise_cost{};           ///< strike x shares, of options; nothing when it leaves 64 bits
    std::optional<quantity::Fraction> ownership{};  ///< shares / fully diluted; absent where that is not stated
    std::optional<quantity::Fraction> ownership_after{};  ///< x (1 - dilution)^rounds, to twelve decimals
};

/// The stock of a private company at its simplest honest form (docs/numbers.md, "Private shares"): at the fair value of
/// common stock, lowered by the discount that the offer states, and never at the preferred price.
struct PrivateEquity {
    const model::Stock* stock = nullptr;           ///< the offer's: it must outlive this
    std::optional<quantity::Price> share_value{};  ///< what one share is taken to be worth on the as-of day, to ten
                                                   ///< decimals; absent when it is too large to be shown or not known
    std::vector<PrivateGrant> grants{};
};

/// Nothing for public stock, without stock, or without a grant of it. `grants` are the offer's, resolved.
[[nodiscard]] std::optional<PrivateEquity> private_equity(const model::Offer& offer,
                                                          std::span<const timeline::ResolvedGrant> grants,
                                                          calendar::Date as_of);

}  // namespace offerkit::value
