#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::value {

using diagnostic::Diagnostics;

/// An amount for each category, in one currency.
class ByCategory {
public:
    explicit ByCategory(Currency currency) : amounts_(timeline::category_count, Money::zero(currency)) {}
    [[nodiscard]] Money operator[](timeline::Category category) const noexcept {
        return amounts_[static_cast<std::size_t>(category)];
    }
    void add(timeline::Category category, Money amount) noexcept {
        amounts_[static_cast<std::size_t>(category)] += amount;
    }

private:
    std::vector<Money> amounts_;
};

/// One year of the window. `total` is the sum of the parts shown; refreshers are in it only when they are counted.
struct YearFigures {
    int year = 1;
    calendar::Date from;
    calendar::Date to;
    ByCategory parts;
    Money total;
};

/// What people mean by "total compensation", side by side (docs/numbers.md, "Definitions").
struct Definitions {
    Money first_year;
    Money annualized;
    Money average;
    Money target;
    Money guaranteed;
    Money present_value;
    Money survival_weighted;
};
[[nodiscard]] Money get(const Definitions& definitions, model::Definition which) noexcept;

/// What `annualized` is made of: yearly amounts, each rounded once by itself, the sign-ons whole.
struct AnnualizedParts {
    Money base;      ///< salary in force on the window's first day
    Money bonus;     ///< whole targets, and pay beyond twelve months
    Money equity;    ///< each grant's value / its vesting years
    Money sign_ons;  ///< still to come; a quarter of them counts
};

/// The window's total, split by how sure it is; the three add up to it.
struct ByCertainty {
    Money guaranteed;
    Money contingent;
    Money uncertain;
};

/// An event that shares wait for.
struct AwaitedEvent {
    std::string id;
    std::optional<quantity::Rate> chance{};  ///< as stated; it multiplies nothing
};

/// Shares that wait for an event without a date, or whose event missed its deadline. What is impossible is in no total,
/// what waits only where it is asked for.
struct PendingEquity {
    std::string grant;
    std::vector<AwaitedEvent> events{};
    Shares quantity{};
    Money worth_today;  ///< at the price of the as-of day, after a private company's discount
    bool impossible = false;
    bool cash = false;          ///< the quantity is money in minor units
    bool in_scenarios = false;  ///< an exit makes its event happen, so the scenarios tell what it brings
    Span span{};
};

/// Everything that waits for events without a date, and what every definition would be in the three cases: nothing of
/// it counts, each tranche at the chance of its event, or all (docs/numbers.md, "What waits").
struct Waiting {
    Shares quantity{};  ///< of stock; money that waits is in `worth` alone
    Money worth;        ///< at the price of the as-of day
    std::vector<std::string> events{};
    model::Pending counted = model::Pending::none;  ///< in the figures of the offer
    Definitions none;
    Definitions chance;
    Definitions all;
};

/// A vest dated up to three months past the window: in no total, shown so that nobody misses it.
struct JustOutside {
    std::string grant;
    calendar::Date date;
    Shares quantity{};
    Money worth;
};

/// An option none of whose tranches is worth anything at the prices assumed: what each 1.00 above the strike would add.
struct AtTheMoney {
    std::string grant;
    Shares quantity{};  ///< vesting inside the window
    quantity::Price strike;
};

/// A grant whose worth nobody can tell yet: it counts as nothing in every total.
struct NotKnownGrant {
    std::string grant;
    timeline::NotKnown what{};
    Span span{};
};

/// A grant whose quoted value and share count disagree by over 1%.
struct QuoteMismatch {
    std::string grant;
    Money quoted;
    Money at_price;
};

/// Everything one offer comes to, in the currency of the results.
struct ValuedOffer {
    const model::Offer* offer = nullptr;  ///< the caller's: it must outlive this
    timeline::Window window;
    Currency currency;
    std::vector<timeline::ResolvedGrant> grants{};
    std::vector<timeline::ResolvedGrant> refreshers{};
    std::vector<timeline::CashFlow> flows{};  ///< all inside the window, converted, refreshers included
    std::vector<YearFigures> years{};
    Definitions definitions;
    AnnualizedParts annualized;
    ByCertainty by_certainty;
    Money total;       ///< of the window
    PaidBasis paid;    ///< the same by the day on which it arrives
    Money everything;  ///< base + target bonus + all sign-ons + whole grants, as letters add up
    std::vector<PendingEquity> pending{};
    std::optional<Waiting> waiting{};
    std::optional<Definitions> with_refreshers{};  ///< where there are some and they are not counted
    std::vector<JustOutside> just_outside{};
    std::vector<AtTheMoney> at_the_money{};
    std::vector<NotKnownGrant> not_known{};
    std::vector<QuoteMismatch> quote_mismatches{};
    std::vector<Conversion> conversions{};  ///< the exchange rates used
    /// Of the job held now: leaving it on the first day of the window, of one's own accord.
    std::optional<MakeWhole> make_whole{};
    std::optional<NonCompete> non_compete{};  ///< where the papers bar competitors
    std::optional<Exits> exits{};             ///< what its shares bring in its scenarios; in no total

    /// What its shares are of; null without stock.
    [[nodiscard]] const model::Stock* stock() const noexcept { return offer->stock ? &*offer->stock : nullptr; }
};

class Discounting;

/// What valuing needs beside the offer.
struct ValuingContext {
    const model::Valuation& valuation;
    Discounting& discounting;  ///< from the first day of the earliest window
    Currency currency;         ///< of the results
    std::span<const RateSource> rates{};
};

/// Every definition of a valued offer with its pay as edited; what else it promises stays as it was valued. Annualized
/// figures, which count whole targets, stay too. Nothing when the pay cannot be added up.
[[nodiscard]] std::optional<Definitions> with_pay_of(const ValuedOffer& valued, const model::Offer& edited,
                                                     const model::Valuation& valuation, Discounting& discounting);

/// Values one offer in a window: resolves it, prices it, converts it, adds it up. Nothing when its terms cannot be
/// spelled out, a rate is missing or an amount leaves 64 bits; each is reported at its line.
[[nodiscard]] std::optional<ValuedOffer> value_offer(const model::Offer& offer, const timeline::Window& window,
                                                     const ValuingContext& context, Diagnostics& diagnostics);

}  // namespace offerkit::value
