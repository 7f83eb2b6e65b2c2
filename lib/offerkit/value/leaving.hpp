#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/benefits.hpp>
#include <offerkit/timeline/bonus.hpp>
#include <offerkit/timeline/departure.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/severance.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/make_whole.hpp>

namespace offerkit::value {

using calendar::Date;
using quantity::Shares;

/// So many shares, and what they are worth at the price of the day of leaving. Of a cash grant, and of sums over
/// several grants, money counts by its value alone: the quantity is of shares.
struct Holding {
    Shares quantity{};
    Money value;
};

/// What staying a little longer would add: everything that vests on the next day on which something does.
struct NextVest {
    calendar::Date date;
    Shares quantity{};
    Money value;  ///< at the price of its own day
};

/// A value by when it would have vested, counted from the last day employed: three parts that add up to it.
struct ByDelay {
    Money months_3;   ///< within three months, their last day included
    Money months_12;  ///< later, within twelve
    Money later;      ///< later still, or nobody knows when
};

/// How a grant, or all of them, come apart on leaving: vested, accelerated and forfeited add up to what was granted.
struct Split {
    Holding vested;       ///< yours, what still waits for an event included
    Holding accelerated;  ///< yours because the departure itself accelerates it
    Holding forfeited;    ///< gone; what could never vest is in its quantity, at no value
    Holding waiting;      ///< of the first two: kept, and still waiting for an event
    Holding gated;        ///< of the forfeited: would have had to wait for an event without a date
    ByDelay delay;        ///< the value of the forfeited
    Shares never{};       ///< of the forfeited: its event missed the deadline, or rounding gives it to nobody
    std::optional<NextVest> next{};
};

struct GrantLeaving {
    const timeline::ResolvedGrant* grant = nullptr;  ///< the book's
    Split split;
};

/// What becomes of vested options: iso, nso, and the like that pay their gain without a purchase (sar, phantom).
struct OptionLeaving {
    const timeline::ResolvedGrant* grant = nullptr;
    Shares exercisable{};               ///< vested or accelerated, waiting for no event, not expired
    std::optional<Money> cost{};        ///< strike x shares; zero for what is settled in its gain; absent: not known
    std::optional<Money> value{};       ///< max(0, price - strike) x shares; absent where one of the two is not known
    timeline::ExerciseWindow window{};  ///< with the deadline
    std::optional<bool> under_water{};  ///< the price is below the strike; absent without a price
    bool expired = false;               ///< by its own life, on the day of leaving
};

/// What is to be done about vested options after leaving, all of them together.
struct ToExercise {
    Money cash;                   ///< what buying them takes
    std::optional<Date> until{};  ///< the first day on which some of them lapse; absent where no papers name one
    Shares options{};             ///< that can be exercised
    Shares under_water{};         ///< of these, below their strike today
    Shares no_strike{};           ///< of these, at a strike that is not known: `cash` counts nothing for them
    bool several_days = false;    ///< some lapse later than `until`, or nobody knows when
};

/// Where the day of leaving lies.
enum class LeavingTime {
    before_start,  ///< before the first day: nothing has happened yet
    employed,
    after_end,  ///< after the last day that the papers name: everything is as on that day
};

/// What one walks away with on a day, in the currency of the results.
struct Leaving {
    const model::Offer* offer = nullptr;
    timeline::Departure departure;  ///< as asked
    calendar::Date last_day;        ///< the day asked, or the last day of the papers where that comes first
    LeavingTime time = LeavingTime::employed;
    std::vector<GrantLeaving> grants{};
    Split all;
    std::vector<timeline::SettledSignOn> sign_ons{};
    Money clawback;        ///< owed of all sign-ons
    Money unpaid_sign_on;  ///< parts that stop; in no other figure
    std::vector<OptionLeaving> options{};
    ToExercise to_exercise;
    timeline::BonusLost bonus;      ///< `finished`: of finished years and deferred parts, in the cost
    Money bonus_lost;               ///< of finished years and of the running one
    Money benefits_lost;            ///< added by then and not vested
    timeline::Severance severance;  ///< received, and in no other figure
    Money cost;                     ///< forfeited value + clawback + bonus of finished years
    MakeWhole make_whole;
    /// All that leaving on this day loses or pays, less what it brings: the cost, the running year's bonus, the
    /// sign-on that stops and benefits not vested, less severance and holidays. Its change is what waiting changes.
    Money stake;

    [[nodiscard]] Money received() const noexcept { return severance.severance + severance.holidays; }
    /// Nothing at all is lost, to be paid or to be bought.
    [[nodiscard]] bool costs_nothing() const noexcept;
};

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
