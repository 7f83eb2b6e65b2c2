#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/timeline/acceleration.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/settling.hpp>
#include <offerkit/timeline/stock_price.hpp>

namespace offerkit::timeline {

/// What a performance measure is expected to pay: `payout` of the `target` that is granted.
struct PerformanceOutcome {
    Shares target{};
    quantity::Rate payout{};
};

/// What nobody has said yet of a grant, so that its worth cannot be told: it counts as nothing.
struct NotKnown {
    bool strike = false;
    bool price = false;

    [[nodiscard]] bool any() const noexcept { return strike || price; }
};

/// A grant with its shares counted and its tranches dated: what the terms come to.
struct ResolvedGrant {
    std::string id;
    const model::Grant* paper = nullptr;  ///< of the offer, which must outlive this; null for a refresher
    model::Instrument instrument = model::Instrument::rsu;
    Shares quantity{};            ///< whole shares; of a cash grant, minor units of its currency; of performance
                                  ///< shares, how many are expected to be earned
    std::string quantity_rule{};  ///< how the count was reached, in words; empty when the file counts the shares
    std::optional<quantity::Money> quoted_value{};  ///< what the letter says it is worth, when it says so
    quantity::Currency currency;                    ///< of prices and values: the stock's, or the offer's for cash
    Date grant_date;
    Date vesting_start;                             ///< after `align`
    std::optional<Date> converted_on{};             ///< the day whose price turned a value into shares, where it is a
                                                    ///< day after that of the stock's price
    std::optional<quantity::Fraction> ownership{};  ///< of the whole company, as stated, else by `fully_diluted`
    NotKnown not_known{};
    SettlingTerms settling;
    std::optional<quantity::Price> strike{};
    std::optional<PerformanceOutcome> performance{};
    std::vector<Earning> served{};  ///< by day: the plain schedule after performance and leaves of absence
    std::vector<ArmedAcceleration> accelerations{};
    Schedule schedule{};                ///< settled: with a departure on the offer's `end` when it has one
    double vesting_years = 1;           ///< nominal length, at least 1
    bool gated = false;                 ///< anything of it waits for an event, or starts at one
    std::vector<std::string> events{};  ///< the events it hangs on
    bool refresher = false;
    Span span{};  ///< of the amount

    /// What the letter grants: of performance shares the target, else the quantity.
    [[nodiscard]] Shares granted() const noexcept { return performance ? performance->target : quantity; }
    /// Whether what vests of a segment, counted from 1, is released by a gate.
    [[nodiscard]] bool held_by_gate(std::int32_t segment) const noexcept;
};

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

/// The grant's vesting start after `align` has moved it to the first such day on or after it.
[[nodiscard]] Date aligned_start(const model::Grant& grant) noexcept;

/// A grant of the offer resolved as of a day; nothing when its terms cannot be spelled out, which is reported at their
/// lines. Of many grants the events are looked at once, in a book of the offer's.
[[nodiscard]] std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant, Date as_of,
                                                   Diagnostics& diagnostics);
[[nodiscard]] std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant,
                                                   const EventBook& events, Diagnostics& diagnostics);

/// The departure that the offer itself states, by its `end`: voluntary, as no reason is written.
[[nodiscard]] std::optional<Departure> departure_of(const model::Offer& offer) noexcept;

/// The tranches of a grant when its holder leaves on that day for that reason; without a departure, when they stay
/// (docs/numbers.md, "Leaving"). What is earned by the day, inclusive, stays; accelerations that the departure sets off
/// are earned on it; the rest is forfeited, and so is what a gate still holds unless the grant keeps it. The tranches
/// and `lost` add up to the grant for every day and reason. One pass over what is served, no grid is laid anew: cheap
/// enough to be asked for every month of ten years.
[[nodiscard]] Schedule settle(const ResolvedGrant& grant, const std::optional<Departure>& departure);

/// The refreshers given from after `from_day` up to and including `last_day`, named "refresher-1" and so on by their
/// place since the start of employment. Each is converted at the price of its day, rounded down, its value times its
/// probability. Needs a stock; none are given by an offer without one.
[[nodiscard]] std::vector<ResolvedGrant> resolve_refreshers(const model::Offer& offer, Date from_day,
                                                            bool including_from_day, Date last_day, Date as_of,
                                                            Diagnostics& diagnostics);

}  // namespace offerkit::timeline
