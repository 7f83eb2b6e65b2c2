#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/exact.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/risk/waterfall/waterfall.hpp>
#include <offerkit/value/findings.hpp>

/// What a private company's shares bring in the scenarios of its [[exit]] tables (docs/numbers.md, "Exits").
namespace offerkit::value {

struct ValuedOffer;
struct ValuingContext;
class Exchange;

/// The shares of one grant that vest inside the window when its events happen, and their strike.
struct OwnedShares {
    quantity::Shares quantity{};
    quantity::Exact strike{};  ///< 0 without one
    bool option = false;       ///< they have to be paid for
};

/// Everybody with a claim after so many rounds of financing: each multiplies the shares by 1 / (1 - dilution), and what
/// they raised is paid first of all. Nothing where the shares of the company are not known, or leave exact arithmetic.
[[nodiscard]] std::optional<risk::CapTable> cap_table(const model::Stock& stock, std::int64_t rounds,
                                                      const quantity::Rate& dilution, const quantity::Exact& raised);

/// What is owned when all that holds it back opens by the end of the window: a row for each grant of stock.
[[nodiscard]] std::vector<OwnedShares> owned_by_the_end(const ValuedOffer& offer);

/// The shares that service has earned by a day inside the window, whatever still holds them back.
[[nodiscard]] quantity::Shares earned_by(const ValuedOffer& offer, calendar::Date day);

/// What shares bring at a price, above their strikes, in major units.
[[nodiscard]] quantity::Exact worth_at(std::span<const OwnedShares> owned, const quantity::Exact& price);

/// The price at which shares bring so much, above 0; nothing where there are none.
[[nodiscard]] std::optional<quantity::Exact> price_for(std::span<const OwnedShares> owned,
                                                       const quantity::Exact& worth);

/// What exercising the options among them costs, in major units.
[[nodiscard]] quantity::Exact cost_of(std::span<const OwnedShares> owned);

/// Whether an exit makes an event happen that this grant waits for: then the scenarios say what it brings, in place of
/// the three cases of what waits.
[[nodiscard]] bool told_by_exits(const model::Offer& offer, const timeline::ResolvedGrant& grant);

/// Values the scenarios of an offer whose grants are resolved and whose rates are found. Nothing without scenarios or
/// without a grant of stock; false in `sound` where a figure leaves exact arithmetic, which is reported.
[[nodiscard]] std::optional<Exits> exits_of(const ValuedOffer& offer, const ValuingContext& context,
                                            const Exchange& exchange, diagnostic::Diagnostics& diagnostics,
                                            bool& sound);

}  // namespace offerkit::value
