#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::value {

using model::Span;
using quantity::Money;
using quantity::Shares;

/// What one tranche is worth on its day (docs/numbers.md, "Equity"): shares x max(0, price - strike); of a cash grant
/// its money; of a part of it, that part, rounded once. Nothing when it leaves 64 bits. Shares whose price or strike is
/// not known are worth nothing here; the offer warns of that.
[[nodiscard]] std::optional<Money> worth_on(const timeline::ResolvedGrant& grant, Shares quantity,
                                            timeline::PriceCurve* prices, calendar::Date day,
                                            quantity::Factor part = {}) noexcept;

/// How the present value of what a grant pays hangs on time: money is discounted. A number of shares that is fixed
/// counts at today's price, since what that is expected to gain and what waiting costs cancel (J. C. Hull, "Options,
/// Futures, and Other Derivatives", chapter 5), unless the file itself says how the price moves.
[[nodiscard]] timeline::Timing timing_of(const timeline::ResolvedGrant& grant, const model::Stock* stock) noexcept;

/// "strike and price": what nobody has said of a grant; empty where everything is known.
[[nodiscard]] std::string_view not_known_words(const timeline::NotKnown& what) noexcept;

/// Warns of each grant whose worth is not known, at the key that says how much is granted.
void warn_of_not_known(std::span<const timeline::ResolvedGrant> grants, diagnostic::Diagnostics& diagnostics);

/// Whether the file leaves it to the stock's price to count the shares of a grant: then they come to the same value at
/// any price. False for a refresher.
[[nodiscard]] bool counted_at_stock_price(const timeline::ResolvedGrant& grant) noexcept;

/// How sure the worth of a grant is: private stock, anything gated or started by an event, performance shares and
/// refreshers are uncertain, the rest contingent.
[[nodiscard]] timeline::Certainty certainty_of(const timeline::ResolvedGrant& grant,
                                               const model::Stock* stock) noexcept;

/// The year of the window that a tranche is released in; 0 when it lies outside, waits, or is forfeited.
[[nodiscard]] int year_of(const timeline::Tranche& tranche, const timeline::Window& window) noexcept;

/// Whether a dated tranche is worth money on its day: private shares are not, unless it is a gate with a date, such as
/// a sale or a listing, that releases them.
[[nodiscard]] bool turns_into_money(const timeline::ResolvedGrant& grant, const timeline::Tranche& tranche,
                                    const model::Stock* stock) noexcept;

/// The dated tranches inside the window, priced, in the grant's currency. `prices` are of `stock`; both are null
/// without one. Nothing when a tranche leaves 64 bits.
[[nodiscard]] std::optional<std::vector<timeline::CashFlow>> equity_flows(
    std::span<const timeline::ResolvedGrant> grants, const model::Stock* stock, timeline::PriceCurve* prices,
    const timeline::Window& window);

/// What a grant is quoted at, for the annualized figure: the letter's value, else what its shares come to at the stated
/// price with no growth and no dilution (quantity x (price x (1 - discount) - strike), at least 0); of performance
/// shares at their target, as letters do.
struct QuotedValue {
    Money quoted;                     ///< the one that counts
    std::optional<Money> at_price{};  ///< what the shares come to, when the letter's value differs from it by over 1%
};
[[nodiscard]] std::optional<QuotedValue> quoted_value_of(const timeline::ResolvedGrant& grant,
                                                         const model::Stock* stock) noexcept;

}  // namespace offerkit::value
