#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/benefits.hpp>
#include <offerkit/timeline/bonus.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::value {

/// What a book of leaving rests on beside the offer.
struct LeavingContext {
    const model::Valuation& valuation;
    Currency currency;  ///< of the results
    std::span<const RateSource> rates{};
};

/// Everything about one employment that leaving it needs, resolved once, to be asked about any day and reason
/// (docs/numbers.md, "Leaving"). All values are at the price of the day asked, on the curve that values everything.
class LeavingBook {
public:
    /// Opens the book of an offer for days up to `last_day`. The offer must outlive it. Nothing when its terms cannot
    /// be spelled out or a rate is missing, which is reported.
    [[nodiscard]] static std::optional<LeavingBook> open(const model::Offer& offer, const timeline::Window& window,
                                                         const LeavingContext& context, calendar::Date last_day,
                                                         Diagnostics& diagnostics);
    /// The same from grants that have been resolved, which must outlive it, and rates that have been found.
    [[nodiscard]] static std::optional<LeavingBook> open(const model::Offer& offer, const timeline::Window& window,
                                                         std::span<const timeline::ResolvedGrant> grants,
                                                         Exchange exchange, Currency currency, calendar::Date last_day,
                                                         Diagnostics& diagnostics);

    // What it hands out points into it.
    LeavingBook(const LeavingBook&) = delete;
    LeavingBook& operator=(const LeavingBook&) = delete;
    LeavingBook(LeavingBook&&) noexcept = default;
    LeavingBook& operator=(LeavingBook&&) = delete;
    ~LeavingBook() = default;

    /// Leaving on a day. Nothing when amounts are too large to be added up exactly or the reason is `any`, which is
    /// reported.
    [[nodiscard]] std::optional<Leaving> on(const timeline::Departure& departure, Diagnostics& diagnostics);

    [[nodiscard]] const model::Offer& offer() const noexcept { return *offer_; }
    [[nodiscard]] Currency currency() const noexcept { return zero_.currency(); }
    [[nodiscard]] const std::vector<Conversion>& rates_used() const noexcept { return exchange_.used(); }
    [[nodiscard]] const timeline::BonusLedger& bonuses() const noexcept { return bonuses_; }
    [[nodiscard]] const std::vector<timeline::SignOnTerms>& sign_ons() const noexcept { return sign_ons_; }

    /// A grant, and its tranches for somebody who stays.
    struct Held {
        const timeline::ResolvedGrant* grant = nullptr;
        timeline::Schedule staying{};
    };
    [[nodiscard]] const std::vector<Held>& grants() const noexcept { return held_; }
    /// What a quantity of a grant is worth on a day, in the currency of the results; nothing when it leaves 64 bits.
    [[nodiscard]] std::optional<Money> worth(const timeline::ResolvedGrant& grant, Shares quantity, calendar::Date day);
    /// An amount of the offer or its stock in the currency of the results.
    [[nodiscard]] std::optional<Money> converted(Money amount) const { return exchange_.apply(amount); }

private:
    LeavingBook(const model::Offer& offer, const timeline::Window& window, Exchange exchange, Currency currency,
                timeline::BonusLedger bonuses, timeline::BenefitLedger benefits);
    [[nodiscard]] bool split(const Held& held, const timeline::Departure& departure, Split& result);
    [[nodiscard]] bool split_by_delay(const Held& held, const timeline::Schedule& settled, Date on, Split& result);
    [[nodiscard]] bool add_options(const Held& held, const Split& split, const timeline::Departure& departure,
                                   Leaving& leaving);
    [[nodiscard]] bool settle_grants(const timeline::Departure& departure, Leaving& leaving);
    [[nodiscard]] bool settle_sign_ons(const timeline::Departure& departure, Leaving& leaving) const;
    [[nodiscard]] bool settle_money(const timeline::Departure& departure, Leaving& leaving) const;
    [[nodiscard]] Split nothing() const;

    const model::Offer* offer_;
    timeline::Window window_;
    Exchange exchange_;
    Money zero_;
    std::optional<timeline::PriceCurve> prices_{};
    timeline::BonusLedger bonuses_;
    timeline::BenefitLedger benefits_;
    std::vector<timeline::SignOnTerms> sign_ons_;
    std::vector<timeline::ResolvedGrant> own_;
    std::vector<Held> held_;
};

}  // namespace offerkit::value
