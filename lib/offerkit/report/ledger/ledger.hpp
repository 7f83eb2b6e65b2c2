#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/value/valued_offer.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// Pay and vests as the postings of a journal of double-entry bookkeeping (docs/ledger.md).
namespace offerkit::report {

/// A number of shares as a commodity, such as 353 GOOG.
struct LedgerShares {
    quantity::Shares quantity{};
    std::string commodity{};  ///< two capital letters or more
};

/// One transaction: `amount` goes from an account of income to one of assets; of a cost, below 0, the other way round.
struct LedgerEntry {
    calendar::Date date;
    std::string company{};  ///< as written; a renderer makes it safe
    std::string what{};     ///< "base", "new-hire vests"
    std::string to{};       ///< "Assets:Google:Shares:new-hire", of letters, digits and hyphens
    std::string from{};
    quantity::Money amount;
    std::optional<LedgerShares> shares{};  ///< what `to` receives, worth `amount` in all; nothing: the money itself
};

/// Everything that a valued offer pays in its window, by date, in the currency of the results. Shares are those of its
/// tranches; what waits for an event without a date is money where it counts at all.
[[nodiscard]] std::vector<LedgerEntry> ledger_entries(std::span<const value::ValuedOffer> offers);
/// Every dated vest of the timelines, by date, each in the currency of its grant.
[[nodiscard]] std::vector<LedgerEntry> ledger_entries(std::span<const value::OfferTimeline> offers);

}  // namespace offerkit::report
