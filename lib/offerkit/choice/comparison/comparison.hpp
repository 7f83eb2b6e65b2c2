#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/value/valued_offer.hpp>
#include <offerkit/words.hpp>

namespace offerkit::choice {

using diagnostic::Diagnostics;
using quantity::Money;

/// What a private company would have to be sold for so that an offer's figure, with its shares at that sale in place of
/// their fair value, reaches another's (docs/numbers.md, "Exits").
struct CompanyTie {
    Money value;                        ///< in the stock's currency; 0 where the offer leads without its shares
    quantity::Rate chance{};            ///< of the scenarios in which it is worth as much, or more
    std::optional<Money> last_round{};  ///< the preferred price of all shares, where it is stated
};

/// What would have to happen for two offers to tie on the chosen figure, each thing alone. A worse offer is set against
/// the best, the best against the second.
struct BreakEven {
    std::size_t offer = 0;    ///< whose stock, chance or bonus is moved
    std::size_t against = 0;  ///< whose figure it is to reach
    bool has_stock = false;
    std::optional<quantity::Price> price{};  ///< `stock.price` with growth as stated; absent: no price does it
    std::optional<quantity::Rate>
        growth{};  ///< `stock.growth` a year with the price as stated, to ten decimals; absent: none does it
    /// Some grant is quoted in money and counted at `stock.price`, so that a higher price gives fewer shares. What
    /// would tie once its shares have been counted at the price stated is `price_after_counting`.
    bool shares_follow_price = false;
    std::optional<quantity::Price> price_after_counting{};
    std::optional<quantity::Rate> chance{};  ///< that what waits for undated events comes; absent: none does it
    std::optional<quantity::Rate> payout{};  ///< `bonus.payout` of all its bonuses; absent: none does it
    std::optional<CompanyTie> company{};     ///< of a private company whose number of shares is known
};

/// How far the first offer is ahead of the second.
struct Lead {
    bool about_even = false;  ///< under 2% of the first one's figure
    Money amount;
    std::vector<std::size_t> even{};  ///< the first and every offer about even with it, the best first
};

/// What a letter may say or leave out.
enum class UnlikeKey { raise, benefits, refreshers, costs };
[[nodiscard]] constexpr auto words(UnlikeKey) noexcept {
    using enum UnlikeKey;
    return std::to_array<Word<UnlikeKey>>(
        {{raise, "raise"}, {benefits, "benefits"}, {refreshers, "refreshers"}, {costs, "costs"}});
}

/// Something that only some of the offers state, and so a reason of its own why they differ.
struct Asymmetry {
    std::size_t offer = 0;  ///< that states it
    UnlikeKey key = UnlikeKey::raise;
    Money effect;  ///< on its chosen figure
};

/// Another offer would lead if what waits for events without a date counted.
struct HangingLead {
    std::vector<std::string> events{};  ///< one, or all of them where none alone does it
    std::size_t without = 0;            ///< the leader when nothing of it counts
    std::size_t with = 0;               ///< the leader when all of it counts
    double tie = 0;                     ///< the chance of it, 0 to 1, from which on another offer leads
    std::optional<double> stated{};     ///< the chance that the file states, of a single event
};

/// Offers side by side, in one currency, each over its own window.
struct Comparison {
    model::Valuation valuation;
    quantity::Currency currency;
    std::vector<value::ValuedOffer> offers{};  ///< in the order given
    std::vector<std::size_t> ranking{};        ///< offers by the chosen figure, the best first; ties in the order given
    std::vector<BreakEven> break_even{};
    std::vector<Asymmetry> asymmetries{};
    calendar::Date present;  ///< what present value is on: the first day of the earliest window
    bool after_tax = false;  ///< the definitions are their twins after tax; nothing is solved for on them
    std::optional<std::vector<UnlikeKey>> removed{};  ///< from all offers, where only what all state was to count

    [[nodiscard]] Money figure(std::size_t offer) const noexcept {
        return get(offers[offer].definitions, valuation.by);
    }
    [[nodiscard]] std::size_t best() const noexcept { return ranking.front(); }
    /// The best and every offer whose figure is the same, in the order given.
    [[nodiscard]] std::vector<std::size_t> leaders() const;
    /// Nothing for a single offer.
    [[nodiscard]] std::optional<Lead> lead() const;
    /// The figure with refreshers counted, whether they are or not.
    [[nodiscard]] Money figure_with_refreshers(std::size_t offer) const noexcept;
    /// Who would lead if refreshers were counted, where that is somebody else; else empty.
    [[nodiscard]] std::vector<std::size_t> leaders_with_refreshers() const;
    /// 1 for the best; equal figures share a rank.
    [[nodiscard]] std::size_t rank_of(std::size_t offer) const noexcept;
    /// The ranks of all offers, in the order given.
    [[nodiscard]] std::vector<std::size_t> ranks() const;
};

/// The first day of each offer's window: its start; for the job held now the earliest start of the offers beside it, or
/// the as-of day when it stands alone.
[[nodiscard]] std::vector<timeline::Window> windows_of(std::span<const model::Offer> offers,
                                                       const model::Valuation& valuation);

/// Where exchange rates for an offer are looked for: the command line, then its own file, then the other files in the
/// order given. The offers and the valuation must outlive the result.
[[nodiscard]] std::vector<value::RateSource> rate_sources(std::span<const model::Offer> offers, std::size_t own,
                                                          const model::Valuation& valuation);

/// The first day of the earliest window: the day that present value is on. There is at least one window.
[[nodiscard]] calendar::Date first_day_of(std::span<const timeline::Window> windows);

/// Discounting as all offers of a comparison share it, above -100%: from the first day of the earliest window.
[[nodiscard]] value::Discounting discounting_of(std::span<const timeline::Window> windows,
                                                const model::Valuation& valuation);

/// Values and ranks offers that are as the reader accepts them and outlive the result. Nothing when there is none, one
/// cannot be valued, or horizon or discount leave nothing to value: all problems of all offers are reported at once.
[[nodiscard]] std::optional<Comparison> rank(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                             Diagnostics& diagnostics);

/// The same, with what would make the offers tie, and what only some of them state.
[[nodiscard]] std::optional<Comparison> compare(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                                Diagnostics& diagnostics);

}  // namespace offerkit::choice
